import { configurationErrors } from './error-codes/configuration.ts'
import { filesErrors } from './error-codes/files.ts'
import { ownershipErrors } from './error-codes/ownership.ts'
import { powershellErrors } from './error-codes/powershell.ts'
import { productsErrors } from './error-codes/products.ts'
import { reportsErrors } from './error-codes/reports.ts'
import { suitesErrors } from './error-codes/suites.ts'
import { usageErrors } from './error-codes/usage.ts'
import type { ErrorCodeEntry } from './error-codes/entry.ts'

export const errorCodes = {
  ...usageErrors,
  ...filesErrors,
  ...productsErrors,
  ...powershellErrors,
  ...suitesErrors,
  ...reportsErrors,
  ...configurationErrors,
  ...ownershipErrors,
} as const satisfies Record<string, ErrorCodeEntry>

export type ErrorCode = keyof typeof errorCodes

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCodes, text)
}
