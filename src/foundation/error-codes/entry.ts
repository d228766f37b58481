/** What an error code stands for; `snapcheck explain CODE` prints it and docs/errors.md is generated from it. */
export interface ErrorCodeEntry {
  /** The exit code of a command that ends with it (design section 1). */
  readonly exit: 1 | 2 | 3
  readonly meaning: string
  readonly remedy: string
}
