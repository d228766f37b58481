import { Worker } from 'node:worker_threads'
import type { Judged, Suites, Task } from './judged.ts'

/** Worker threads that take task after task, so that a slow one holds up nothing but itself. */
export interface Pool extends AsyncDisposable {
  readonly suites: Suites
  /** @returns the results in the order of the tasks. @throws what a worker threw. */
  run(tasks: readonly Task[]): Promise<readonly Judged[]>
}

export async function openPool(threads: number): Promise<Pool> {
  const workers = Array.from({ length: threads }, () => new Worker(new URL('./worker.ts', import.meta.url)))
  const [suites] = await Promise.all(workers.map((worker) => answerOf<Suites>(worker)))
  return {
    suites: suites!,
    async run(tasks) {
      const results: Judged[] = []
      const waiting = [...tasks.entries()]
      await Promise.all(
        workers.map(async (worker) => {
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            worker.postMessage(next[1])
            results[next[0]] = await answerOf<Judged>(worker)
          }
        }),
      )
      return results
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function answerOf<Answer>(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject)
      resolve(answer)
    })
  })
}
