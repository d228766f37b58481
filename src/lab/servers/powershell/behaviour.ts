import type { Answer } from './answer.ts'
import type { Call } from './call.ts'

/** What a cmdlet does. */
export interface Behaviour<Context> {
  /** The parameters that it heeds; a call that gives another one is refused. */
  readonly heeds: readonly string[]
  /** The first answer: what is read, or what it will act on. */
  readonly begin: (context: Context, call: Call) => readonly Answer[] | Promise<readonly Answer[]>
  /** Acts on one target. */
  readonly act?: (context: Context, call: Call, target: string) => Promise<readonly Answer[]>
}

export type Behaviours<Context> = Readonly<Record<string, Behaviour<Context>>>

/** The parameters of a call that nothing here heeds; a switch that is off asks for nothing. */
export function unheeded<Context>({ heeds }: Behaviour<Context>, { parameters }: Call): readonly string[] {
  return Object.entries(parameters)
    .filter(([name, value]) => value !== false && !heeds.includes(name))
    .map(([name]) => name)
}

export async function behave<Context>(behaviour: Behaviour<Context>, context: Context, call: Call): Promise<readonly Answer[]> {
  const { begin, act } = behaviour
  return call.target === undefined || act === undefined ? begin(context, call) : act(context, call, call.target)
}
