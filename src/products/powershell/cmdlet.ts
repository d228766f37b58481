/** How a parameter takes part in one parameter set. */
export interface Place {
  readonly mandatory?: boolean
  /** Left out: by its name only. */
  readonly position?: number
  /** What of the pipeline it takes: the object, a property of its name, or both. */
  readonly pipeline?: 'value' | 'name' | 'both'
}

export interface CmdletParameter {
  readonly name: string
  /** The short name of its .NET type, with `[]` for an array. */
  readonly type: string
  readonly aliases?: readonly string[]
  /** By the name of the parameter set; `*` stands for every one. */
  readonly sets: Readonly<Record<string, Place>>
}

/**
 * A cmdlet as its module declares it. Parameter sets, positions, aliases and pipeline binding are documented, and where
 * documents and the reflected module differ, observed (powershell-cmdlets.json).
 */
export interface Cmdlet {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly defaultSet?: string
  /** Left out: it does not support ShouldProcess. Of VMM's cmdlets the impact is assumed to be the default, Medium. */
  readonly confirmImpact?: 'Medium' | 'High'
  readonly source: string
  readonly parameters: readonly CmdletParameter[]
}

/** A type of a module, with what the lab knows of it. */
export interface ObjectType {
  readonly name: string
  /** The chain below it, nearest first, without System.Object. */
  readonly bases: readonly string[]
  /** Full names of .NET types by the property's name, in the order of the declaration; `Nullable` types end in `?`. */
  readonly properties: Readonly<Record<string, string>>
  /** The property that a text given in its place fills, where the module converts texts. */
  readonly fromText?: string
  /** Members of the module's type file, with the property that they stand for. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Properties that are asked for anew each time they are read. */
  readonly live?: readonly string[]
  /** The columns of the default table. */
  readonly table?: readonly string[]
}

export interface EnumType {
  readonly name: string
  readonly values: Readonly<Record<string, number>>
}

export interface PowerShellModule {
  readonly name: string
  /** GUID of the lab's own manifest: never that of a product. */
  readonly guid: string
  readonly version: string
  readonly cmdlets: readonly Cmdlet[]
  readonly enums: readonly EnumType[]
  readonly types: readonly ObjectType[]
  /** The exception inside its errors. */
  readonly exception: string
}
