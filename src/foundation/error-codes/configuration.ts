import type { ErrorCodeEntry } from './entry.ts'

/** The configuration and its secrets. */
export const configurationErrors = {
  SNAPCHECK_CONFIGURATION_MISSING: {
    exit: 2,
    meaning: 'A command needs a configuration, and there is none where it was looked for.',
    remedy: 'Run `snapcheck init` to write one, or name one with --config.',
  },
  SNAPCHECK_CONFIGURATION_INVALID: {
    exit: 2,
    meaning: 'The configuration has an unknown key, a value that it does not take, or a name that leads nowhere.',
    remedy: 'The message names the file, the place and the nearest key; docs/configuration.md shows every key.',
  },
  SNAPCHECK_SECRET_IN_CONFIGURATION: {
    exit: 2,
    meaning: 'A user or password stands in the configuration itself.',
    remedy: 'Refer to it by environment variables, file descriptor, file or command, and change the secret if others could read the file.',
  },
  SNAPCHECK_CREDENTIALS_UNAVAILABLE: {
    exit: 2,
    meaning: 'Credentials could not be read from where the configuration says they are.',
    remedy: 'The message names the variable, descriptor, file or command; what was read is never shown.',
  },
} as const satisfies Record<string, ErrorCodeEntry>
