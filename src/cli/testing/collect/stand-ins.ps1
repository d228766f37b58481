# Test aids, never shipped: stands in for the commands of Windows that the PowerShell engine lacks and for both modules, with
# objects in the shape that powershell-cmdlets.md documents, and runs a collector script in ConstrainedLanguage. No real
# host, no real VMM and no Windows PowerShell is behind it. It gives what the script printed.
param([string] $Script, [string] $Folder, [string] $Variant, [string] $Fail)

$standIns = {
    param($Variant, $Fail)
    enum SnapshotType { Standard = 0; Recovery = 1 }
    function Get-Date { [DateTime]::Now }
    function Get-Item { param($LiteralPath) [IO.DirectoryInfo]::new($LiteralPath) }
    function Get-ChildItem { param($LiteralPath, $Filter) [IO.DirectoryInfo]::new($LiteralPath).GetFiles($Filter) }
    function Get-CimInstance { param($ClassName) [pscustomobject]@{ Caption = 'snapcheck lab (simulator)'; Version = '10.0.0'; BuildNumber = '0'; LocalDateTime = [DateTime]::Now; CurrentTimeZone = [int16] 0 } }
    function Get-Module { param($Name, [switch] $ListAvailable) [pscustomobject]@{ Name = $Name; Version = [Version] '0.0.0.1'; Author = 'snapcheck lab (simulator)'; CompanyName = '' } }
    function Select-Object {
        param($Property, [Parameter(ValueFromPipeline = $true)] $InputObject)
        process {
            if ($null -eq $InputObject) { return }
            $chosen = [pscustomobject]@{}
            foreach ($name in $Property) { $chosen.psobject.Properties.Add([psnoteproperty]::new($name, $InputObject.$name)) }
            # The real one puts the object's own type before those of a custom object: its base types are gone.
            $chosen.psobject.TypeNames.Insert(0, "Selected.$($InputObject.psobject.TypeNames[0])")
            $chosen
        }
    }
    function Export-Clixml {
        param($LiteralPath, $Depth, $InputObject)
        if ($Fail -ne '' -and $LiteralPath.EndsWith($Fail)) { throw "stand-in: no room for $Fail" }
        [IO.File]::WriteAllText($LiteralPath, [Management.Automation.PSSerializer]::Serialize($InputObject, $Depth), [Text.Encoding]::Unicode)
    }
    $one = [guid] '0a000000-0000-4000-8000-000000000001'
    $two = [guid] 'ab000000-0000-4000-8000-000000000002'
    function New-StandIn($Type, $Members) { $made = [pscustomobject]$Members; $made.psobject.TypeNames.Insert(0, $Type); $made }
    # Of each checkpoint: number, name, comment, number of its parent, whether it is a backup's.
    $trees = @{ "$one" = @(@(1, 'root', 'kept as it is', 0, $false), @(2, 'middle', '', 1, $false), @(3, 'leaf', '', 2, $false)); "$two" = @(@(4, 'other', '', 0, $false), @(5, 'of a backup', '', 4, $true)) }
    if ($Variant -eq 'after') {
        $trees["$one"] = @(@(1, 'root', 'changed', 0, $false), @(3, 'leaf', '', 1, $false))
        $trees["$two"] = @(, @(6, 'new', '', 0, $false))
    }
    function Get-Number($Letter, $Number) { [guid] "${Letter}0000000-0000-4000-8000-00000000000$Number" }
    $made = if ($Variant -eq 'after') { [DateTime]::Now } else { [DateTime] '2026-01-02T03:04:05' }
    $since = @{ 6 = $made }

    New-Module -Name Hyper-V -ScriptBlock {
        function Get-VM {
            foreach ($id in $one, $two) {
                $last = @($trees["$id"])[-1]
                New-StandIn 'Microsoft.HyperV.PowerShell.VirtualMachine' @{ VMId = $id; Name = "vm-$id"; State = 'Off'; Notes = ''; ParentSnapshotId = Get-Number 'c' $last[0]; ParentSnapshotName = $last[1]; Version = '9.0'; ComputerName = 'HOST' }
            }
        }
        function Get-VMSnapshot {
            param($VM)
            foreach ($row in $trees["$($VM.VMId)"]) {
                $parent = if ($row[3] -eq 0) { $null } else { Get-Number 'c' $row[3] }
                $kind = if ($row[4]) { [SnapshotType]::Recovery } else { [SnapshotType]::Standard }
                $created = if ($since.ContainsKey($row[0])) { $since[$row[0]] } else { [DateTime]::SpecifyKind([DateTime] '2026-01-02T03:04:05', 'Local') }
                New-StandIn 'Microsoft.HyperV.PowerShell.VMSnapshot' @{ Id = Get-Number 'c' $row[0]; Name = $row[1]; VMId = $VM.VMId; VMName = $VM.Name; Notes = ''; SnapshotType = $kind; CreationTime = $created; ParentSnapshotId = $parent; ComputerName = 'HOST' }
            }
        }
    } | Import-Module
    New-Module -Name VirtualMachineManager -ScriptBlock {
        function Get-SCVMMServer { param($ComputerName) New-StandIn 'Microsoft.SystemCenter.VirtualMachineManager.Remoting.ServerConnection' @{ FQDN = 'vmm.example'; ProductVersion = '0.0.0.1'; ServerInterfaceVersion = '0.0.0'; CompanyName = 'snapcheck lab (simulator)'; ConnectedUserName = 'EXAMPLE\vmm'; Profile = 'Administrator'; UserRole = [pscustomobject]@{ Name = 'Administrator' } } }
        function Get-SCVirtualMachine {
            param($VMMServer, [switch] $All)
            foreach ($number in 1, 2) {
                $id = @($one, $two)[$number - 1]
                $last = @($trees["$id"] | Where-Object { -not $_[4] })[-1]
                New-StandIn 'Microsoft.SystemCenter.VirtualMachineManager.VM' @{ ID = Get-Number 'd' $number; VMId = "$id".ToUpperInvariant(); Name = "vm-$id"; StatusString = 'Stopped'; HostName = 'host'; LastRestoredCheckpointID = "$(Get-Number 'c' $last[0])".ToUpperInvariant(); CheckpointLocation = 'C:\'; ModifiedTime = [DateTime]::Now }
            }
        }
        function Get-SCVMCheckpoint {
            param($VM)
            # A backup's checkpoint is not visible from SCVMM (C-083).
            foreach ($row in $trees[$VM.VMId.ToLowerInvariant()]) {
                if ($row[4]) { continue }
                $parent = if ($row[3] -eq 0) { $VM.VMId } else { "$(Get-Number 'c' $row[3])".ToUpperInvariant() }
                $created = if ($since.ContainsKey($row[0])) { $since[$row[0]] } else { [DateTime]::SpecifyKind([DateTime] '2026-01-02T03:04:05', 'Local') }
                New-StandIn 'Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot' @{ ID = Get-Number 'e' $row[0]; CheckpointID = "$(Get-Number 'c' $row[0])".ToUpperInvariant(); ParentCheckpointID = $parent; VMId = $VM.ID; Name = $row[1]; Description = $row[2]; AddedTime = $created; ModifiedTime = [DateTime]::Now; ObjectType = 'VMSnapshot' }
            }
        }
        function Get-SCJob {
            param($VMMServer, [switch] $All)
            if ($Variant -ne 'after') { return }
            New-StandIn 'Microsoft.SystemCenter.VirtualMachineManager.Task' @{ ID = Get-Number 'f' 1; Name = 'Remove checkpoint'; CmdletName = 'Remove-SCVMCheckpoint'; Status = 'Completed'; StartTime = $made; EndTime = $made; ResultObjectID = Get-Number 'd' 1; TargetObjectID = Get-Number 'e' 2; TargetObjectType = 'VMCheckpoint' }
        }
    } | Import-Module
}

$runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
$runspace.Open()
$shell = [powershell]::Create()
$shell.Runspace = $runspace
$shell.AddScript("param(`$Variant, `$Fail) . { $standIns } `$Variant `$Fail").AddArgument($Variant).AddArgument($Fail).Invoke()
foreach ($record in $shell.Streams.Error) { throw $record }
$env:COMPUTERNAME = 'HOST'
$runspace.SessionStateProxy.LanguageMode = 'ConstrainedLanguage'
$shell = [powershell]::Create()
$shell.Runspace = $runspace
$parameters = @{ OutputFolder = $Folder }
if ($Script.Contains('$VMMServer')) { $parameters['VMMServer'] = 'vmm' }
$shell.AddScript($Script).AddParameters($parameters).Invoke()
$runspace.Dispose()
