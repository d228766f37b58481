import type { Plain, PlainRecord } from './wire.ts'

/** One step of what a cmdlet does, in order; scripts/bridge.ps1 takes it. */
export type Answer = PlainRecord

/** An object of a declared type; its values are turned into the types of the properties there. */
export type LabObject = PlainRecord

export interface ToldError {
  /** FullyQualifiedErrorId. */
  readonly id: string
  /** An ErrorCategory. */
  readonly category: string
  /** Full name of the exception's type. */
  readonly exception: string
  readonly message: string
}

export function labObject(type: string, values: Readonly<Record<string, Plain>>): LabObject {
  return { Type: type, Values: values }
}

export function output(value: LabObject): Answer {
  return { Kind: 'output', Value: value }
}

export function failed({ id, category, exception, message }: ToldError): Answer {
  return { Kind: 'error', Id: id, Category: category, Exception: exception, Message: message }
}

export function warned(message: string): Answer {
  return { Kind: 'warning', Message: message }
}

/** Sets a variable where the cmdlet is called from. */
export function variable(name: string, value: LabObject): Answer {
  return { Kind: 'variable', Name: name, Value: value }
}

/** The same call comes again with this target, after ShouldProcess with the question. */
export function ask(target: string, question: string): Answer {
  return { Kind: 'ask', Id: target, Question: question }
}

/** The same call comes again with this target: of cmdlets that ask nobody. */
export function act(target: string): Answer {
  return { Kind: 'act', Id: target }
}

/** In ISO 8601 with Z: PowerShell makes a local time of it. */
export function time(atMs: number): string {
  return new Date(atMs).toISOString()
}
