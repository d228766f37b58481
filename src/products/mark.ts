/** How sure a line of product data is. `assumed` is what the lab does where no source tells. */
export type Mark = 'documented' | 'observed' | 'inferred' | 'assumed'
