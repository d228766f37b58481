# The one way from a cmdlet to the lab: what was bound goes there, what comes back is written. It knows no cmdlet.

$LabMark = 'x-snapcheck-lab'
$LabClient = @{ Http = $null; Url = '' }

# Loopback and nothing else, past every proxy.
function Get-LabHttp {
    if ($null -ne $LabClient.Http) { return $LabClient.Http }
    $url = [System.Environment]::GetEnvironmentVariable('SNAPCHECK_LAB_POWERSHELL')
    $uri = $url -as [uri]
    if ($null -eq $uri -or -not $uri.IsAbsoluteUri -or -not $uri.IsLoopback) {
        throw [System.InvalidOperationException]::new('SNAPCHECK_LAB_POWERSHELL must be the address of a lab on this machine.')
    }
    $null = [System.Reflection.Assembly]::Load('System.Net.Http, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a')
    $handler = [System.Net.Http.HttpClientHandler]::new()
    $handler.UseProxy = $false
    $handler.AllowAutoRedirect = $false
    $http = [System.Net.Http.HttpClient]::new($handler)
    # A synchronous cmdlet waits as long as its job takes.
    $http.Timeout = [System.Threading.Timeout]::InfiniteTimeSpan
    $login = [System.Text.Encoding]::UTF8.GetBytes([System.Environment]::GetEnvironmentVariable('SNAPCHECK_LAB_LOGIN'))
    $http.DefaultRequestHeaders.Add('Authorization', "Basic $([System.Convert]::ToBase64String($login))")
    $LabClient.Url = $uri.GetLeftPart([System.UriPartial]::Authority)
    $LabClient.Http = $http
    $http
}

# An object is told by what identifies it, in the order in which the lab asks for it.
function ConvertTo-LabValue($Value) {
    if ($null -eq $Value) { return $null }
    if ($Value -is [string] -or $Value -is [bool] -or $Value -is [int] -or $Value -is [long]) { return $Value }
    if ($Value -is [switch]) { return [bool]$Value }
    if ($Value -is [guid] -or $Value -is [enum]) { return [string]$Value }
    if ($Value -is [System.Collections.IEnumerable]) { return , [object[]]@(foreach ($item in $Value) { ConvertTo-LabValue $item }) }
    $type = $Value.GetType()
    if ($type.Assembly.FullName.StartsWith($LabAssemblyName)) {
        $values = (Get-LabValuesField $type).GetValue($Value)
        return @{ Type = $type.FullName; Id = [string]$values['Id']; Name = [string]$values['Name'] }
    }
    @{ Type = $type.FullName; Id = ''; Name = '' }
}

# What the lab sends has no types of its own: the declared property's type decides.
function ConvertFrom-LabValue($Value) {
    $ErrorActionPreference = 'Stop'
    if ($Value -isnot [System.Collections.Hashtable]) { return $Value }
    $type = Get-LabType $Value['Type']
    $sent = $Value['Values']
    $values = @{}
    foreach ($name in @($sent.Keys)) {
        $property = $type.GetProperty($name)
        if ($null -eq $property) { throw [System.InvalidOperationException]::new("The lab answered $name, which $type does not declare.") }
        $values[$name] = ConvertTo-LabProperty $sent[$name] $property.PropertyType
    }
    $type.GetConstructor([type[]]@([System.Collections.Hashtable])).Invoke(@(, $values))
}

function ConvertTo-LabProperty($Value, [type] $Type) {
    if ($null -eq $Value) { return $null }
    $plain = if ($Value -is [System.Collections.ArrayList]) { , [object[]]@(foreach ($item in $Value) { ConvertFrom-LabValue $item }) } else { ConvertFrom-LabValue $Value }
    # The comma keeps an array whole.
    , [System.Management.Automation.LanguagePrimitives]::ConvertTo($plain, $Type, [System.Globalization.CultureInfo]::InvariantCulture)
}

# @returns the records of the answer: hashtables with Kind.
function Send-LabCall([string] $Path, $Body) {
    $ErrorActionPreference = 'Stop'
    $http = Get-LabHttp
    $document = [System.Management.Automation.PSSerializer]::Serialize($Body, 6)
    $content = [System.Net.Http.StringContent]::new($document, [System.Text.Encoding]::UTF8, 'text/xml')
    $answer = $http.PostAsync("$($LabClient.Url)/$Path", $content).GetAwaiter().GetResult()
    $text = $answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()
    if (-not $answer.Headers.Contains($LabMark)) { throw [System.InvalidOperationException]::new('What answered is not the lab.') }
    if (-not $answer.IsSuccessStatusCode) { throw [System.InvalidOperationException]::new("The lab answered $([int]$answer.StatusCode): $text") }
    $records = [System.Management.Automation.PSSerializer]::Deserialize($text)
    # Nothing, and not $null, where there is none.
    if ($null -ne $records) { $records }
}

# A function's own name would stand behind the id; a cmdlet has its class there, which the lab has put into it. The field
# has this name in PowerShell 7.6.9; where it has another, the id is followed by the function's name.
$LabErrorId = [System.Management.Automation.ErrorRecord].GetField('_serializedFullyQualifiedErrorId', 'NonPublic,Instance')

function New-LabError($Told) {
    $exception = (Get-LabType $Told['Exception']).GetConstructor([type[]]@([string])).Invoke(@([string]$Told['Message']))
    $category = [System.Management.Automation.ErrorCategory]$Told['Category']
    $record = [System.Management.Automation.ErrorRecord]::new($exception, $Told['Id'], $category, $null)
    if ($null -ne $LabErrorId) { $LabErrorId.SetValue($record, [string]$Told['Id']) }
    $record
}

function Write-LabRecord($Cmdlet, [string] $Path, $Call, $Record) {
    switch ($Record['Kind']) {
        'output' { $Cmdlet.WriteObject((ConvertFrom-LabValue $Record['Value'])) }
        'error' { $Cmdlet.WriteError((New-LabError $Record)) }
        'warning' { $Cmdlet.WriteWarning($Record['Message']) }
        'variable' { $Cmdlet.SessionState.PSVariable.Set($Record['Name'], (ConvertFrom-LabValue $Record['Value'])) }
        'act' { Invoke-LabTarget $Cmdlet $Path $Call $Record['Id'] }
        'ask' {
            $question = $Record['Question']
            if ($Cmdlet.ShouldProcess($question, $question, $Cmdlet.MyInvocation.MyCommand.Name)) { Invoke-LabTarget $Cmdlet $Path $Call $Record['Id'] }
        }
    }
}

function Invoke-LabTarget($Cmdlet, [string] $Path, $Call, [string] $Target) {
    foreach ($record in Send-LabCall $Path ($Call + @{ Target = $Target })) { Write-LabRecord $Cmdlet $Path $Call $record }
}

# A cmdlet heeds the preferences of whoever calls it; a function of a module would see its own.
$LabPreferences = 'ErrorActionPreference', 'ConfirmPreference', 'WhatIfPreference', 'WarningPreference', 'VerbosePreference'

function Invoke-LabCmdlet($Cmdlet, [string] $Path, $Bound) {
    foreach ($name in $LabPreferences) {
        $value = $Cmdlet.SessionState.PSVariable.GetValue($name)
        if ($null -ne $value) { $ExecutionContext.SessionState.PSVariable.Set($name, $value) }
    }
    $parameters = @{}
    foreach ($entry in $Bound.GetEnumerator()) {
        if ([System.Management.Automation.Cmdlet]::CommonParameters -contains $entry.Key) { continue }
        if ([System.Management.Automation.Cmdlet]::OptionalCommonParameters -contains $entry.Key) { continue }
        $parameters[$entry.Key] = ConvertTo-LabValue $entry.Value
    }
    $call = @{ Set = $Cmdlet.ParameterSetName; Parameters = $parameters }
    foreach ($record in Send-LabCall $Path $call) { Write-LabRecord $Cmdlet $Path $call $record }
}
