import type { Fault } from './fault.ts'
import { cells, corruption, hyperV, scvmm } from './fault.ts'
import { eachFound, hostNotes, vmmDescriptions } from './reshape.ts'
import { asciiOnly, beyondBmpLost, crlf, cutTo, escapedTwice, linesFolded, trimmed } from './texts.ts'

/** What each product keeps of its own comment; neither takes over the other's (C-015, C-055). */
const own = { scvmm: cells('comment', scvmm, scvmm), hyperV: cells('comment', hyperV, hyperV) }

export const commentFaults = {
  'comment-truncated': corruption({
    title: 'Description cut to 16 characters',
    corrupts: own.scvmm,
    meaning: 'The VMM server keeps the first 16 characters of the Description of a checkpoint.',
    effects: vmmDescriptions(cutTo(16)),
  }),
  'comment-trimmed': corruption({
    title: 'Blanks at the ends of a Description lost',
    corrupts: own.scvmm,
    meaning: 'The VMM server shows a Description without the blanks and line ends at its beginning and end.',
    effects: vmmDescriptions(trimmed),
  }),
  'comment-line-ends-changed': corruption({
    title: 'Line feeds of a Description become CR LF',
    corrupts: own.scvmm,
    meaning: 'The VMM server shows every line feed of a Description as carriage return and line feed.',
    effects: vmmDescriptions(crlf),
  }),
  'comment-ascii-only': corruption({
    title: 'Description holds question marks for other scripts',
    corrupts: own.scvmm,
    meaning: 'The VMM server shows a question mark for every character of a Description beyond ASCII.',
    effects: vmmDescriptions(asciiOnly),
  }),
  'comment-escaped-twice': corruption({
    title: 'Description shows &amp;lt; for a less-than sign',
    corrupts: own.scvmm,
    meaning: 'The VMM server escapes the markup characters of a Description once more than the format asks for.',
    effects: vmmDescriptions(escapedTwice),
  }),
  'comment-lost-on-rename': corruption({
    title: 'A rename empties the Description',
    corrupts: own.scvmm,
    meaning: 'The VMM server empties the Description of a checkpoint whose name changes.',
    effects: {
      vmmKeeps: (row, before) => (before !== undefined && before.name !== row.name ? { ...row, description: '' } : row),
    },
  }),
  'comment-lost-on-refresh': corruption({
    title: 'A refresh empties the Description',
    corrupts: own.scvmm,
    meaning: 'The refresh of a VM writes an empty Description over what the VMM server held of its checkpoints.',
    effects: {
      vmmKeeps: (row, before) => (before?.name === row.name && before.description === row.description ? { ...row, description: '' } : row),
    },
  }),
  'comments-rotated': corruption({
    title: 'Each checkpoint shows the Description of its neighbour',
    corrupts: own.scvmm,
    meaning: 'The VMM server shows, in the list of a VM, each Description one row further down, and the last one at the top.',
    effects: {
      vmmCheckpoints: (rows) => rows.map((row, index) => ({ ...row, description: rows.at(index - 1)!.description })),
    },
  }),
  'comment-null': corruption({
    title: 'Null where there is no Description',
    corrupts: cells('comment', [...hyperV, ...scvmm], scvmm),
    meaning: 'Service Provider Foundation shows null as the Description of a checkpoint that has none, instead of an empty text.',
    effects: {
      spfCheckpoint: ({ properties, ...entity }) => ({
        ...entity,
        properties: { ...properties, Description: properties['Description'] === '' ? null : properties['Description']! },
      }),
    },
  }),
  'comment-invented': corruption({
    title: 'The name in the Description of what was found',
    corrupts: cells('comment', hyperV, scvmm),
    meaning: 'The VMM server shows the name of a checkpoint that it found on the host as its Description too.',
    effects: eachFound(({ name }) => ({ description: name })),
  }),
  'notes-folded': corruption({
    title: 'Notes in one line',
    corrupts: own.hyperV,
    meaning: 'WMI shows the line feeds in the Notes of a checkpoint as blanks.',
    effects: hostNotes(linesFolded),
  }),
  'notes-beyond-bmp-lost': corruption({
    title: 'Emoji of Notes become replacement characters',
    corrupts: own.hyperV,
    meaning: 'WMI shows two replacement characters for each character of Notes beyond the Basic Multilingual Plane.',
    effects: hostNotes(beyondBmpLost),
  }),
  'notes-lost-on-rename': corruption({
    title: 'A rename empties the Notes',
    corrupts: own.hyperV,
    meaning: 'The host empties the Notes of a checkpoint whose name changes.',
    effects: { hostKeeps: (after, before) => (after.name === before.name ? after : { ...after, notes: [''] }) },
  }),
} as const satisfies Record<string, Fault>
