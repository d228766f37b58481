import { scalarForms } from './scalar.ts'
import { scalarText } from './scalar-text.ts'
import type { CliXmlObject, CliXmlProgress, CliXmlScalar, CliXmlValue } from './value.ts'
import type { Writing } from './writing.ts'

/** Where a value stands: its name as a member or in an entry, its stream at the top. */
export interface Position {
  readonly name?: string
  readonly stream?: string | undefined
}

/** Writes a value that has no others inside. */
export function writeLeaf(writing: Writing, value: Exclude<CliXmlValue, CliXmlObject>, at: Position): void {
  switch (value.type) {
    case 'progress':
      return writeProgress(writing, value, at)
    case 'memberSet':
      throw writing.refused('a member set', 'member sets among added members only ([MS-PSRP] 2.2.5.2.9)')
    case 'released':
      throw writing.refused('an object that the reader released', 'an object that was kept')
    case 'secureString':
      throw writing.refused('a secure string', 'a value that may be read by others')
    default:
      return writeScalar(writing, value, at)
  }
}

/** What the type's own reader would not take is refused: nothing is written that comes back as another value. */
function writeScalar(writing: Writing, value: Exclude<CliXmlScalar, { readonly type: 'secureString' }>, at: Position): void {
  const { tag, read } = scalarForms.get(value.type)!
  if ('value' in value && typeof value.value === 'object') writing.checkLength(value.value.length)
  const text = scalarText(value, writing.encoded)
  if (text !== undefined && read(text) === undefined)
    throw writing.refused(`${value.type} ${JSON.stringify(text.slice(0, 100))}`, 'a value of that type')
  const name = nameAttribute(writing, at)
  // The engine puts the stream of Nil first and that of all others last.
  writing.out.open(tag, value.type === 'nil' ? [['S', at.stream], name] : [name, ['S', at.stream]])
  if (text !== undefined) writing.out.text(text)
  writing.out.close()
}

/** [MS-PSRP] 2.2.5.1.25; the engine reads them in this order only. */
const progressFields = /^AV AI (?:S|Nil) PI PC T SR SD$/

function writeProgress(writing: Writing, { fields }: CliXmlProgress, at: Position): void {
  const tags = [...fields.keys()].join(' ')
  if (!progressFields.test(tags)) throw writing.refused(`a progress record of ${tags}`, 'AV AI S PI PC T SR SD, or Nil for S')
  writing.out.open('PR', [nameAttribute(writing, at), ['S', at.stream]])
  for (const [tag, text] of fields) {
    if (tag === 'S') writeScalar(writing, { type: 'string', value: text }, {})
    else writeText(writing, tag, text)
  }
  writing.out.close()
}

/** A name or description; without an end tag of its own where it is empty, unlike a string value. */
export function writeText(writing: Writing, tag: string, text: string): void {
  writing.out.open(tag)
  if (text !== '') writing.out.text(writing.encoded(text))
  writing.out.close()
}

export function nameAttribute(writing: Writing, { name }: Position): readonly [string, string | undefined] {
  return ['N', name === undefined ? undefined : writing.encoded(name)]
}
