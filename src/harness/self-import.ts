import { registerHooks } from 'node:module'

const entry = new URL(`../index.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url).href

/** Suites import 'snapcheck'; wherever they lie, they get the copy that is running, sources in a checkout included. */
export function resolveSelfImport(): void {
  registerHooks({
    resolve: (specifier, context, next) => (specifier === 'snapcheck' ? { url: entry, shortCircuit: true } : next(specifier, context)),
  })
}
