import { relative, sep } from 'node:path'
import { offence } from './boundaries.ts'

/** The parts of an ESTree node and of oxlint's rule context that the rules below read. */
interface Node {
  readonly type: string
  readonly name?: string
  readonly value?: unknown
  readonly source?: Node | null
  readonly callee?: Node
  readonly object?: Node
  readonly property?: Node
  readonly arguments?: readonly Node[]
}

interface Context {
  readonly filename: string
  readonly cwd: string
  readonly options: readonly unknown[]
  readonly sourceCode: { readonly lines: readonly string[] }
  report(problem: { readonly message: string; readonly node: Node }): void
}

type Visitor = Readonly<Record<string, (node: Node) => void>>

const boundaries = {
  create(context: Context): Visitor {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    const check = (node: Node): void => {
      const specifier = node.source?.value
      if (typeof specifier !== 'string') return
      const message = offence(file, specifier)
      if (message !== undefined) context.report({ message, node })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}

const clockCalls = ['Date.now', 'Math.random', 'crypto.randomUUID', 'performance.now']

/** What ends in a report comes from the Clock and the seed; where a wall-clock value is meant, a comment says so. */
const wallClock = {
  create(context: Context): Visitor {
    const refuse = (node: Node, what: string): void =>
      context.report({ message: `${what}: take times from a Clock and ids from foundation/seed.ts.`, node })
    return {
      CallExpression(node) {
        const { callee } = node
        const name = callee?.type === 'MemberExpression' ? `${callee.object?.name}.${callee.property?.name}` : callee?.name
        if (name === 'randomUUID' || clockCalls.includes(name ?? '')) refuse(node, `${name}()`)
      },
      NewExpression(node) {
        if (node.callee?.name === 'Date' && node.arguments?.length === 0) refuse(node, 'new Date()')
      },
    }
  },
}

/** Warns where a file grows: `max-lines` refuses the hopeless ones. */
const shortFile = {
  meta: { schema: [{ type: 'integer', minimum: 1 }] },
  create(context: Context): Visitor {
    const limit = Number(context.options[0])
    return {
      Program(node) {
        const { length } = context.sourceCode.lines
        if (length > limit) context.report({ message: `${length} lines; above ${limit} a file usually does two things.`, node })
      },
    }
  },
}

export default {
  meta: { name: 'house' },
  rules: { boundaries, 'wall-clock': wallClock, 'short-file': shortFile },
}
