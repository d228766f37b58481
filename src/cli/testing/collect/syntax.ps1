# What a script consists of, a line for each node: what the allow-list of collect.test.ts is held against.
param([string] $Text)
$tokens = $null
$errors = $null
$tree = [System.Management.Automation.Language.Parser]::ParseInput($Text, [ref] $tokens, [ref] $errors)
foreach ($problem in $errors) { "error $($problem.ErrorId)" }
foreach ($node in $tree.FindAll({ $true }, $true)) {
    $kind = $node.GetType().Name -replace 'Ast$', ''
    "element $kind"
    # A name that is worked out when it runs has none here: it is then no allowed one.
    if ($kind -eq 'Command') { "command $($node.GetCommandName())" }
    if ($kind -eq 'BinaryExpression') { "operator $($node.Operator)" }
    if ($kind -eq 'TypeConstraint' -or $kind -eq 'TypeExpression' -or $kind -eq 'Attribute') { "type $($node.TypeName.FullName)" }
    if ($kind -eq 'AssignmentStatement') { "assignment $($node.Operator) $($node.Left.GetType().Name -replace 'Ast$', '')" }
}
