/** Says what the suites hold, then tells the tasks that come in, one at a time. */
import { parentPort } from 'node:worker_threads'
import { storyJudge, type Task } from './judged.ts'

const { suites, judged } = await storyJudge()
parentPort!.on('message', (task: Task) => {
  void judged(task).then((result) => parentPort!.postMessage(result))
})
parentPort!.postMessage(suites)
