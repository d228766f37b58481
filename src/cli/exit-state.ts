/** Commands put their exit code here; an error that they throw decides by its own code. */
export interface ExitState {
  exitCode: number
}
