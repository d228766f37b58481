import { z } from 'zod'
import { duration, guid, name, path, url } from './words.ts'

const timeouts = z
  .strictObject({
    answer: duration.optional().describe('Until an endpoint counts as silent; left out: 60s.'),
    job: duration.optional().describe('Until a job of the product counts as stuck; left out: 5m for a host, 15m for VMM.'),
    poll: duration.optional().describe('Between two looks at a job; left out: 500ms for a host, 1s for VMM.'),
  })
  .optional()
  .describe('Durations such as 500ms, 90s, 5m, 1h.')

const reached = {
  name: name.describe('What the other entries and the reports call it.'),
  credentials: name.optional().describe('An entry of `credentials`.'),
  ca: path.optional().describe('PEM file of the private CA that signed its certificate. Relative to this file.'),
  timeouts,
  test: z.boolean().optional().describe('True declares all of it as test: scenarios that reach beyond one VM may then run.'),
}

export const host = z.strictObject({
  ...reached,
  url: url.describe('Its WS-Management listener with scheme and port, e.g. https://hv01.example.com:5986.'),
})

export const vmmServer = z.strictObject({
  ...reached,
  url: url.describe(
    'Its service root of Service Provider Foundation, in either documented shape: https://HOST:PORT/SC2012/VMM/Microsoft.Management.Odata.svc or https://HOST:PORT/SUBSCRIPTION/services/systemcenter/vmm.',
  ),
  stampId: guid.describe('GUID of the stamp, that is of the VMM server behind SPF: half of every key.'),
})

/** What nobody can read from outside, or only at a price; whether a VM runs or is off is found out. */
export const vmTraits = [
  'off-with-checkpoint',
  'production',
  'no-integration',
  'two-disks',
  'pass-through',
  'nearly-full',
  'library',
] as const
export type VmTrait = (typeof vmTraits)[number]

export const vm = z.strictObject({
  id: guid.describe('Its Hyper-V GUID (Get-VM | Select-Object Name, VMId). Names are not unique, so none is taken.'),
  host: name.optional().describe('The host that it runs on, an entry of `hosts`.'),
  vmm: name.optional().describe('The VMM server that manages it, an entry of `vmm`.'),
  disposable: z.boolean().optional().describe('True lets `--allow writes` change its checkpoints. Left out: it is only looked at.'),
  traits: z
    .array(z.enum(vmTraits))
    .optional()
    .describe('What scenarios may count on: snapcheck list --json says which scenario needs what.'),
})
