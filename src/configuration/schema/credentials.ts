import { z } from 'zod'
import { path } from './words.ts'

const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'is no name of an environment variable')

/** Where a user and a password come from: exactly one of four ways. The values themselves have no place in the file. */
export const credentials = z
  .strictObject({
    env: z.strictObject({ user: variable, password: variable }).optional().describe('Names of two environment variables.'),
    fd: z.int().min(3).max(1023).optional().describe('Number of an open file descriptor, read once to its end.'),
    file: path.optional().describe('A file that only you can read. Relative to this file.'),
    command: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('A program and its arguments, run without a shell; what it prints is read.'),
  })
  .refine((ways) => Object.values(ways).filter((way) => way !== undefined).length === 1, 'names not exactly one of env, fd, file, command')
  .meta({ minProperties: 1, maxProperties: 1 })
  .describe('Where user and password come from. File descriptor, file and command give two lines: the user, then the password.')
