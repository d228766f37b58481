/** Verdicts that a page holds at the most; a browser stays quick, report.json holds all. */
export const verdictsAtMost = 5_000

/** Bytes of evidence of non-conforming cells that a page holds. */
export const evidenceBytesAtMost = 256 * 1024

/** Characters of JSON from which on the page holds it compressed. */
export const compressFrom = 512 * 1024
