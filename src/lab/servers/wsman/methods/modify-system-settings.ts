import { checkpointTypes, type CheckpointType } from '../../../../checkpoint/vm.ts'
import { isSnapcheckError } from '../../../../foundation/errors.ts'
import { wmiPropertyType } from '../../../../products/hyperv-wmi/classes.ts'
import { readEmbedded, type EmbeddedInstance, type EmbeddedProperty } from '../../../../protocols/wsman/codec/embedded.ts'
import { isArray, type CimValue } from '../../../../protocols/wsman/codec/value.ts'
import { refused } from '../../../world/operations/context.ts'
import type { SettingsChange } from '../../../world/operations/modify.ts'
import type { Method } from './method.ts'
import { settingsIn } from './objects.ts'

const className = 'Msvm_VirtualSystemSettingData'
/** What the lab changes; InstanceID says of what. */
const changeable: readonly string[] = ['InstanceID', 'ElementName', 'Notes', 'UserSnapshotType']

/** The key and the changes are sent; what is absent or null stays (hyperv-wmi-v2.md section 4, observed). */
export const modifySystemSettings: Method = ({ parameters, view }) => {
  const sent = readSettings(parameters.get('SystemSettings'))
  if (sent === undefined) return refused('bad-settings')
  const values = new Map(sent.properties.filter(({ value }) => value !== null).map(({ name, value }) => [name, value]))
  const settings = settingsIn(values.get('InstanceID'), view)
  if (settings === undefined) return refused('no-such-settings')
  if (values.has('UserSnapshotType') && !isCheckpointType(values.get('UserSnapshotType'))) return refused('bad-settings')
  return view.world.modifySettings(settings, changeIn(values))
}

/**
 * Every other value makes the job end in an exception. On a real host that was seen where the whole instance was sent back
 * with its read-only values; that one of the modifiable values which the lab does not model does so too is assumed.
 */
function changeIn(values: ReadonlyMap<string, CimValue>): SettingsChange {
  const elementName = values.get('ElementName')
  const notes = values.get('Notes')
  const checkpointType = values.get('UserSnapshotType')
  return {
    ...(typeof elementName === 'string' ? { elementName } : {}),
    ...(notes !== undefined && notes !== null && isArray(notes) ? { notes: notes.map(String) } : {}),
    ...(isCheckpointType(checkpointType) ? { checkpointType } : {}),
    readOnly: [...values.keys()].filter((name) => !changeable.includes(name)),
  }
}

function isCheckpointType(value: CimValue | undefined): value is CheckpointType {
  return checkpointTypes.some((known) => known === value)
}

function readSettings(value: CimValue | undefined): EmbeddedInstance | undefined {
  if (typeof value !== 'string') return undefined
  try {
    const instance = readEmbedded(value, 'SystemSettings')
    return instance.className === className && instance.properties.every(fitsSchema) ? instance : undefined
  } catch (error) {
    if (isSnapcheckError(error)) return undefined
    throw error
  }
}

/** System properties such as `__PATH` come along in a whole instance and say nothing (ws-man.md section 7). */
function fitsSchema({ name, type, array }: EmbeddedProperty): boolean {
  if (name.startsWith('__')) return true
  const known = wmiPropertyType(className, name)
  return known !== undefined && known.type === type && known.array === array
}
