# snapcheck collect, VMM side: writes what an SCVMM server shows of every VM, checkpoint and job to files.
#
# It reads. Its commands are Get-ChildItem, Get-Date, Get-Item, Get-Module, VirtualMachineManager\Get-SCVMMServer,
# VirtualMachineManager\Get-SCVirtualMachine, VirtualMachineManager\Get-SCVMCheckpoint, VirtualMachineManager\Get-SCJob,
# Select-Object and Export-Clixml, and nothing else. It makes VMM refresh nothing: it asks for what VMM's database holds. The
# only thing that it writes is its own files, in the folder that it is given. It needs no module of snapcheck and runs in
# ConstrainedLanguage. Which properties are read stands below by name.
#
# Run it in a Windows PowerShell with the VMM console of the server's version, in an empty folder of its own for each collection:
#   .\collect-vmm.ps1 -VMMServer vmm01 -OutputFolder C:\collected\before
# Interrupted, it goes on where it was when it is run again with the same folder.
param([Parameter(Mandatory = $true)] [string] $VMMServer, [string] $OutputFolder = '.')

$ErrorActionPreference = 'Stop'
$vmProperties = 'ID', 'VMId', 'Name', 'StatusString', 'HostName', 'LastRestoredCheckpointID', 'CheckpointLocation', 'CheckpointType',
    'IsHighlyAvailable', 'ModifiedTime'
$checkpointProperties = 'ID', 'CheckpointID', 'ParentCheckpointID', 'VMId', 'Name', 'Description', 'AddedTime', 'ModifiedTime',
    'ObjectType'
$jobProperties = 'ID', 'Name', 'CmdletName', 'Status', 'StartTime', 'EndTime', 'ResultObjectID', 'TargetObjectID', 'TargetObjectType'
$parts = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'

$folder = (Get-Item -LiteralPath $OutputFolder).FullName
$server = VirtualMachineManager\Get-SCVMMServer -ComputerName $VMMServer
$place = $server.FQDN
$stem = "snapcheck-vmm-$place"
$present = @(Get-ChildItem -LiteralPath $folder -Filter "$stem-*.xml")
# The newest file may have been cut off by an interruption: it is written again.
$newest = $null
foreach ($file in $present) { if ($null -eq $newest -or $file.LastWriteTimeUtc -gt $newest.LastWriteTimeUtc) { $newest = $file } }
$finished = @(foreach ($file in $present) { if ($file.Name -ne $newest.Name) { $file.Name } })
if ($present.Name -contains "$stem-end.xml") {
    "$folder holds a finished collection of $place. Choose an empty folder for another one."
    return
}

if ($finished -notcontains "$stem-about.xml") {
    Export-Clixml -LiteralPath "$folder/$stem-about.xml" -Depth 3 -InputObject @{
        Snapcheck = 'snapcheck.collect/1'
        Side = 'vmm'
        Part = 'about'
        Place = $place
        Time = Get-Date
        Account = "$($server.ConnectedUserName), $($server.Profile), $($server.UserRole.Name)"
        Server = $server | Select-Object -Property FQDN, ProductVersion, ServerInterfaceVersion, CompanyName
        Module = @(Get-Module -Name VirtualMachineManager -ListAvailable | Select-Object -Property Name, Version, Author, CompanyName)
        PowerShell = "$($PSVersionTable.PSVersion)"
        LanguageMode = "$($ExecutionContext.SessionState.LanguageMode)"
    }
}

$vms = @(VirtualMachineManager\Get-SCVirtualMachine -VMMServer $server -All)
"$($vms.Count) VMs on $place"
foreach ($part in $parts) {
    $name = "$stem-$part.xml"
    if ($finished -contains $name) { "$name is there already"; continue }
    $chosen = @(foreach ($vm in $vms) { if ("$($vm.ID)" -like "$part*") { $vm } })
    Export-Clixml -LiteralPath "$folder/$name" -Depth 3 -InputObject @{
        Snapcheck = 'snapcheck.collect/1'
        Side = 'vmm'
        Part = $part
        Place = $place
        Time = Get-Date
        Machines = @($chosen | Select-Object -Property $vmProperties)
        Checkpoints = @(foreach ($vm in $chosen) {
                VirtualMachineManager\Get-SCVMCheckpoint -VM $vm | Select-Object -Property $checkpointProperties
            })
    }
    "$name written, $($chosen.Count) VMs"
}

Export-Clixml -LiteralPath "$folder/$stem-end.xml" -Depth 3 -InputObject @{
    Snapcheck = 'snapcheck.collect/1'
    Side = 'vmm'
    Part = 'end'
    Place = $place
    Time = Get-Date
    Count = $vms.Count
    Jobs = @(VirtualMachineManager\Get-SCJob -VMMServer $server -All | Select-Object -Property $jobProperties)
}
"Done. Every $stem-*.xml of $folder belongs together."
