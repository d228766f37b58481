import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guidOfInstanceId, guidOfSettingPath, parseGuid } from './guid.ts'

describe('GUIDs', () => {
  it('are one in any case, with or without braces', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const upper = uuid.toUpperCase()
        for (const text of [uuid, upper, `{${uuid}}`, `{${upper}}`]) expect(parseGuid(text)).toBe(upper)
        expect(guidOfInstanceId(`Microsoft:${uuid}`)).toBe(upper)
        expect(guidOfSettingPath(`\\\\HOST\\root\\virtualization\\v2:Msvm_VirtualSystemSettingData.InstanceID="Microsoft:${uuid}"`)).toBe(
          upper,
        )
      }),
    )
  })

  it.each(['', 'VM1', '8E6AA643-7EF1-4945-811D-857017D921A', '8E6AA643-7EF1-4945-811D-857017D921A1x', '8E6AA6437EF14945811D857017D921A1'])(
    'are not in %j',
    (text) => {
      expect(parseGuid(text)).toBeUndefined()
    },
  )

  it('are not in the path of a device below a setting', () => {
    expect(
      guidOfSettingPath('\\\\H\\root\\virtualization\\v2:Msvm_X.InstanceID="Microsoft:8E6AA643-7EF1-4945-811D-857017D921A1\\\\D"'),
    ).toBeUndefined()
  })
})
