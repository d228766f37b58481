import { refuse } from '../fault.ts'
import { conditionParser } from './parse-condition.ts'
import type { AssociationQuery, WqlQuery } from './query.ts'
import { tokenReader, type TokenReader } from './token-reader.ts'
import { wqlTokens } from './tokens.ts'

/** @throws CannotProcessFilter for everything else than the queries of `query.ts`. */
export function parseWql(query: string): WqlQuery {
  const reader = tokenReader(wqlTokens(query))
  const parsed = parseQuery(reader)
  reader.end()
  return parsed
}

function parseQuery(reader: TokenReader): WqlQuery {
  if (reader.takeWord('SELECT')) return parseSelect(reader)
  if (reader.takeWord('ASSOCIATORS')) return parseAssociation(reader, 'associated')
  if (reader.takeWord('REFERENCES')) return parseAssociation(reader, 'associations')
  throw reader.unexpected('SELECT, ASSOCIATORS OF or REFERENCES OF')
}

/** How a host returns the columns that a query leaves out is unknown, so the lab takes `*` only. */
function parseSelect(reader: TokenReader): WqlQuery {
  if (!reader.takeSign('*')) throw reader.unexpected('* (the lab does not know what a host does with columns)')
  reader.needWord('FROM')
  const className = reader.need('word', 'a class')
  const where = reader.takeWord('WHERE') ? conditionParser(reader) : undefined
  return { kind: 'select', className, where }
}

const clauses: Readonly<Record<string, Exclude<keyof AssociationQuery, 'kind' | 'path'>>> = {
  assocclass: 'associationClass',
  resultclass: 'resultClass',
  role: 'role',
  resultrole: 'resultRole',
}

function parseAssociation(reader: TokenReader, kind: AssociationQuery['kind']): WqlQuery {
  reader.needWord('OF')
  const path = reader.need('path', 'an object path in braces')
  const found: Record<string, string> = {}
  if (reader.takeWord('WHERE')) {
    do {
      const word = reader.need('word', 'a clause')
      const clause = clauses[word.toLowerCase()]
      if (clause === undefined) throw refuse('cannotProcessFilter', `The lab does not know the clause ${word}.`)
      reader.needSign('=')
      found[clause] = reader.need('word', 'a class or role')
    } while (!reader.atEnd())
  }
  return { kind, path, ...found }
}
