import { writeEmbedded } from '../../../../protocols/wsman/codec/embedded.ts'
import type { DiskFile } from '../../../world/model.ts'
import { refused } from '../../../world/operations/context.ts'
import type { Method } from './method.ts'

/** Msvm_VirtualHardDiskSettingData.Type and Format (documented). */
const diskTypes = { dynamic: 3, differencing: 4 } as const
const vhdx = 3

/** Answers at once, as a local file allows; a host may answer by a job too (documented). Windows paths have no case. */
export const getVirtualHardDiskSettingData: Method = ({ parameters, view }) => {
  const path = String(parameters.get('Path') ?? '').toLowerCase()
  const file = view
    .vms()
    .flatMap(({ id }) => view.world.filesOf(id))
    .find((each) => each.path.toLowerCase() === path)
  return file === undefined ? refused('no-such-file') : { out: { SettingData: settingData(file) } }
}

function settingData({ path, parent }: DiskFile): string {
  return writeEmbedded({
    className: 'Msvm_VirtualHardDiskSettingData',
    properties: [
      { name: 'Format', type: 'uint16', array: false, value: vhdx },
      { name: 'ParentPath', type: 'string', array: false, value: parent },
      { name: 'Path', type: 'string', array: false, value: path },
      { name: 'Type', type: 'uint16', array: false, value: parent === null ? diskTypes.dynamic : diskTypes.differencing },
    ],
  }).cimXml
}
