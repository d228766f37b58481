/** What the workers of one run share: they are threads of one process, so memory that all see will do. */
export interface CommonState {
  /** [0] counts created checkpoints; the others are locks, one for each VM: 0 is free. */
  readonly memory: SharedArrayBuffer
}

export function commonState(vms: number): CommonState {
  return { memory: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (vms + 1)) }
}

/** False where one more would be more than `ceiling`; what was refused stays counted. */
export function countCreate({ memory }: CommonState, ceiling: number): boolean {
  return Atomics.add(new Int32Array(memory), 0, 1) < ceiling
}

export function uncountCreate({ memory }: CommonState): void {
  Atomics.sub(new Int32Array(memory), 0, 1)
}

/** Waits until no other scenario of this run works on the VM with this index. @returns gives it back. */
export async function lockVm({ memory }: CommonState, index: number): Promise<() => void> {
  const cells = new Int32Array(memory)
  const cell = index + 1
  while (Atomics.compareExchange(cells, cell, 0, 1) !== 0) {
    const waiting = Atomics.waitAsync(cells, cell, 1)
    if (waiting.async) await waiting.value
  }
  return () => {
    Atomics.store(cells, cell, 0)
    Atomics.notify(cells, cell, 1)
  }
}
