import { parseGuid, type Guid } from '../../../checkpoint/guid.ts'
import { isList, isRecord, type Plain, type PlainRecord } from './wire.ts'

/** What a cmdlet was called with. */
export interface Call {
  readonly cmdlet: string
  /** The parameter set that PowerShell chose. */
  readonly set: string
  readonly parameters: PlainRecord
  /** Left out at first; then one of the targets that the first answer named. */
  readonly target: string | undefined
}

/** An object of the lab that was given to a parameter, or a text that stands for one by its name. */
export interface Given {
  readonly type: string
  /** Empty where a text was given. */
  readonly id: Guid | undefined
  readonly name: string
}

export function callOf(cmdlet: string, sent: PlainRecord): Call {
  const { Set: set, Parameters: parameters, Target: target } = sent
  return {
    cmdlet,
    set: String(set),
    parameters: isRecord(parameters) ? parameters : {},
    target: typeof target === 'string' ? target : undefined,
  }
}

export function textOf({ parameters }: Call, name: string): string | undefined {
  const value = parameters[name]
  return typeof value === 'string' ? value : undefined
}

/** A switch, or a Boolean. */
export function isSet({ parameters }: Call, name: string): boolean {
  return parameters[name] === true
}

export function wholeOf({ parameters }: Call, name: string): number | undefined {
  const value = parameters[name]
  return typeof value === 'number' ? value : undefined
}

export function guidOf(call: Call, name: string): Guid | undefined {
  return parseGuid(textOf(call, name) ?? '')
}

/** One text or several; undefined where the parameter is not bound. */
export function textsOf({ parameters }: Call, name: string): readonly string[] | undefined {
  return parameters[name] === undefined ? undefined : items(parameters[name]).map(String)
}

/** One object or several; undefined where the parameter is not bound. */
export function givenOf({ parameters }: Call, name: string): readonly Given[] | undefined {
  if (parameters[name] === undefined) return undefined
  return items(parameters[name])
    .filter(isRecord)
    .map(({ Type: type, Id: id, Name: named }) => ({ type: String(type), id: parseGuid(String(id)), name: String(named) }))
}

function items(value: Plain): readonly Plain[] {
  return isList(value) ? value : [value]
}
