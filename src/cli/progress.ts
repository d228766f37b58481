import pc from 'picocolors'
import type { KeptTelling } from '../harness/story/result.ts'

export interface Progress {
  finished(telling: KeptTelling): void
  end(): void
}

/** How a scenario ended that nothing disturbed: its clean-up is its second verdict. */
const states: Readonly<Record<KeptTelling['cleanup']['outcome'], string>> = {
  restored: pc.green('told'),
  'not-needed': pc.green('told'),
  'left-behind': pc.yellow('left something'),
  failed: pc.red('not put back'),
}

/** One line to stderr for each finished scenario, on a terminal and in CI alike; no cursor movement. */
export function progress(total: number, quiet: boolean): Progress {
  let done = 0
  const width = String(total).length
  return {
    finished({ key, definition, problems, cleanup, notices, wall }) {
      done++
      for (const notice of notices) console.error(pc.yellow(notice))
      if (quiet) return
      const count = pc.dim(`${String(done).padStart(width)}/${total}`)
      const state = problems.length > 0 ? pc.red('fault') : states[cleanup.outcome]
      console.error(`${count} ${state}  ${key.padEnd(42)} ${definition.title} ${pc.dim(`${Math.round(wall.duration)} ms`)}`)
    },
    end() {
      if (!quiet && done < total) console.error(pc.yellow(`${total - done} of ${total} were not told`))
    },
  }
}
