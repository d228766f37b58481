import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDefaultName } from './default-names.ts'

const two = (n: number): string => String(n).padStart(2, '0')
const moments = fc.date({ min: new Date('2008-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true })
const vmNames = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })

function usName(vm: string, t: Date): string {
  const hour = t.getUTCHours()
  const clock = `${hour % 12 || 12}:${two(t.getUTCMinutes())}:${two(t.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`
  return `${vm} - (${t.getUTCMonth() + 1}/${t.getUTCDate()}/${t.getUTCFullYear()} - ${clock})`
}

function scvmmName(vm: string, t: Date): string {
  const clock = `${two(t.getUTCHours())}:${two(t.getUTCMinutes())}:${two(t.getUTCSeconds())}`
  return `${vm} - (${two(t.getUTCMonth() + 1)}/${two(t.getUTCDate())}/${t.getUTCFullYear()} ${clock})`
}

describe('default names', () => {
  it.each([
    ['WS2008R2Core - (6/10/2016 - 8:41:12 AM)', 'hyper-v', 'WS2008R2Core', '2016-06-10T08:41:12'],
    ['scvmm-sp1 - (8/26/2015 - 2:01:14 PM)', 'hyper-v', 'scvmm-sp1', '2015-08-26T14:01:14'],
    ['SCVMM1111 - (05/06/2014 16:13:46)', 'scvmm', 'SCVMM1111', '2014-05-06T16:13:46'],
    ['centos7min-vm - (09/11/2017 10:37:50)', 'scvmm', 'centos7min-vm', '2017-09-11T10:37:50'],
    ['host-jp - (2026/10/08 - 18:15:50)', 'hyper-v', 'host-jp', '2026-10-08T18:15:50'],
    ['vm - (08.10.2026 - 18:15:50)', 'hyper-v', 'vm', null],
    ['vm - (8/10/2026 - 18:15:50)', 'hyper-v', 'vm', null],
  ])('reads %j, a recorded or documented form', (name, form, vmName, localTime) => {
    expect(parseDefaultName(name)).toEqual({ form, vmName, localTime, statesZone: false })
  })

  it.each(['before update', 'az-pwsh-test-checkpoint', 'vm - (old)', '', 'vm - (13/45/2016)', 'vm - (a - b)'])(
    'takes %j as chosen by somebody',
    (name) => {
      expect(parseDefaultName(name)).toBeUndefined()
    },
  )

  it('notices a zone, which no recorded name states', () => {
    expect(parseDefaultName('vm - (05/06/2014 16:13:46Z)')).toMatchObject({ form: 'scvmm', statesZone: true })
    expect(parseDefaultName('vm - (6/10/2016 - 8:41:12 AM +02:00)')).toMatchObject({ form: 'hyper-v', statesZone: true })
  })

  it('gives no time for a day that does not exist', () => {
    expect(parseDefaultName('vm - (02/30/2016 10:00:00)')?.localTime).toBeNull()
  })

  it('reads back what either product would write, for any VM name and moment', () => {
    fc.assert(
      fc.property(vmNames, moments, (vmName, t) => {
        const localTime = t.toISOString().slice(0, 19)
        expect(parseDefaultName(usName(vmName, t))).toEqual({ form: 'hyper-v', vmName, localTime, statesZone: false })
        expect(parseDefaultName(scvmmName(vmName, t))).toEqual({ form: 'scvmm', vmName, localTime, statesZone: false })
      }),
    )
  })
})
