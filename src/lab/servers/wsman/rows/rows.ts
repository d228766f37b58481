import type { HostView } from '../host-view.ts'
import type { Row } from './row.ts'

/** All instances of a class, as they are now. */
export type Rows = (view: HostView) => readonly Row[]
