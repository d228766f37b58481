import type { Guid } from '../../checkpoint/guid.ts'
import type { DiskFile } from './model.ts'
import type { Store } from './store.ts'

/** `<folder>\<base>_<GUID>.avhdx`, beside the base and named after it, however long the chain is (C-089, observed form). */
function differencingPath(basePath: string, id: string): string {
  return basePath.replace(/\.vhdx$/u, `_${id}.avhdx`)
}

/** The file that no other one is the parent of, followed up to the file without a parent. */
function baseOf(store: Store, file: DiskFile): DiskFile {
  const parent = file.parent === null ? undefined : store.file(file.parent)
  return parent === undefined ? file : baseOf(store, parent)
}

/** A new differencing file on top of each of the given ones, which are left as they are; it shows what they hold. */
export function branchFrom(store: Store, paths: readonly string[], nextId: () => string): readonly string[] {
  return paths.map((path) => {
    const below = store.file(path)!
    const added: DiskFile = { ...below, path: differencingPath(baseOf(store, below).path, nextId()), parent: path }
    store.putFile(added)
    return added.path
  })
}

/** What a VM or one of its checkpoints stands on. Any other file only holds others up, or nothing. */
function isUsed(store: Store, vm: Guid): (file: DiskFile) => boolean {
  const used = new Set([...store.vm(vm)!.disks, ...store.checkpointsOf(vm).flatMap(({ disks }) => disks)])
  return ({ path }) => used.has(path)
}

function childrenOf(store: Store, { vm, path }: DiskFile): readonly DiskFile[] {
  return store.filesOf(vm).filter(({ parent }) => parent === path)
}

/** Deletes what nothing stands on any more, as an apply does with what the VM had written since. */
export function dropUnused(store: Store, vm: Guid): void {
  const inUse = isUsed(store, vm)
  for (;;) {
    const loose = store.filesOf(vm).find((file) => !inUse(file) && childrenOf(store, file).length === 0)
    if (loose === undefined) return
    store.dropFile(loose.path)
  }
}

/** Files of checkpoints that are gone: with one child each they are merged; with several they hold up branches and stay. */
function mergeable(store: Store, vm: Guid): DiskFile | undefined {
  const inUse = isUsed(store, vm)
  return store.filesOf(vm).find((file) => !inUse(file) && childrenOf(store, file).length === 1)
}

export function hasToMerge(store: Store, vm: Guid): boolean {
  return mergeable(store, vm) !== undefined
}

/** Writes each such child into its parent, whose name stays, until every file is in use or holds up a branch. */
export function mergeAll(store: Store, vm: Guid): void {
  for (;;) {
    const parent = mergeable(store, vm)
    if (parent === undefined) return dropUnused(store, vm)
    mergeInto(store, parent, childrenOf(store, parent)[0]!)
  }
}

function mergeInto(store: Store, parent: DiskFile, child: DiskFile): void {
  const renamed = (disks: readonly string[]): readonly string[] => disks.map((path) => (path === child.path ? parent.path : path))
  store.putFile({ ...parent, content: child.content })
  for (const grandchild of childrenOf(store, child)) store.putFile({ ...grandchild, parent: parent.path })
  for (const checkpoint of store.checkpointsOf(parent.vm)) store.putCheckpoint({ ...checkpoint, disks: renamed(checkpoint.disks) })
  const vm = store.vm(parent.vm)!
  store.putVm({ ...vm, disks: renamed(vm.disks) })
  store.dropFile(child.path)
}
