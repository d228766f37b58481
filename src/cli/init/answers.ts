import { createInterface } from 'node:readline/promises'
import { configurationForms, type ConfigurationForm } from '../../configuration/write.ts'

/** What a configuration is made of; empty text is "none". */
export interface Answers {
  readonly form: ConfigurationForm
  readonly hostName: string
  readonly hostUrl: string
  readonly vmmName: string
  readonly vmmUrl: string
  readonly stampId: string
  readonly ca: string
  readonly vm: string
  readonly disposable: boolean
}

export type AnswerName = keyof Answers

interface Question<Value> {
  readonly text: string
  readonly parse: (given: string) => Value
  /** False where an earlier answer makes it idle. */
  readonly asked?: (earlier: Answers) => boolean
}

const text = { parse: (given: string) => given.trim() }
const withHost = { asked: ({ hostUrl }: Answers) => hostUrl !== '' }
const withVmm = { asked: ({ vmmUrl }: Answers) => vmmUrl !== '' }

/** In the order of asking. */
const questions: { readonly [Name in AnswerName]: Question<Answers[Name]> } = {
  form: {
    text: `Form of the file (${configurationForms.join(', ')})`,
    parse: (given) => configurationForms.find((form) => form === given) ?? 'yaml',
  },
  hostUrl: { ...text, text: 'WS-Management address of a Hyper-V host, e.g. https://hv01.example.com:5986 (empty: none)' },
  hostName: { ...text, ...withHost, text: 'What reports call this host' },
  vmmUrl: {
    ...text,
    text: 'Service root of SPF, e.g. https://spf.example.com:8090/SC2012/VMM/Microsoft.Management.Odata.svc (empty: none)',
  },
  vmmName: { ...text, ...withVmm, text: 'What reports call this VMM server' },
  stampId: { ...text, ...withVmm, text: 'GUID of its stamp' },
  ca: { ...text, text: 'PEM file of the private CA that signed their certificates (empty: a public one)' },
  vm: { ...text, text: 'Hyper-V GUID of a VM to look at (Get-VM | Select-Object Name, VMId)' },
  disposable: {
    text: 'May its checkpoints be created, changed and removed? Only for a VM that you can lose (yes, no)',
    parse: (given) => /^y(es)?$/i.test(given.trim()),
    asked: ({ vm }) => vm !== '',
  },
}

/** Whoever answers: a person at a terminal, whose questions stand on stderr. */
export interface Terminal {
  question(text: string): Promise<string>
  close(): void
}

export function personAtTerminal(): Terminal {
  return createInterface({ input: process.stdin, output: process.stderr })
}

/** What was given on the command line is not asked again, and an empty answer takes the default. */
export async function ask(given: Partial<Answers>, defaults: Answers, terminal: Terminal): Promise<Answers> {
  let answers: Partial<Answers> = { ...given }
  try {
    for (const name of Object.keys(questions) as AnswerName[]) {
      const { text: question, parse, asked }: Question<Answers[AnswerName]> = questions[name]
      if (given[name] !== undefined || asked?.({ ...defaults, ...answers }) === false) continue
      const answer = await terminal.question(`${question}${suffix(defaults[name])}: `)
      if (answer.trim() !== '') answers = { ...answers, [name]: parse(answer) }
    }
  } finally {
    terminal.close()
  }
  return { ...defaults, ...answers }
}

function suffix(value: Answers[AnswerName]): string {
  const shown = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
  return shown === '' ? '' : ` [${shown}]`
}
