import pc from 'picocolors'
import { fates, type Diff, type DiffRow, type Fate } from '../judgement/diff/model.ts'
import { interfaceName } from '../report/present/labels.ts'
import { print } from './print.ts'

const headlines: Readonly<Record<Diff['conclusion'], string>> = {
  yes: 'Yes: every checkpoint of the first set came through, or the files account for what became of it.',
  no: 'No: checkpoints were lost or changed, and nothing in the files accounts for it.',
  'no-evidence': 'No evidence: the files do not prove that every checkpoint came through.',
}

const origins: Readonly<Record<Diff['origin'], string>> = {
  product: 'origin: product. Both sets state the builds of the products that answered.',
  simulator: 'origin: simulator. This proves snapcheck, not the products.',
  unidentified: 'origin: unidentified. Not every file states which product answered.',
}

/** Rows of one fate that are printed; the others are counted, and all are in `--json`. */
const shownRows = 50

export function printDiff(diff: Diff): void {
  print(pc.bold(headlines[diff.conclusion]))
  print(origins[diff.origin])
  print(`from ${diff.begun ?? 'an unknown time'} to ${diff.ended ?? 'an unknown time'}`)
  print('')
  for (const fate of fates) printFate(diff, fate)
  for (const { code, sentence } of diff.obstacles) print(`${pc.yellow('open')} ${code}  ${sentence}`)
}

function printFate({ rows }: Diff, fate: Fate): void {
  const own = rows.filter((row) => row.fate === fate)
  if (own.length === 0) return
  const accounted = own.filter(({ explanation }) => explanation !== null).length
  print(`${String(own.length).padStart(6)} ${fate} of ${rows.length}${accounted > 0 ? `, ${accounted} of them explained` : ''}`)
  if (fate === 'survived') return
  for (const row of own.slice(0, shownRows)) printRow(row)
  if (own.length > shownRows) print(`         and ${own.length - shownRows} more: --json lists all`)
}

function printRow({ interface: reader, vm, vmName, checkpoint, name, changes, explanation, reason }: DiffRow): void {
  print(`         ${JSON.stringify(name)} ${checkpoint}, VM ${vmName ?? vm}, ${interfaceName(reader)}`)
  for (const { property, before, after } of changes) print(`           ${property}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`)
  if (reason !== null) print(`           ${reasons[reason]}`)
  print(`           ${explanation === null ? 'nothing in the files accounts for it' : `explained: ${explanation.sentence}`}`)
}

const reasons: Readonly<Record<NonNullable<DiffRow['reason']>, string>> = {
  'vm-not-shown': 'The second set does not show its VM, which may be gone, moved or hidden.',
  'no-witness': 'The second set shows its VM without a list of checkpoints that could be trusted.',
}
