import { reading, type Reading } from '../../checkpoint/reading.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { values } from '../../products/hyperv-wmi/values.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import { readEmbedded } from '../../protocols/wsman/codec/embedded.ts'
import type { CimInstance } from '../../protocols/wsman/codec/instance.ts'
import { isArray } from '../../protocols/wsman/codec/value.ts'
import { call } from './calls.ts'
import type { Waiting } from '../waiting.ts'
import { classes, settingsReference } from './objects.ts'

/** The files of the disks below the settings of a VM or of a checkpoint, in the order of controller and slot. */
export async function disksReading(client: WsManClient, settings: string): Promise<Reading> {
  return reading.value('HostResource', await diskFiles(client, settings))
}

async function diskFiles(client: WsManClient, settings: string): Promise<readonly string[]> {
  const of = settingsReference(settings)
  const devices = await client.associated({ of, associationClass: classes.component, resultClass: classes.disk })
  return devices
    .filter(({ properties }) => properties.get('ResourceSubType') === values.diskImage.value)
    .toSorted(bySlot)
    .flatMap(firstFile)
}

/** `Microsoft:<GUID>\\<class GUID>\\<controller>\\<slot>\\L`; no host has ten controllers or slots a digit longer than the others. */
function bySlot(one: CimInstance, other: CimInstance): number {
  const place = ({ properties }: CimInstance): string => String(properties.get('InstanceID')).split('\\').slice(1).join('\\')
  return place(one).localeCompare(place(other), 'en', { numeric: true })
}

function firstFile({ properties }: CimInstance): readonly string[] {
  const resource = properties.get('HostResource') ?? null
  return isArray(resource) && typeof resource[0] === 'string' ? [resource[0]] : []
}

/** For each disk of the VM its files from the one in use up to the base, as the image service tells their parents. */
export async function chainsReading(client: WsManClient, waiting: Waiting, vm: string): Promise<Reading> {
  const chains: string[][] = []
  for (const file of await diskFiles(client, vm)) chains.push(await chainFrom(client, waiting, file))
  return reading.value('ParentPath', chains)
}

async function chainFrom(client: WsManClient, waiting: Waiting, file: string): Promise<string[]> {
  const chain: string[] = []
  for (let at: string | undefined = file; at !== undefined; at = await parentOf(client, waiting, at)) {
    if (chain.includes(at)) throw circular(client.label, at)
    chain.push(at)
  }
  return chain
}

/** Undefined at the base. @throws SNAPCHECK_PRODUCT_REFUSED where the file cannot be read (32779: not found). */
async function parentOf(client: WsManClient, waiting: Waiting, path: string): Promise<string | undefined> {
  const { out } = await call(client, waiting, {
    className: classes.imageService,
    method: 'GetVirtualHardDiskSettingData',
    parameters: [{ name: 'Path', value: path }],
  })
  const told = readEmbedded(String(out.get('SettingData') ?? ''), `${client.label}, SettingData`)
  const parent = told.properties.find(({ name }) => name === 'ParentPath')?.value
  return typeof parent === 'string' && parent !== '' ? parent : undefined
}

function circular(label: string, path: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', `${label}: a virtual disk is its own ancestor.`, {
    place: label,
    observed: path,
    expected: 'a chain that ends at a base',
  })
}
