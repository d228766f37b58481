# Lists what in the text of a script Windows PowerShell 5.1 would not understand, or what is outside of the engine.
# Known: commands from elsewhere that it may use.
param([string] $Text, [string[]] $Known = @())

$tokens = $null
$errors = $null
$tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref] $tokens, [ref] $errors)
foreach ($problem in $errors) { "$($problem.Extent.StartLineNumber): $($problem.ErrorId)" }

$own = @(foreach ($node in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)) { $node.Name })
$engine = @(Get-Command -Module Microsoft.PowerShell.Core -CommandType Cmdlet | ForEach-Object { $_.Name })

foreach ($node in $tree.FindAll({ $true }, $true)) {
    $found = switch ($node.GetType().Name) {
        'TernaryExpressionAst' { 'ternary' }
        'PipelineChainAst' { '&& or ||' }
        'TypeDefinitionAst' { 'class or enum' }
        'UsingStatementAst' { 'using' }
        'BinaryExpressionAst' { if ($node.Operator -eq 'QuestionQuestion') { '??' } }
        'AssignmentStatementAst' { if ($node.Operator -eq 'QuestionQuestionEquals') { '??=' } }
        'MemberExpressionAst' { if ($node.NullConditional) { '?.' } }
        'InvokeMemberExpressionAst' { if ($node.NullConditional) { '?.' } }
        'IndexExpressionAst' { if ($node.NullConditional) { '?[]' } }
        'PipelineAst' { if ($node.Background) { 'background &' } }
        'ScriptBlockAst' { if ($node.CleanBlock) { 'clean' } }
        'CommandAst' {
            $name = $node.GetCommandName()
            # A name with its module says by itself where it comes from.
            if ($name -and $name -notin $own -and $name -notin $engine -and $name -notin $Known -and -not $name.Contains('\')) { "command $name" }
        }
    }
    if ($found) { "$($node.Extent.StartLineNumber): $found" }
}
