/** What a cell is about. One matrix of the report each. */
export const cellProperties = [
  'visibility',
  'identity',
  'name',
  'comment',
  'time',
  'parent',
  'kind',
  'position',
  'order',
  'terminology',
  'disks',
  'state',
  'limit',
  'job',
  'protocol',
] as const
export type CellProperty = (typeof cellProperties)[number]
