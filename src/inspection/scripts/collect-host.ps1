# snapcheck collect, host side: writes what Hyper-V shows of every VM and checkpoint of this host to files.
#
# It reads. Its commands are Get-CimInstance, Get-ChildItem, Get-Date, Get-Item, Get-Module, Hyper-V\Get-VM,
# Hyper-V\Get-VMSnapshot, Select-Object and Export-Clixml, and nothing else. It starts no job and changes no VM; the only
# thing that it writes is its own files, in the folder that it is given. It needs no module of snapcheck and runs in
# ConstrainedLanguage. Which properties are read stands below by name.
#
# Run it as an administrator or Hyper-V administrator of the host, in an empty folder of its own for each collection:
#   .\collect-host.ps1 -OutputFolder C:\collected\before
# Interrupted, it goes on where it was when it is run again with the same folder.
param([string] $OutputFolder = '.')

$ErrorActionPreference = 'Stop'
$vmProperties = 'VMId', 'Name', 'State', 'Notes', 'ParentSnapshotId', 'ParentSnapshotName', 'CheckpointType',
    'SnapshotFileLocation', 'Version', 'Generation', 'IsClustered', 'ComputerName'
$checkpointProperties = 'Id', 'Name', 'VMId', 'VMName', 'Notes', 'SnapshotType', 'IsAutomaticCheckpoint', 'CreationTime',
    'ParentSnapshotId', 'ParentSnapshotName', 'Version', 'ComputerName'
$parts = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'

$folder = (Get-Item -LiteralPath $OutputFolder).FullName
$place = $env:COMPUTERNAME
$account = "$env:USERDOMAIN\$env:USERNAME"
$stem = "snapcheck-host-$place"
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
        Side = 'host'
        Part = 'about'
        Place = $place
        Time = Get-Date
        Account = $account
        OperatingSystem = Get-CimInstance -ClassName Win32_OperatingSystem |
            Select-Object -Property Caption, Version, BuildNumber, LocalDateTime, CurrentTimeZone
        Module = @(Get-Module -Name Hyper-V -ListAvailable | Select-Object -Property Name, Version, Author, CompanyName)
        PowerShell = "$($PSVersionTable.PSVersion)"
        LanguageMode = "$($ExecutionContext.SessionState.LanguageMode)"
    }
}

$vms = @(Hyper-V\Get-VM)
"$($vms.Count) VMs on $place"
foreach ($part in $parts) {
    $name = "$stem-$part.xml"
    if ($finished -contains $name) { "$name is there already"; continue }
    $chosen = @(foreach ($vm in $vms) { if ("$($vm.VMId)" -like "$part*") { $vm } })
    Export-Clixml -LiteralPath "$folder/$name" -Depth 3 -InputObject @{
        Snapcheck = 'snapcheck.collect/1'
        Side = 'host'
        Part = $part
        Place = $place
        Time = Get-Date
        Machines = @($chosen | Select-Object -Property $vmProperties)
        Checkpoints = @(foreach ($vm in $chosen) { Hyper-V\Get-VMSnapshot -VM $vm | Select-Object -Property $checkpointProperties })
    }
    "$name written, $($chosen.Count) VMs"
}

Export-Clixml -LiteralPath "$folder/$stem-end.xml" -Depth 3 -InputObject @{
    Snapcheck = 'snapcheck.collect/1'
    Side = 'host'
    Part = 'end'
    Place = $place
    Time = Get-Date
    Count = $vms.Count
}
"Done. Every $stem-*.xml of $folder belongs together."
