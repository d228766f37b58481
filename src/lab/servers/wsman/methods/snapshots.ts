import { isSnapcheckError } from '../../../../foundation/errors.ts'
import { snapshotSettingsClasses } from '../../../../products/hyperv-wmi/classes.ts'
import { readEmbedded } from '../../../../protocols/wsman/codec/embedded.ts'
import type { CimValue } from '../../../../protocols/wsman/codec/value.ts'
import type { Guid } from '../../../../checkpoint/guid.ts'
import { refused } from '../../../world/operations/context.ts'
import { values } from '../../../../products/hyperv-wmi/values.ts'
import type { CreateRequest } from '../../../world/operations/create.ts'
import type { World } from '../../../world/world.ts'
import type { Method } from './method.ts'
import { checkpointIn, vmIn } from './objects.ts'

const { full, recovery } = values.snapshotType.value
/** What a SnapshotType makes; 3 is documented and not modelled. */
const kinds: Readonly<Record<number, CreateRequest['kind']>> = { [full]: 'Realized', [recovery]: 'Recovery' }

/** No name can be given: what SnapshotSettings hold is checked for its form and passed over (ws-man.md section 7, recorded). */
export const createSnapshot: Method = ({ parameters, view }) => {
  const vm = vmIn(parameters.get('AffectedSystem'), view)
  if (vm === undefined) return refused('no-such-vm')
  if (!areSnapshotSettings(parameters.get('SnapshotSettings'))) return refused('bad-settings')
  const kind = kinds[Number(parameters.get('SnapshotType') ?? full)]
  if (kind === undefined) return refused('kind-not-modelled')
  return view.world.createCheckpoint(vm.id, { through: 'hyper-v', kind })
}

export const applySnapshot: Method = onCheckpoint('Snapshot', (world) => world.applyCheckpoint)
export const destroySnapshot: Method = onCheckpoint('AffectedSnapshot', (world) => world.destroyCheckpoint)
export const destroySnapshotTree: Method = onCheckpoint('SnapshotSettingData', (world) => world.destroyTree)

/** The parameter's name differs from method to method (hyperv-wmi-v2.md section 4). */
function onCheckpoint(parameter: string, operation: (world: World) => World['destroyCheckpoint']): Method {
  return ({ parameters, view }) => {
    const checkpoint: { readonly id: Guid } | undefined = checkpointIn(parameters.get(parameter), view)
    return checkpoint === undefined ? refused('no-such-checkpoint') : operation(view.world)(checkpoint.id)
  }
}

/** Empty, or an embedded instance of one of the two classes that clients send (hyperv-wmi-v2.md section 4). */
function areSnapshotSettings(value: CimValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  if (typeof value !== 'string') return false
  try {
    const { className } = readEmbedded(value, 'SnapshotSettings')
    return snapshotSettingsClasses.some(({ name }) => name === className)
  } catch (error) {
    if (isSnapcheckError(error)) return false
    throw error
  }
}
