import type { CimValue } from '../../../../protocols/wsman/codec/value.ts'

/** The values of one instance; what is left out is null in every build that has the property. */
export type Row = Readonly<Record<string, CimValue>>
