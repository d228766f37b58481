# What a PowerShell that is opened on the lab runs first: it then has the engine's own modules and the lab's, finds no
# others, and says so in its prompt. Ends with 3 where a cmdlet does not resolve in the lab.

$labFolder = [System.Environment]::GetEnvironmentVariable('SNAPCHECK_LAB_MODULES')

# The engine's by their files: on Windows PowerShell 5.1 the folder that they are in has the product's Hyper-V too.
foreach ($name in 'Microsoft.PowerShell.Management', 'Microsoft.PowerShell.Utility', 'Microsoft.PowerShell.Security') {
    $file = [System.IO.Path]::Combine($PSHOME, 'Modules', $name, "$name.psd1")
    if ([System.IO.File]::Exists($file)) { Import-Module -Name $file -Global -DisableNameChecking }
}
[System.Environment]::SetEnvironmentVariable('PSModulePath', $labFolder)
$global:PSModuleAutoLoadingPreference = 'None'

# Hyper-V last: where both export a name, such as Get-VMCheckpoint, it is Hyper-V's, as in a console that met Hyper-V last.
foreach ($name in 'VirtualMachineManager', 'Hyper-V') {
    Import-Module -Name ([System.IO.Path]::Combine($labFolder, $name, "$name.psd1")) -Global -DisableNameChecking
}

foreach ($module in Get-Module -Name 'VirtualMachineManager', 'Hyper-V') {
    foreach ($name in $module.ExportedFunctions.Keys) {
        foreach ($form in $name, "$($module.Name)\$name") {
            $command = Get-Command -Name $form
            if ($null -eq $command -or $null -eq $command.Module -or -not $command.Module.Path.StartsWith($labFolder)) {
                [System.Console]::Error.WriteLine("$form does not resolve in the lab: this shell would reach something else.")
                exit 3
            }
        }
    }
}

function global:prompt { "[LAB] PS $($ExecutionContext.SessionState.Path.CurrentLocation)> " }
