/**
 * Round trips of the WS-Management client to the lab's server over loopback, both in this process. Prints measures as JSON.
 * `--checkpoints N`: snapshots of one VM, of at most 50.
 */
import { parseArgs } from 'node:util'
import { guidSequence } from '../../src/foundation/seed.ts'
import { startLab, type Lab } from '../../src/lab/lab.ts'
import { httpTransport } from '../../src/protocols/http/httpTransport.ts'
import { wsManClient, type WsManClient } from '../../src/protocols/wsman/client/wsManClient.ts'
import { classUri } from '../../src/protocols/wsman/codec/resourceUri.ts'
import { median } from '../statistics.ts'

const { values } = parseArgs({ options: { checkpoints: { type: 'string', default: '50' } } })
const namespace = 'root/virtualization/v2'
const className = 'Msvm_VirtualSystemSettingData'
const warmUp = 20
const repetitions = 100

await using lab = await startLab({ seed: 'bench' })
const vm = lab.vms[0]!.id
await plant(lab, Number(values.checkpoints))

const newest = lab.world.checkpointsOf(vm).at(-1)!.id
const selectors = [{ name: 'InstanceID', value: `Microsoft:${newest}` }]
const batches = client(50)
const singly = client(1)
const everything = { namespace, className }

console.log(
  JSON.stringify({
    'Get, median': await medianTime(() => batches.get({ resourceUri: classUri(namespace, className), selectors })),
    'all settings in batches of 50, median': await medianTime(() => batches.select(everything)),
    'all settings with one item per Pull, median': await medianTime(() => singly.select(everything)),
  }),
)

/** Through the world itself: what is measured is reading, not creating. */
async function plant({ world, clock }: Lab, count: number): Promise<void> {
  while (world.checkpointsOf(vm).length < count) {
    world.createCheckpoint(vm, { through: 'hyper-v' })
    await clock.sleep(60_000)
  }
}

function client(maxElements: number): WsManClient {
  const transport = httpTransport(lab.endpoints['hyperv-wmi'])
  return wsManClient({ transport, nextId: guidSequence('bench', 'message', maxElements), maxElements })
}

async function medianTime(exchange: () => Promise<unknown>): Promise<{ value: number; unit: string }> {
  const times: number[] = []
  for (let turn = 0; turn < warmUp + repetitions; turn++) {
    const began = performance.now()
    await exchange()
    times.push(performance.now() - began)
  }
  return { value: median(times.slice(warmUp)), unit: 'ms' }
}
