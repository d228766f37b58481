/** What the lab reads of WQL: the queries of ws-man.md sections 6 and 12, no more. */
export type WqlQuery = SelectQuery | AssociationQuery

export interface SelectQuery {
  readonly kind: 'select'
  readonly className: string
  readonly where: Condition | undefined
}

/** ASSOCIATORS OF and REFERENCES OF. */
export interface AssociationQuery {
  readonly kind: 'associated' | 'associations'
  /** A WMI object path. */
  readonly path: string
  readonly associationClass?: string
  readonly role?: string
  readonly resultClass?: string
  readonly resultRole?: string
}

export const comparators = ['=', '!=', '<>', '<', '<=', '>', '>='] as const
export type Comparator = (typeof comparators)[number]

export type Literal = string | number | boolean | null | { readonly system: '__SERVER' }

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly inner: Condition }
  | { readonly kind: 'compare'; readonly property: string; readonly comparator: Comparator; readonly value: Literal }
  | { readonly kind: 'is-null'; readonly property: string; readonly negated: boolean }
