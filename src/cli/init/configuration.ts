import { configurationSchema, type SnapcheckConfig } from '../../configuration/schema/schema.ts'
import { shown } from '../../configuration/problems.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import type { Answers } from './answers.ts'

export const defaultAnswers: Answers = {
  form: 'yaml',
  hostName: 'hv01',
  hostUrl: '',
  vmmName: 'vmm01',
  vmmUrl: '',
  stampId: '',
  ca: '',
  vm: '',
  disposable: false,
}

/** The configuration that the answers make. @throws SNAPCHECK_OPTION_VALUE for an answer that cannot be used. */
export function configurationOf(answers: Answers): SnapcheckConfig {
  const { hostName, hostUrl, vmmName, vmmUrl, stampId, ca, vm, disposable } = answers
  const privateCa = ca === '' ? {} : { ca }
  const hasHost = hostUrl !== ''
  const hasVmm = vmmUrl !== ''
  const config: SnapcheckConfig = {
    credentials: {
      ...(hasHost ? { host: { env: { user: 'SNAPCHECK_HOST_USER', password: 'SNAPCHECK_HOST_PASSWORD' } } } : {}),
      ...(hasVmm ? { vmm: { env: { user: 'SNAPCHECK_VMM_USER', password: 'SNAPCHECK_VMM_PASSWORD' } } } : {}),
    },
    hosts: hasHost ? [{ name: hostName, url: hostUrl, credentials: 'host', ...privateCa }] : [],
    vmm: hasVmm ? [{ name: vmmName, url: vmmUrl, stampId, credentials: 'vmm', ...privateCa }] : [],
    vms:
      vm === '' || !(hasHost || hasVmm)
        ? []
        : [{ id: vm, ...(hasHost ? { host: hostName } : {}), ...(hasVmm ? { vmm: vmmName } : {}), disposable }],
    allow: 'reads',
    ceiling: 20,
    patience: { limit: '35m', interval: '60s' },
  }
  const checked = configurationSchema.safeParse(config)
  if (checked.success) return config
  const [{ path, message } = { path: [], message: '' }] = checked.error.issues
  throw new SnapcheckError('SNAPCHECK_OPTION_VALUE', `${shown(path as readonly (string | number)[])} ${message}.`, {
    place: 'snapcheck init',
    expected: 'answers from which a configuration can be made',
    next: 'snapcheck init --help',
  })
}
