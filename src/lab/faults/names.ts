import { parseDefaultName } from '../../checkpoint/default-names.ts'
import { vmmDefaultName } from '../vmm/default-name.ts'
import type { Fault } from './fault.ts'
import { anybody, cells, corruption, hyperV, scvmm } from './fault.ts'
import { eachFound, hostNames, isMadeThrough, vmmNames } from './reshape.ts'
import { cutTo, upperCased, utf8AsLatin1 } from './texts.ts'

export const nameFaults = {
  'name-truncated': corruption({
    title: 'Name cut to 32 characters',
    corrupts: cells('name', anybody, scvmm),
    meaning: 'The VMM server shows the first 32 characters of the name of a checkpoint.',
    effects: vmmNames(cutTo(32)),
  }),
  'name-upper-cased': corruption({
    title: 'ElementName in capitals',
    corrupts: cells('name', anybody, hyperV),
    meaning: 'WMI shows the name of a checkpoint in capitals.',
    effects: hostNames(upperCased),
  }),
  'name-mangled': corruption({
    title: 'Name in the wrong code page',
    corrupts: cells('name', anybody, scvmm),
    meaning: 'The VMM server shows the UTF-8 bytes of a name as Latin-1.',
    effects: vmmNames(utf8AsLatin1),
  }),
  'default-name-rewritten': corruption({
    title: 'A default name of Hyper-V in the form of VMM',
    corrupts: cells('name', hyperV, scvmm),
    meaning: 'The VMM server shows a checkpoint that it found with a default name of Hyper-V under a default name of its own form.',
    effects: eachFound(({ name, checkpointId }, world) => {
      const given = parseDefaultName(name)
      const { createdAt } = world.checkpoint(checkpointId)!
      return given?.form === 'hyper-v' ? { name: vmmDefaultName(given.vmName, createdAt, 0) } : {}
    }),
  }),
  'rename-not-taken-over': corruption({
    title: 'A rename on the host never reaches VMM',
    corrupts: cells('name', hyperV, scvmm),
    meaning: 'The refresh of the VMM server keeps the name under which it first found a checkpoint.',
    effects: {
      vmmKeeps: (row, before, world) =>
        before !== undefined && isMadeThrough('hyper-v', row, world) ? { ...row, name: before.name } : row,
    },
  }),
} as const satisfies Record<string, Fault>
