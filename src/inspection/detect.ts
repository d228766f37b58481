import { SnapcheckError } from '../foundation/errors.ts'
import { cliXmlNamespace } from '../protocols/powershell/codec/read.ts'
import { namespaces } from '../protocols/wsman/codec/namespaces.ts'
import type { FileContent } from './content.ts'
import { readCliXmlFile } from './kinds/clixml.ts'
import { readJsonFile } from './kinds/json.ts'
import { readWsmanFile } from './kinds/wsman.ts'
import { fileKinds } from './model.ts'
import type { SourceFile } from './source/file.ts'
import { xmlRootOf } from './source/xml-root.ts'

type Read = (file: SourceFile) => FileContent | undefined

/** By the first element, whatever the file is called. */
const xmlReaders: Readonly<Record<string, Read>> = {
  [`${cliXmlNamespace} Objs`]: readCliXmlFile,
  [`${namespaces.s} Envelope`]: readWsmanFile,
}

/** Reads a file by what is in it. @throws SNAPCHECK_FILE_UNKNOWN where that is nothing that is known here. */
export function readContent(file: SourceFile): FileContent {
  const content = readerOf(file)?.(file)
  if (content === undefined) throw unknown(file)
  return content
}

function readerOf(file: SourceFile): Read | undefined {
  const first = file.start.trimStart()[0]
  if (first === '{' || first === '[') return readJsonFile
  if (first !== '<') return undefined
  const { namespace, name } = xmlRootOf(file)
  return xmlReaders[`${namespace} ${name}`]
}

function unknown(file: SourceFile): SnapcheckError {
  const first = file.start.trimStart()[0]
  return new SnapcheckError('SNAPCHECK_FILE_UNKNOWN', `${file.path} is none of the kinds that inspect reads.`, {
    place: file.path,
    observed:
      first === '<'
        ? `XML whose first element is ${shown(file)}`
        : first === '{' || first === '['
          ? 'JSON without a known object'
          : 'neither XML nor JSON',
    expected: Object.values(fileKinds).join('; '),
    next: 'snapcheck inspect --help',
  })
}

function shown(file: SourceFile): string {
  const { namespace, name } = xmlRootOf(file)
  return `<${name.slice(0, 100)}>${namespace === '' ? '' : ` of ${namespace.slice(0, 200)}`}, or holds no known object`
}
