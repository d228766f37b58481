import { describe, expect, it } from 'vitest'
import type { CmdletParameter, Place } from './cmdlet.ts'
import { powerShellModules } from './modules.ts'

const cmdlets = powerShellModules.flatMap((module) => module.cmdlets)

function parametersOf(cmdlet: string): readonly CmdletParameter[] {
  return cmdlets.find(({ name }) => name === cmdlet)!.parameters
}

/** `Name:position`, in the order of the positions. */
function positions(cmdlet: string, set: string): readonly string[] {
  const placed = parametersOf(cmdlet).flatMap(({ name, sets }) => {
    const place: Place | undefined = sets[set] ?? sets['*']
    return place?.position === undefined ? [] : [{ name, position: place.position }]
  })
  return placed.toSorted((one, other) => one.position - other.position).map(({ name }) => name)
}

describe('the cmdlets as data', () => {
  // Read off the signatures of the installed module 2.0.0.0 (HyperVDsc's stub file; real-world-surface.md section 4).
  it.each([
    ['Checkpoint-VM', 'Name', ['Name', 'SnapshotName']],
    ['Get-VMSnapshot', 'VMName', ['VMName', 'Name']],
    ['Get-VMSnapshot', 'Child', ['Name']],
    ['Restore-VMSnapshot', 'SnapshotName', ['Name', 'VMName']],
    ['Rename-VMSnapshot', 'SnapshotName', ['Name', 'VMName', 'NewName']],
    ['Remove-VMSnapshot', 'SnapshotName', ['VMName', 'Name']],
    ['Remove-VMSnapshot', 'SnapshotObject', ['VMSnapshot']],
    ['Get-VM', 'Id', ['Id']],
  ])('%s in the set %s has the recorded positions', (cmdlet, set, expected) => {
    expect(positions(cmdlet, set)).toEqual(expected)
  })

  it('has the recorded impact: only Restore-VMSnapshot asks by itself', () => {
    expect(cmdlets.filter(({ confirmImpact }) => confirmImpact === 'High').map(({ name }) => name)).toEqual(['Restore-VMSnapshot'])
    expect(cmdlets.find(({ name }) => name === 'Set-SCVMCheckpoint')?.confirmImpact).toBeUndefined()
  })

  it('has the recorded aliases, and no parameter for a comment on a checkpoint of Hyper-V', () => {
    const aliases = (cmdlet: string, parameter: string): readonly string[] | undefined =>
      parametersOf(cmdlet).find(({ name }) => name === parameter)?.aliases
    expect(aliases('Checkpoint-VM', 'SnapshotName')).toEqual(['CheckpointName'])
    expect(aliases('Get-VMSnapshot', 'SnapshotType')).toEqual(['VMRecoveryCheckpoint'])
    expect(aliases('Remove-VMSnapshot', 'IncludeAllChildSnapshots')).toEqual(['IncludeAllChildCheckpoints'])
    expect(parametersOf('Checkpoint-VM').map(({ name }) => name)).not.toContain('Notes')
  })
})
