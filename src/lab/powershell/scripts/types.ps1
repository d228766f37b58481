# Types with the product's names, made at load. Their objects hold what the lab answered and can do nothing; they are real
# .NET types so that parameters bind, texts convert and CLIXML reads as with the product's own.

$LabAssemblyName = 'snapcheck-lab-simulator'
$LabTypes = @{ Module = $null }

# A type of this name that is not the lab's is the product's: the two are never mixed in one process.
function Get-LabType([string] $Name) {
    $type = $Name -as [type]
    if ($null -ne $type -and -not $Name.StartsWith('System.') -and -not $type.Assembly.FullName.StartsWith($LabAssemblyName)) {
        throw [System.InvalidOperationException]::new("$Name is already there from elsewhere: the lab's modules load only where the product's are not.")
    }
    $type
}

function Get-LabTypeModule {
    if ($null -eq $LabTypes.Module) {
        $name = [System.Reflection.AssemblyName]::new($LabAssemblyName)
        $assembly = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly($name, [System.Reflection.Emit.AssemblyBuilderAccess]::Run)
        $LabTypes.Module = $assembly.DefineDynamicModule($LabAssemblyName)
    }
    $LabTypes.Module
}

function Add-LabEnum([string] $Name, $Values) {
    if (Get-LabType $Name) { return }
    $builder = (Get-LabTypeModule).DefineEnum($Name, 'Public', [int])
    foreach ($entry in $Values.GetEnumerator()) { $null = $builder.DefineLiteral($entry.Key, [int]$entry.Value) }
    $null = $builder.CreateType()
}

# $Steps: names of instructions, those with an operand as pairs.
function Write-LabCode($Body, [object[]] $Steps) {
    foreach ($step in $Steps) {
        $name, $operand = $step
        $code = [System.Reflection.Emit.OpCodes]::$name
        if ($null -eq $operand) { $Body.Emit($code) } else { $Body.Emit($code, $operand) }
    }
}

$LabTable = [System.Collections.Hashtable]
$LabTableGet = $LabTable.GetMethod('get_Item')

function Add-LabConstructor($Builder, [type] $Parameter, [object[]] $Steps) {
    $body = $Builder.DefineConstructor('Public', 'Standard', [type[]]@($Parameter)).GetILGenerator()
    Write-LabCode $body $Steps
}

function Add-LabMethod($Builder, [string] $Name, [string] $Attributes, [type] $Result, [object[]] $Steps) {
    $method = $Builder.DefineMethod($Name, $Attributes, $Result, [type[]]@())
    Write-LabCode $method.GetILGenerator() $Steps
    $method
}

function Add-LabException([string] $Name) {
    if (Get-LabType $Name) { return }
    $builder = (Get-LabTypeModule).DefineType($Name, 'Public', [System.Exception])
    $parent = [System.Exception].GetConstructor([type[]]@([string]))
    Add-LabConstructor $builder ([string]) ('Ldarg_0', 'Ldarg_1', @('Call', $parent), 'Ret')
    $null = $builder.CreateType()
}

# The end of each chain holds the values by the names of the properties. Observed of VMM's objects: ToString gives the name.
# Of Hyper-V's it is assumed.
function Add-LabRoot([string] $Name) {
    $builder = (Get-LabTypeModule).DefineType($Name, 'Public', [object])
    $field = $builder.DefineField('values', $LabTable, 'Assembly')
    $parent = [object].GetConstructor([type[]]@())
    Add-LabConstructor $builder $LabTable ('Ldarg_0', @('Call', $parent), 'Ldarg_0', 'Ldarg_1', @('Stfld', $field), 'Ret')
    $steps = 'Ldarg_0', @('Ldfld', $field), @('Ldstr', 'Name'), @('Callvirt', $LabTableGet), @('Castclass', [string]), 'Ret'
    $null = Add-LabMethod $builder 'ToString' 'Public,HideBySig,Virtual' ([string]) $steps
    $builder.CreateType()
}

function Get-LabValuesField($Type) {
    while ($Type.BaseType -ne [object]) { $Type = $Type.BaseType }
    $Type.GetField('values', 'NonPublic,Instance')
}

function Add-LabDerived([string] $Name, $Base, $Properties, [string] $FromText) {
    $builder = (Get-LabTypeModule).DefineType($Name, 'Public', $Base)
    $parent = $Base.GetConstructor([type[]]@($LabTable))
    Add-LabConstructor $builder $LabTable ('Ldarg_0', 'Ldarg_1', @('Call', $parent), 'Ret')
    if ($FromText) { Add-LabFromText $builder $parent $FromText }
    $field = Get-LabValuesField $Base
    foreach ($property in $Properties.GetEnumerator()) { Add-LabProperty $builder $field $property.Key (Resolve-LabType $property.Value) }
    $builder.CreateType()
}

# PowerShell converts a text by a constructor that takes one.
function Add-LabFromText($Builder, $Parent, [string] $Property) {
    $put = @('Dup'), @('Ldstr', $Property), @('Ldarg_1'), @('Callvirt', $LabTable.GetMethod('set_Item'))
    $empty = $LabTable.GetConstructor([type[]]@())
    Add-LabConstructor $Builder ([string]) (@('Ldarg_0', @('Newobj', $empty)) + $put + @(@('Call', $Parent), 'Ret'))
}

function Add-LabProperty($Builder, $Field, [string] $Name, [type] $Type) {
    $steps = 'Ldarg_0', @('Ldfld', $Field), @('Ldstr', $Name), @('Callvirt', $LabTableGet), @('Unbox_Any', $Type), 'Ret'
    $get = Add-LabMethod $Builder "get_$Name" 'Public,HideBySig,SpecialName' $Type $steps
    $Builder.DefineProperty($Name, 'None', $Type, [type[]]@()).SetGetMethod($get)
}

# 'Name', 'Name[]' or 'Name?'.
function Resolve-LabType([string] $Name) {
    if ($Name.EndsWith('[]')) { return (Resolve-LabType $Name.Substring(0, $Name.Length - 2)).MakeArrayType() }
    if ($Name.EndsWith('?')) { return [System.Nullable`1].MakeGenericType((Resolve-LabType $Name.Substring(0, $Name.Length - 1))) }
    $type = Get-LabType $Name
    if ($null -eq $type) { throw [System.InvalidOperationException]::new("$Name is not defined before it is used.") }
    $type
}

# $Chain: the bases, nearest first.
function Add-LabType([string] $Name, [string[]] $Chain, $Properties, [string] $FromText) {
    if (Get-LabType $Name) { return }
    $base = $null
    for ($index = $Chain.Count - 1; $index -ge 0; $index--) {
        $known = Get-LabType $Chain[$index]
        if ($null -eq $known) {
            $known = if ($null -eq $base) { Add-LabRoot $Chain[$index] } else { Add-LabDerived $Chain[$index] $base ([ordered]@{}) '' }
        }
        $base = $known
    }
    if ($null -eq $base) { $base = Add-LabRoot "SnapcheckLab.$($Name.Split('.')[-1])Values" }
    $null = Add-LabDerived $Name $base $Properties $FromText
}
