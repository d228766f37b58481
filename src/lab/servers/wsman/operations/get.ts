import { writeInstance } from '../../../../protocols/wsman/codec/instance.ts'
import { classOf } from '../repository.ts'
import type { Operation } from '../request.ts'
import { selectOne } from '../selectors.ts'

export const get: Operation = ({ headers, session }) =>
  writeInstance(selectOne(classOf(headers.resourceUri), headers.selectors, session.view).instance)
