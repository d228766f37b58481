import { output, type Answer } from '../answer.ts'
import type { Behaviours } from '../behaviour.ts'
import { isSet, textOf, wholeOf, type Call } from '../call.ts'
import { blockedStep } from '../waiting.ts'
import { wildcard } from '../wildcard.ts'
import type { VmmJob } from '../../../vmm/model.ts'
import type { VmmCmdletContext } from './context.ts'
import { givenVms, isSame } from './find.ts'
import { checkpointObject, jobObject, serverObject, vmObject } from './objects.ts'

export const reads: Behaviours<VmmCmdletContext> = {
  'Get-SCVMMServer': {
    heeds: ['ComputerName', 'TCPPort', 'SetAsDefault', 'RetainObjectCache', 'RetainDeletedObjects', 'ForOnBehalfOf'],
    begin: (_context, call) => [output(serverObject(textOf(call, 'ComputerName')))],
  },
  'Get-SCVirtualMachine': {
    heeds: ['VMMServer', 'Name', 'All', 'ID'],
    begin({ vmm }, call) {
      // A name without a VM gives nothing (assumed), as does an unknown ID.
      const [name, id] = [wildcard(textOf(call, 'Name') ?? '*'), textOf(call, 'ID')]
      const rows = vmm.vms().filter((vm) => name.matches(vm.name) && (id === undefined || isSame(vm.id, id)))
      return rows.map((vm) => output(vmObject(vmm, vm)))
    },
  },
  'Get-SCVMCheckpoint': { heeds: ['VMMServer', 'VM', 'MostRecent', 'ID'], begin: checkpoints },
  'Get-SCJob': { heeds: ['VMMServer', 'Newest', 'All', 'Running', 'ID', 'Full'], begin: jobs },
}

function checkpoints(context: VmmCmdletContext, call: Call): readonly Answer[] {
  const { vmm } = context
  const shown = (rows: ReturnType<typeof vmm.checkpoints>): readonly Answer[] => rows.map((row) => output(checkpointObject(vmm, row)))
  const id = textOf(call, 'ID')
  if (id !== undefined) return shown(vmm.checkpoints().filter((row) => isSame(row.id, id)))
  if (call.parameters['VM'] === undefined) return shown(vmm.checkpoints())
  const { items, errors } = givenVms(context, call)
  const ofEach = items.map((vm) => vmm.checkpointsOf(vm.id))
  return [...errors, ...ofEach.flatMap((rows) => shown(isSet(call, 'MostRecent') ? rows.slice(-1) : rows))]
}

/** Without -All the newest, one where nobody says how many (assumed). A virtual clock moves on, so that polling ends. */
async function jobs({ vmm, clock }: VmmCmdletContext, call: Call): Promise<readonly Answer[]> {
  const id = textOf(call, 'ID')
  const asked = (): readonly VmmJob[] => vmm.jobs().filter((job) => id === undefined || isSame(job.id, id))
  if (asked().some(({ status }) => status === 'Running')) await clock.sleep(blockedStep)
  const newestFirst = asked().toReversed()
  const chosen = isSet(call, 'Running')
    ? newestFirst.filter(({ status }) => status === 'Running')
    : isSet(call, 'All')
      ? newestFirst
      : newestFirst.slice(0, wholeOf(call, 'Newest') ?? 1)
  return chosen.map((job) => output(jobObject(vmm, job)))
}
