import type { Story } from '../../observation.ts'
import { tale, type Row } from '../stories.ts'
import { a, file, witness, wmi, type Case } from '../told.ts'

/** Files of a host and of SCVMM of one time. */
const sides = (onHost: readonly Row[], inScvmm: readonly Row[]): Story => tale().look(wmi(onHost, { settled: 'file' }), file(inScvmm)).story
const alike = sides([witness, a], [witness, a])
const cell = (property: string): string => `unknown>scvmm-powershell ${property}`

export const bothSides: readonly Case[] = [
  ['C-027', cell('identity'), 'conforms', 'both files list both', alike],
  ['C-027', cell('identity'), 'inconclusive', 'only the host lists it, and nobody made SCVMM look again', sides([witness, a], [witness])],
  ['C-027', cell('identity'), 'inconclusive', 'only SCVMM lists it', sides([witness], [witness, a])],
  ['C-029', cell('name'), 'conforms', 'one name', alike],
  ['C-029', cell('name'), 'inconclusive', 'two names', sides([witness, { ...a, name: 'x' }], [witness, { ...a, name: 'y' }])],
  ['C-042', cell('parent'), 'conforms', 'one parent', alike],
  ['C-042', cell('parent'), 'inconclusive', 'two parents', sides([witness, a], [witness, { ...a, parent: 'elsewhere' }])],
  ['C-042', cell('parent'), 'silent', 'only a root', sides([witness], [witness])],
  ['C-015', cell('comment'), 'conforms', 'a comment, whatever it is', sides([{ ...a, comment: 'x' }], [{ ...a, comment: 'y' }])],
  ['C-015', cell('comment'), 'silent', 'no comment', sides([{ ...a, comment: '' }], [{ ...a, comment: '' }])],
  ['C-039', cell('time'), 'conforms', 'a time, whichever it is', alike],
]
