import { stringify } from 'yaml'
import type { SnapcheckConfig } from './schema/schema.ts'

export const configurationForms = ['yaml', 'ts'] as const
export type ConfigurationForm = (typeof configurationForms)[number]

/**
 * The text of a new configuration file. YAML begins with the line by which editors find the schema and complete keys.
 * @param schema the path from the file to the schema, with `/`.
 */
export function configurationText(form: ConfigurationForm, config: SnapcheckConfig, schema: string): string {
  return form === 'yaml' ? yamlText(config, schema) : moduleText(config)
}

const hints = [
  'Secrets have no place in here: credentials name variables, a file descriptor, a file or a command.',
  'Scenarios of your own are named by a list: suites, of paths and globs.',
]

function yamlText(config: SnapcheckConfig, schema: string): string {
  return `# yaml-language-server: $schema=${schema}\n${comments('#')}\n\n${stringify(config, { lineWidth: 120 })}`
}

function moduleText(config: SnapcheckConfig): string {
  return `import { defineConfig } from 'snapcheck'\n\n${comments('//')}\nexport default defineConfig(${literal(config)})\n`
}

/** A JavaScript literal; every key of the configuration that is no identifier stays quoted. */
function literal(config: SnapcheckConfig): string {
  return JSON.stringify(config, null, 2).replace(/^( *)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
}

function comments(mark: string): string {
  return hints.map((hint) => `${mark} ${hint}`).join('\n')
}
