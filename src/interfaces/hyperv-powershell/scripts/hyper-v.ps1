# What snapcheck asks of the Hyper-V module, each time of one VM. A checkpoint is found by its Id in the list of its VM: a
# name would be a pattern. The answer to a change is one word: done, no-vm or no-checkpoint.
param(
    [string] $Action, [string] $ComputerName, [string] $VM, [string] $Checkpoint, [string] $Value,
    [string[]] $VMMembers, [string[]] $CheckpointMembers
)

$ErrorActionPreference = 'Stop'
# Restore-VMSnapshot asks by default (ConfirmImpact High), and nobody is there to answer.
$ConfirmPreference = 'None'

# The members that are there: evidence holds nothing else of somebody's VM. As with what comes from a remote session, types are prefixed: under
# their own names the aliases of the module's type file would stand on the new object, without what they stand for.
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

# An Id that is not there gives the error of any bad parameter (observed), so that the list of all decides.
function Get-Machine {
    $found = Hyper-V\Get-VM -ComputerName $ComputerName -Id $VM -ErrorAction Ignore
    if ($null -ne $found) { return $found }
    Hyper-V\Get-VM -ComputerName $ComputerName | Where-Object { $_.Id -eq $VM }
}

function Get-Snapshot($Machine) { Hyper-V\Get-VMSnapshot -VM $Machine | Where-Object { $_.Id -eq $Checkpoint } }

# Each loads the module; its author says whose it is.
function Get-Identity {
    $null = Hyper-V\Get-VMHost -ComputerName $ComputerName
    $command = Get-Command 'Hyper-V\Get-VM'
    $file = if ($command.DLL) { [System.Diagnostics.FileVersionInfo]::GetVersionInfo($command.DLL) }
    [pscustomobject]@{
        Author  = [string]$command.Module.Author
        Company = if ($file) { [string]$file.CompanyName }
        Version = if ($file) { '{0}.{1}.{2}' -f $file.FileMajorPart, $file.FileMinorPart, $file.FileBuildPart }
    }
}

$states = @{
    Running = { param($machine) if ($machine.State -eq 'Paused') { Hyper-V\Resume-VM -VM $machine } else { Hyper-V\Start-VM -VM $machine } }
    Off     = { param($machine) Hyper-V\Stop-VM -VM $machine -TurnOff }
    Saved   = { param($machine) Hyper-V\Save-VM -VM $machine }
    Paused  = { param($machine) Hyper-V\Suspend-VM -VM $machine }
}

$onMachine = @{
    'read'                = {
        param($machine)
        Select-Member $machine $VMMembers
        foreach ($snapshot in Hyper-V\Get-VMSnapshot -VM $machine) { Select-Member $snapshot $CheckpointMembers }
    }
    'create'              = { param($machine) Select-Member (Hyper-V\Checkpoint-VM -VM $machine -Passthru) 'Id' }
    'create-with-name'    = { param($machine) Select-Member (Hyper-V\Checkpoint-VM -VM $machine -SnapshotName $Value -Passthru) 'Id' }
    'set-checkpoint-type' = { param($machine) Hyper-V\Set-VM -VM $machine -CheckpointType $Value }
    'set-vm-notes'        = { param($machine) Hyper-V\Set-VM -VM $machine -Notes $Value }
    'set-vm-state'        = { param($machine) if ($machine.State -ne $Value) { & $states[$Value] $machine } }
}

$onSnapshot = @{
    'rename'         = { param($snapshot) Hyper-V\Rename-VMSnapshot -VMSnapshot $snapshot -NewName $Value }
    'restore'        = { param($snapshot) Hyper-V\Restore-VMSnapshot -VMSnapshot $snapshot }
    'remove'         = { param($snapshot) Hyper-V\Remove-VMSnapshot -VMSnapshot $snapshot }
    'remove-subtree' = { param($snapshot) Hyper-V\Remove-VMSnapshot -VMSnapshot $snapshot -IncludeAllChildSnapshots }
}

if ($Action -eq 'identify') { return Get-Identity }
$machine = Get-Machine
if ($null -eq $machine) { return 'no-vm' }
if ($onMachine.ContainsKey($Action)) {
    & $onMachine[$Action] $machine
    return 'done'
}
$snapshot = Get-Snapshot $machine
if ($null -eq $snapshot) { return 'no-checkpoint' }
& $onSnapshot[$Action] $snapshot
'done'
