# What a session loads first: it runs the other shipped scripts, each named by the SHA-256 of its text, and answers in
# frames. Written for Windows PowerShell 5.1 (not observed) and PowerShell 7, with no command from outside of the engine.
# Scripts run in a runspace of their own, whose default host neither writes to the console nor asks anybody.

$Snapcheck = @{ Scripts = @{}; Answer = [byte[]]@(); Frame = 0 }
$Snapcheck.Runspace = [System.Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace(
    [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault2())
# One thread for all calls: a module may keep what it needs with the thread.
$Snapcheck.Runspace.ThreadOptions = [System.Management.Automation.Runspaces.PSThreadOptions]::ReuseThread
$Snapcheck.Runspace.Open()

# What stands behind the script is reached only if the script came to its end: `exit` and `break` leave the whole pipeline.
$Snapcheck.Wrapper = 'param($Text, $Parameters, $End) & ([scriptblock]::Create($Text)) @Parameters; $End'

function Get-SnapcheckHash([byte[]] $Bytes) {
    $algorithm = [System.Security.Cryptography.SHA256]::Create()
    [BitConverter]::ToString($algorithm.ComputeHash($Bytes)).Replace('-', '').ToLowerInvariant()
}

# Frames are ASCII, so that no code page can alter them (node-powershell, trap 23).
function Write-SnapcheckFrame([string] $Call, [int] $Offset) {
    $total = $Snapcheck.Answer.Length
    $count = [Math]::Min($Snapcheck.Frame, $total - $Offset)
    $base64 = [Convert]::ToBase64String($Snapcheck.Answer, $Offset, $count)
    [Console]::Out.WriteLine("[snapcheck $Call $Offset $total $base64]")
}

function Write-SnapcheckAnswer([string] $Call, $Value, [int] $Depth) {
    $document = [System.Management.Automation.PSSerializer]::Serialize($Value, $Depth)
    $Snapcheck.Answer = [System.Text.Encoding]::UTF8.GetBytes($document)
    Write-SnapcheckFrame $Call 0
}

function Start-Snapcheck([string] $Call, [int] $Frame) {
    # What a script or a program prints past the streams; a process without a console has no encoding to set.
    try { [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false) } catch [System.IO.IOException] { $null = $_ }
    $Snapcheck.Frame = $Frame
    Write-SnapcheckAnswer $Call ([pscustomobject]@{
            Version = [string]$PSVersionTable.PSVersion
            Edition = [string]$PSVersionTable.PSEdition
            Process = $PID
        }) 2
}

function Add-SnapcheckScript([string] $Call, [string] $Hash, [string] $Base64) {
    $bytes = [Convert]::FromBase64String($Base64)
    $observed = Get-SnapcheckHash $bytes
    if ($observed -ceq $Hash) { $Snapcheck.Scripts[$Hash] = [System.Text.Encoding]::UTF8.GetString($bytes) }
    Write-SnapcheckAnswer $Call $observed 1
}

# UTF-16 as it is: an encoding would replace unpaired surrogates.
function ConvertFrom-SnapcheckText([string] $Base64) {
    $bytes = [Convert]::FromBase64String($Base64)
    $characters = [char[]]::new($bytes.Length / 2)
    [Buffer]::BlockCopy($bytes, 0, $characters, 0, $bytes.Length)
    [string]::new($characters)
}

# 'Name:kind:payload;...', written by parameters.ts.
function ConvertFrom-SnapcheckParameters([string] $Fields) {
    $parameters = @{}
    foreach ($field in $Fields.Split([char[]]';', [System.StringSplitOptions]::RemoveEmptyEntries)) {
        $name, $kind, $payload = $field.Split([char]':')
        $culture = [System.Globalization.CultureInfo]::InvariantCulture
        $parameters[$name] = switch ($kind) {
            'text' { ConvertFrom-SnapcheckText $payload }
            'texts' { , [string[]]@(foreach ($item in $payload.Split([char]',')) { if ($item) { ConvertFrom-SnapcheckText $item.Substring(1) } }) }
            'flag' { $payload -ceq 'true' }
            'whole' { [long]::Parse($payload, $culture) }
            'number' { [double]::Parse($payload, $culture) }
        }
    }
    $parameters
}

function Get-SnapcheckException($Exception) {
    $types = @(for ($type = $Exception.GetType(); $type; $type = $type.BaseType) { $type.FullName })
    [pscustomobject]@{ Message = [string]$Exception.Message; Types = $types; HResult = [int]$Exception.HResult }
}

function Get-SnapcheckError($Record) {
    $chain = @(for ($exception = $Record.Exception; $exception; $exception = $exception.InnerException) { Get-SnapcheckException $exception })
    [pscustomobject]@{
        Id         = [string]$Record.FullyQualifiedErrorId
        Category   = [string]$Record.CategoryInfo.Category
        Message    = [string]$Record
        Target     = [string]$Record.CategoryInfo.TargetName
        TargetType = [string]$Record.CategoryInfo.TargetType
        Stack      = [string]$Record.ScriptStackTrace
        Exceptions = $chain
    }
}

function Get-SnapcheckReason($Reason) {
    if ($null -eq $Reason) { return $null }
    if ($Reason -is [System.Management.Automation.IContainsErrorRecord]) { return Get-SnapcheckError $Reason.ErrorRecord }
    Get-SnapcheckError ([System.Management.Automation.ErrorRecord]::new($Reason, $Reason.GetType().FullName, 'NotSpecified', $null))
}

function Invoke-SnapcheckScript([string] $Call, [string] $Hash, [string] $Fields, [int] $Depth, [int] $Objects) {
    $runspace = $Snapcheck.Runspace
    # Variables, preferences, $Error and the location; modules and functions stay.
    $runspace.ResetRunspaceState()
    $runspace.SessionStateProxy.SetVariable('ProgressPreference', 'SilentlyContinue')
    $end = [object]::new()
    $shell = [System.Management.Automation.PowerShell]::Create()
    $shell.Runspace = $runspace
    $null = $shell.AddScript($Snapcheck.Wrapper, $true)
    $null = $shell.AddArgument($Snapcheck.Scripts[$Hash]).AddArgument((ConvertFrom-SnapcheckParameters $Fields)).AddArgument($end)
    $none = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $none.Complete()
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    try {
        $running = $shell.BeginInvoke($none, $output)
        while (-not $running.AsyncWaitHandle.WaitOne(50)) { if ($output.Count -gt $Objects) { $shell.Stop() } }
        $items = @($output.ReadAll())
        $isComplete = $items.Count -gt 0 -and [object]::ReferenceEquals($items[-1], $end)
        if ($isComplete) { $items = @(if ($items.Count -gt 1) { $items[0..($items.Count - 2)] }) }
        $streams = $shell.Streams
        Write-SnapcheckAnswer $Call ([pscustomobject]@{
                State       = [string]$shell.InvocationStateInfo.State
                Complete    = $isComplete
                Output      = $items
                Errors      = @(foreach ($record in $streams.Error) { Get-SnapcheckError $record })
                Reason      = Get-SnapcheckReason $shell.InvocationStateInfo.Reason
                Warnings    = @(foreach ($record in $streams.Warning) { [string]$record.Message })
                Verbose     = @(foreach ($record in $streams.Verbose) { [string]$record.Message })
                Information = @(foreach ($record in $streams.Information) { [string]$record.MessageData })
                ExitCode    = $runspace.SessionStateProxy.GetVariable('LASTEXITCODE')
            }) ($Depth + 2)
    }
    finally { $shell.Dispose() }
}
