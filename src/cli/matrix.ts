import pc from 'picocolors'
import { outcomeSymbols, propertyLabels } from '../report/present/labels.ts'
import type { Matrix, MatrixCell } from '../report/present/matrix.ts'
import { outcomeColours } from './colours.ts'

/** A terminal of unknown width, such as the log of a CI host. */
const usualWidth = 120
const titleWidth = 14
const columnWidth = 12
const narrowWidth = 4

/** Who made it and who looks, as one column. */
interface Crossing {
  readonly creator: string
  readonly observer: string
}

/** The matrix as lines: a row for each property, and where the terminal is too narrow for its counts, symbols alone. */
export function matrixLines(matrices: readonly Matrix[], width: number = process.stdout.columns ?? usualWidth): readonly string[] {
  const crossings = crossingsOf(matrices)
  return titleWidth + crossings.length * columnWidth <= width ? withCounts(matrices, crossings) : symbolsOnly(matrices, crossings)
}

/** In the order of the page. */
function crossingsOf(matrices: readonly Matrix[]): readonly Crossing[] {
  const creators = new Set(matrices.flatMap((matrix) => matrix.creators))
  const observers = new Set(matrices.flatMap((matrix) => matrix.observers))
  const all = [...creators].flatMap((creator) => [...observers].map((observer) => ({ creator, observer })))
  return all.filter((crossing) => matrices.some((matrix) => cellOf(matrix, crossing) !== undefined))
}

function withCounts(matrices: readonly Matrix[], crossings: readonly Crossing[]): readonly string[] {
  const head = (title: string, side: keyof Crossing): string =>
    pc.dim(
      title.padEnd(titleWidth) +
        crossings
          .map((crossing) => crossing[side].padEnd(columnWidth))
          .join('')
          .trimEnd(),
    )
  const rows = matrices.map((matrix) => {
    const cells = crossings.map((crossing) => counted(cellOf(matrix, crossing)))
    return propertyLabels[matrix.property].title.padEnd(titleWidth) + cells.join('').trimEnd()
  })
  return [head('made through', 'creator'), head('seen through', 'observer'), ...rows]
}

function counted(cell: MatrixCell | undefined): string {
  if (cell === undefined) return ' '.repeat(columnWidth)
  return outcomeColours[cell.outcome](`${outcomeSymbols[cell.outcome]} ${cell.judged}/${cell.total}`.padEnd(columnWidth))
}

/** Columns are numbered, and named below. */
function symbolsOnly(matrices: readonly Matrix[], crossings: readonly Crossing[]): readonly string[] {
  const numbers = crossings.map((_crossing, index) => String(index + 1).padEnd(narrowWidth)).join('')
  const rows = matrices.map((matrix) => {
    const cells = crossings.map((crossing) => symbol(cellOf(matrix, crossing)))
    return propertyLabels[matrix.property].title.padEnd(titleWidth) + cells.join('').trimEnd()
  })
  const names = crossings.map(({ creator, observer }, index) => pc.dim(`${index + 1}  made through ${creator}, seen through ${observer}`))
  return [pc.dim(' '.repeat(titleWidth) + numbers.trimEnd()), ...rows, '', ...names]
}

function symbol(cell: MatrixCell | undefined): string {
  return cell === undefined ? ' '.repeat(narrowWidth) : outcomeColours[cell.outcome](outcomeSymbols[cell.outcome].padEnd(narrowWidth))
}

function cellOf({ cells }: Matrix, { creator, observer }: Crossing): MatrixCell | undefined {
  return cells.find((cell) => cell.creator === creator && cell.observer === observer)
}
