import type { Guid } from '../../checkpoint/guid.ts'
import { reading } from '../../checkpoint/reading.ts'
import type { Lab } from '../../lab/lab.ts'
import type { Inside } from './source.ts'

/** How long another administrator's job holds the VM, in milliseconds. */
const occupied = 30_000

/** The inside of a lab VM's guest; undefined for a VM that only VMM's library has. */
export function guestIn({ world, vmm }: Lab, vm: Guid): Inside | undefined {
  if (world.vm(vm) === undefined) return undefined
  return {
    read() {
      const { applicationData, guestMemory, hardware } = world.guest(vm)
      return {
        applicationData: reading.value('inside the guest', applicationData),
        guestMemory: guestMemory === null ? reading.nil('inside the guest') : reading.value('inside the guest', guestMemory),
        hardware: reading.value('inside the guest', hardware),
      }
    },
    change(change) {
      if (change.what !== 'occupied') return world.changeGuest(vm, change.what, change.text)
      world.occupy(vm, occupied)
      vmm.occupy(
        vmm.vms().find(({ vmId }) => vmId === vm)!,
        occupied,
      )
    },
  }
}
