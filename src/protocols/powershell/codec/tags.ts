import type { CliXmlList } from './value.ts'

type ListForm = CliXmlList['form']

/** [MS-PSRP] 2.2.5.2.6: how the element of a list says what it was. */
const lists: readonly (readonly [form: ListForm, tag: string])[] = [
  ['list', 'LST'],
  ['enumerable', 'IE'],
  ['stack', 'STK'],
  ['queue', 'QUE'],
]

export const listTags: ReadonlyMap<ListForm, string> = new Map(lists)
export const listForms: ReadonlyMap<string, ListForm> = new Map(lists.map(([form, tag]) => [tag, form]))
