# What snapcheck asks of the VirtualMachineManager module, each time of one VM by its Hyper-V GUID. A checkpoint is found by
# its CheckpointID in the list of its VM. The answer to a change is one word: done, no-vm, several-vms or no-checkpoint.
param(
    [string] $Action, [string] $ComputerName, [string] $VM, [string] $Checkpoint, [string] $Name, [string] $Description,
    [string] $State, [bool] $Refresh, [string[]] $VMMembers, [string[]] $CheckpointMembers, [string[]] $JobMembers
)

$ErrorActionPreference = 'Stop'
# Nobody is there to answer.
$ConfirmPreference = 'None'

# The members that are there: evidence holds nothing else of somebody's VM. As with what comes from a remote session, types are prefixed: under
# their own names the members of the module's type file would stand on the new object, without what they stand for.
function Select-Member($Object, [string[]] $Names) {
    $members = [ordered]@{}
    foreach ($name in $Names) {
        $member = $Object.PSObject.Properties[$name]
        if ($null -ne $member) { $members[$name] = $member.Value }
    }
    $selected = [pscustomobject]$members
    $selected.PSObject.TypeNames.Clear()
    foreach ($type in $Object.PSObject.TypeNames) { $selected.PSObject.TypeNames.Add("Deserialized.$type") }
    $selected
}

function Get-Identity($Server) {
    $command = Get-Command 'VirtualMachineManager\Get-SCVMMServer'
    $file = if ($command.DLL) { [System.Diagnostics.FileVersionInfo]::GetVersionInfo($command.DLL) }
    [pscustomobject]@{
        Author  = [string]$command.Module.Author
        Company = if ($file) { [string]$file.CompanyName }
        Version = [string]$Server.ProductVersion
    }
}

# Those that run, however old, and the newest: a server keeps tens of thousands.
function Get-VMJob($Server, $Machine) {
    $jobs = @(VirtualMachineManager\Get-SCJob -VMMServer $Server -Running) + @(VirtualMachineManager\Get-SCJob -VMMServer $Server -Newest 100)
    $seen = @{}
    foreach ($job in $jobs) {
        if ($job.TargetObjectID -ne $Machine.ID -or $seen.ContainsKey([string]$job.ID)) { continue }
        $seen[[string]$job.ID] = $true
        Select-Member $job $JobMembers
    }
}

$texts = @{}
foreach ($text in 'Name', 'Description') { if ($PSBoundParameters.ContainsKey($text)) { $texts[$text] = $PSBoundParameters[$text] } }

$states = @{
    Running  = { param($machine) $null = VirtualMachineManager\Start-SCVirtualMachine -VM $machine }
    PowerOff = { param($machine) $null = VirtualMachineManager\Stop-SCVirtualMachine -VM $machine }
}

$onMachine = @{
    'read'         = {
        param($machine)
        # It puts out the VM as it is afterwards (documented); what it puts out is not trusted to be that.
        if ($Refresh) {
            $null = VirtualMachineManager\Read-SCVirtualMachine -VM $machine
            $machine = VirtualMachineManager\Get-SCVirtualMachine -VMMServer $server -ID $machine.ID
        }
        Select-Member $machine $VMMembers
        foreach ($row in VirtualMachineManager\Get-SCVMCheckpoint -VM $machine) { Select-Member $row $CheckpointMembers }
        if ($JobMembers) { Get-VMJob $server $machine }
    }
    'create'       = { param($machine) Select-Member (VirtualMachineManager\New-SCVMCheckpoint -VM $machine @texts) 'CheckpointID' }
    'set-vm-state' = { param($machine) if ([string]$machine.VirtualMachineState -ne $State) { & $states[$State] $machine } }
}

$change = { param($row) $null = VirtualMachineManager\Set-SCVMCheckpoint -VMCheckpoint $row @texts }
$onCheckpoint = @{
    'rename'      = $change
    'set-comment' = $change
    'restore'     = { param($row) $null = VirtualMachineManager\Restore-SCVMCheckpoint -VMCheckpoint $row }
    'remove'      = { param($row) $null = VirtualMachineManager\Remove-SCVMCheckpoint -VMCheckpoint $row }
}

$server = VirtualMachineManager\Get-SCVMMServer -ComputerName $ComputerName
if ($Action -eq 'identify') { return Get-Identity $server }
# ID is VMM's own; that the GUID of Hyper-V is in VMId is observed.
$machines = @(VirtualMachineManager\Get-SCVirtualMachine -VMMServer $server -All | Where-Object { $_.VMId -eq $VM })
if ($machines.Count -ne 1) { return $(if ($machines.Count -eq 0) { 'no-vm' } else { 'several-vms' }) }
if ($onMachine.ContainsKey($Action)) {
    & $onMachine[$Action] $machines[0]
    return 'done'
}
$row = VirtualMachineManager\Get-SCVMCheckpoint -VM $machines[0] | Where-Object { $_.CheckpointID -eq $Checkpoint }
if ($null -eq $row) { return 'no-checkpoint' }
& $onCheckpoint[$Action] $row
'done'
