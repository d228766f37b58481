import { z } from 'zod'
import { credentials } from './credentials.ts'
import { host, vm, vmmServer } from './endpoints.ts'
import { duration, name, path } from './words.ts'

/** How far a run may go: each includes the ones before it. */
export const allowances = ['reads', 'refreshes', 'writes', 'disrupts'] as const
export type Allowance = (typeof allowances)[number]

/** What flags and the environment can set as well, one field each. */
export const settingsShape = {
  allow: z.enum(allowances).describe('How far a run on live endpoints may go. Left out: reads.'),
  output: path.describe('The folder to write to. Left out: a new one below reports.'),
  workers: z
    .int()
    .min(1)
    .max(64)
    .describe('Scenarios told at the same time; never two on one VM. Left out: as many as processors, at most 4.'),
  seed: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .describe('What names and, in the lab, ids and times derive from. Left out: 1.'),
  ceiling: z.int().min(1).max(10_000).describe('The most checkpoints that one run on live endpoints may create. Left out: 20.'),
  waivers: path.describe('A file of waivers: outcomes that are known and do not count until a day.'),
  journal: path.describe(
    'The folder in which runs on live endpoints write down what they make. Left out: in the state folder of the user.',
  ),
  suites: z
    .array(path)
    .describe('Suite files of your own, beside the shipped ones: paths, or globs with * and **. Relative to this file. Left out: none.'),
}

/** `snapcheck.config.ts | yaml`: the source of truth; the published JSON Schema and the types are made from it. */
export const configurationSchema = z.strictObject({
  credentials: z.record(name, credentials).optional().describe('By name; hosts and VMM servers refer to them.'),
  hosts: z.array(host).optional().describe('Hyper-V hosts, reached over WS-Management.'),
  vmm: z.array(vmmServer).optional().describe('SCVMM servers, reached through Service Provider Foundation.'),
  vms: z.array(vm).optional().describe('The VMs to look at, and those whose checkpoints may be changed.'),
  ...z.object(settingsShape).partial().shape,
  patience: z
    .strictObject({
      limit: duration.optional().describe('How long something that a product must find out by itself is awaited. Left out: 35m.'),
      interval: duration.optional().describe('Between two looks. Left out: 60s.'),
    })
    .optional(),
})

type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value

/** The content of a configuration file. */
export type SnapcheckConfig = Frozen<z.input<typeof configurationSchema>>
export type HostEntry = NonNullable<SnapcheckConfig['hosts']>[number]
export type VmmEntry = NonNullable<SnapcheckConfig['vmm']>[number]
export type VmEntry = NonNullable<SnapcheckConfig['vms']>[number]
export type CredentialsEntry = NonNullable<SnapcheckConfig['credentials']>[string]
