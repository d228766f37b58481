import { expect, test } from 'vitest'
import { openSession } from './session.ts'
import { describeWithPowerShell, executable } from './testing/powershell.ts'
import { memoryInUse, plain, scriptOf } from './testing/scripts.ts'

/** `npm run soak` runs the full number, and looks at the heap. */
const isSoak = process.env['MODE'] === 'soak'
const calls = isSoak ? 10_000 : 500
const size = 3
/** One call of so many leaves by `exit`: the others must not notice. */
const leaves = isSoak ? 4_999 : 97

describeWithPowerShell('a pool of sessions', () => {
  test(`answers each of ${calls} calls with its own answer`, { timeout: isSoak ? 1_800_000 : 120_000 }, async () => {
    await using pool = await openSession({ executable, size })
    const script = scriptOf('param($Number, $Text, $Every) if ($Number % $Every -eq $Every - 1) { exit 1 }; $Number; $Text')
    const heap: number[] = []
    let next = 0
    let left = 0

    async function work(): Promise<void> {
      for (let number = next++; number < calls; number = next++) {
        if (number === calls * 0.1 || number === calls * 0.9) heap.push(memoryInUse())
        const Text = `answer ${number} `.repeat(number % 500)
        const answer = pool.call({ script, parameters: { Number: number, Text, Every: leaves } })
        if (number % leaves === leaves - 1) {
          await expect(answer).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_ENDED' })
          left++
        } else expect(plain(await answer)).toEqual([BigInt(number), Text])
      }
    }
    // More than there are processes, so that some always wait.
    await Promise.all(Array.from({ length: size * 2 }, work))

    expect(left).toBe(Math.floor(calls / leaves))
    const [early = 0, late = 0] = heap
    console.warn(`heap after collection: ${mebibytes(early)} at 10 %, ${mebibytes(late)} at 90 %`)
    if (isSoak) expect(late / early).toBeLessThanOrEqual(1.1)
  })
})

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
