import { join } from 'node:path'

/** Scripts lie in `src` also where the code runs from `dist`: the compiler does not copy them. */
export const packageRoot = join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../../..' : '../../../..')
