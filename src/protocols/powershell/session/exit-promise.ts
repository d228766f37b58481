import type { PowerShell } from 'node-powershell'

/**
 * node-powershell races each answer against one promise that settles when the process ends, and what is raced against a
 * promise is held by it: every answer, for as long as the process lives (15 kB for an answer of 3 kB, measured with 5.0.1). So
 * that promise is replaced by one for each call. Where the package no longer has it under this name, nothing is done: a process
 * is replaced after `limits.served` bytes anyway.
 * @returns to be called before each call.
 */
export function releaseAnswers(powershell: PowerShell): () => void {
  const lasting: unknown = Reflect.get(powershell, 'exitPromise')
  if (!(lasting instanceof Promise)) return () => undefined
  let hasEnded = false
  let current = Promise.withResolvers<unknown>()
  lasting.then(
    (value) => settle(() => current.resolve(value)),
    (error: unknown) => settle(() => current.reject(error)),
  )
  Object.defineProperty(powershell, 'exitPromise', { get: () => current.promise })

  function settle(how: () => void): void {
    hasEnded = true
    how()
  }

  return () => {
    if (!hasEnded) current = Promise.withResolvers()
  }
}
