import type { LoadedConfiguration } from '../configuration/load.ts'
import { settingLines } from '../configuration/settings.ts'
import { nearest } from '../foundation/nearest.ts'

/** Read elsewhere: the place of the configuration, and what `npm test` insists on. */
const others = ['SNAPCHECK_CONFIG', 'SNAPCHECK_REQUIRE']

/** Variables that look as if they were meant for snapcheck and are read by nothing: a slip there would stay silent. */
export function strayVariables(
  environment: NodeJS.ProcessEnv,
  { content }: LoadedConfiguration,
): readonly { readonly name: string; readonly near: string | undefined }[] {
  const known = [...Object.values(settingLines).map((line) => line.environment), ...others]
  const secrets = Object.values(content.credentials ?? {}).flatMap(({ env }) => (env === undefined ? [] : [env.user, env.password]))
  return Object.keys(environment)
    .filter((name) => name.startsWith('SNAPCHECK_') && !known.includes(name) && !secrets.includes(name))
    .map((name) => ({ name, near: nearest(name, known) }))
}
