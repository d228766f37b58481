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

function Add-LabException([string] $Name) {
    if (Get-LabType $Name) { return }
    $builder = (Get-LabTypeModule).DefineType($Name, 'Public', [System.Exception])
    $body = $builder.DefineConstructor('Public', 'Standard', [type[]]@([string])).GetILGenerator()
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_1)
    $body.Emit([System.Reflection.Emit.OpCodes]::Call, [System.Exception].GetConstructor([type[]]@([string])))
    $body.Emit([System.Reflection.Emit.OpCodes]::Ret)
    $null = $builder.CreateType()
}

# The end of each chain holds the values by the names of the properties.
function Add-LabRoot([string] $Name) {
    $builder = (Get-LabTypeModule).DefineType($Name, 'Public', [object])
    $field = $builder.DefineField('values', [System.Collections.Hashtable], 'Assembly')
    $body = $builder.DefineConstructor('Public', 'Standard', [type[]]@([System.Collections.Hashtable])).GetILGenerator()
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Call, [object].GetConstructor([type[]]@()))
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_1)
    $body.Emit([System.Reflection.Emit.OpCodes]::Stfld, $field)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ret)
    Add-LabToString $builder $field
    $builder.CreateType()
}

# Observed of VMM's objects: ToString gives the name. Of Hyper-V's it is assumed.
function Add-LabToString($Builder, $Field) {
    $method = $Builder.DefineMethod('ToString', 'Public,HideBySig,Virtual', [string], [type[]]@())
    $body = $method.GetILGenerator()
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldfld, $Field)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldstr, 'Name')
    $body.Emit([System.Reflection.Emit.OpCodes]::Callvirt, [System.Collections.Hashtable].GetMethod('get_Item'))
    $body.Emit([System.Reflection.Emit.OpCodes]::Castclass, [string])
    $body.Emit([System.Reflection.Emit.OpCodes]::Ret)
}

function Get-LabValuesField($Type) {
    while ($Type.BaseType -ne [object]) { $Type = $Type.BaseType }
    $Type.GetField('values', 'NonPublic,Instance')
}

# The type itself, and the one it derives from; a chain of $null makes a root.
function Add-LabDerived([string] $Name, $Base, $Properties, [string] $FromText) {
    $builder = (Get-LabTypeModule).DefineType($Name, 'Public', $Base)
    $parent = $Base.GetConstructor([type[]]@([System.Collections.Hashtable]))
    $body = $builder.DefineConstructor('Public', 'Standard', [type[]]@([System.Collections.Hashtable])).GetILGenerator()
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_1)
    $body.Emit([System.Reflection.Emit.OpCodes]::Call, $parent)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ret)
    if ($FromText) { Add-LabFromText $builder $parent $FromText }
    $field = Get-LabValuesField $Base
    foreach ($property in $Properties.GetEnumerator()) { Add-LabProperty $builder $field $property.Key (Resolve-LabType $property.Value) }
    $builder.CreateType()
}

# PowerShell converts a text by a constructor that takes one.
function Add-LabFromText($Builder, $Parent, [string] $Property) {
    $body = $Builder.DefineConstructor('Public', 'Standard', [type[]]@([string])).GetILGenerator()
    $null = $body.DeclareLocal([System.Collections.Hashtable])
    $body.Emit([System.Reflection.Emit.OpCodes]::Newobj, [System.Collections.Hashtable].GetConstructor([type[]]@()))
    $body.Emit([System.Reflection.Emit.OpCodes]::Stloc_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldloc_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldstr, $Property)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_1)
    $body.Emit([System.Reflection.Emit.OpCodes]::Callvirt, [System.Collections.Hashtable].GetMethod('set_Item'))
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldloc_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Call, $Parent)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ret)
}

function Add-LabProperty($Builder, $Field, [string] $Name, [type] $Type) {
    $method = $Builder.DefineMethod("get_$Name", 'Public,HideBySig,SpecialName', $Type, [type[]]@())
    $body = $method.GetILGenerator()
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldarg_0)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldfld, $Field)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ldstr, $Name)
    $body.Emit([System.Reflection.Emit.OpCodes]::Callvirt, [System.Collections.Hashtable].GetMethod('get_Item'))
    $body.Emit([System.Reflection.Emit.OpCodes]::Unbox_Any, $Type)
    $body.Emit([System.Reflection.Emit.OpCodes]::Ret)
    $Builder.DefineProperty($Name, 'None', $Type, [type[]]@()).SetGetMethod($method)
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
