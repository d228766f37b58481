import { labMark } from '../../../../foundation/lab-mark.ts'
import { writeIdentifyResponse } from '../../../../protocols/wsman/codec/identify.ts'
import type { Markup } from '../../../../protocols/wsman/codec/markup.ts'
import type { HostView } from '../host-view.ts'

const basicProfile = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/http/basic'

/** Who has not shown credentials gets neither the version nor the profiles (ws-man.md section 4, documented). */
export function identify(view: HostView, isAuthenticated: boolean): Markup {
  return writeIdentifyResponse({
    productVendor: labMark.vendor,
    productVersion: `OS: ${isAuthenticated ? view.build.version : '0.0.0'} SP: 0.0 Stack: 3.0`,
    securityProfiles: isAuthenticated ? [basicProfile] : [],
  })
}
