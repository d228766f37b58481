import type { SnapcheckConfig } from './schema/schema.ts'

/**
 * For `snapcheck.config.ts`: gives editors the names and types of everything that a configuration can hold. What it
 * returns is what it was given; it is checked when the file is read.
 */
export function defineConfig(config: SnapcheckConfig): SnapcheckConfig {
  return config
}
