/** Bytes of evidence of non-conforming cells that a page holds; all of it lies beside the page. */
export const evidenceBytesAtMost = 256 * 1024

/** Values that a page holds; an inventory of a hundred thousand checkpoints has a million, and a browser would need long to open it. */
export const observationsAtMost = 300_000
