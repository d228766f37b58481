import { defineConfig } from 'vitest/config'

/** `npm test`: what proves the harness itself. The conformance suites are run by the product, not by this configuration. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', '.ci/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
})
