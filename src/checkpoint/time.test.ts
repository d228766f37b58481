import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseProductTime } from './time.ts'

describe('times as products print them', () => {
  it.each([
    ['/Date(1455747055167)/', '2016-02-17T22:10:55.167Z', true], // recorded: SCVMM inventory as JSON
    ['2014-05-13T07:51:46.433-07:00', '2014-05-13T14:51:46.433Z', true], // recorded: SCVMM inventory as CLIXML
    ['20200330022238.631038-000', '2020-03-30T02:22:38.631Z', true], // recorded: MOF text of a 2012 R2 host
    ['20200330022238.631038+540', '2020-03-29T17:22:38.631Z', true],
    ['2025-12-17T09:55:22.702341Z', '2025-12-17T09:55:22.702Z', true], // recorded: WS-Man of 2026
    ['2013-06-01T12:00:00', '2013-06-01T12:00:00.000', false], // documented: Edm.DateTime of SPF
    ['yesterday', 'yesterday', false],
    ['/Date(9999999999999999999)/', '/Date(9999999999999999999)/', false],
  ])('reads %s', (text, value, zoned) => {
    expect(parseProductTime(text)).toEqual({ value, zoned })
  })

  it('gives one value for one moment in any zone', () => {
    const offsets = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15)
    const moments = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-01-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, offsets, (moment, minutes) => {
        const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 23)
        const sign = minutes < 0 ? '-' : '+'
        const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) => String(n).padStart(2, '0'))
        expect(parseProductTime(`${local}${sign}${hours}:${rest}`)).toEqual({ value: moment.toISOString(), zoned: true })
        expect(parseProductTime(`/Date(${moment.getTime()})/`)).toEqual({ value: moment.toISOString(), zoned: true })
      }),
    )
  })
})
