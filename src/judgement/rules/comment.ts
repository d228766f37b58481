import type { Act } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { isAny, isHyperV, isScvmm } from '../story/made.ts'
import { isFirstLookAfter, sameAsAsked, sameMeaning, textCrossing } from './builders/texts.ts'

const hasComment = ({ intended }: Act): boolean => intended.comment !== undefined

/** A product's own comment, seen through the same product. */
export const commentRules: readonly Rule[] = [
  textCrossing({
    claim: 'C-013',
    what: 'comment',
    from: isScvmm,
    to: isScvmm,
    actions: ['create'],
    wants: hasComment,
    refused: 'unmet',
    concerns: (by) => by.action === 'create',
    judge: sameAsAsked,
  }),
  textCrossing({
    claim: 'C-052',
    what: 'comment',
    from: isAny,
    to: isScvmm,
    actions: ['set-comment'],
    wants: (act) => isScvmm(act.interface),
    refused: 'unmet',
    concerns: (by) => by.action === 'set-comment' && isScvmm(by.interface),
    judge: sameAsAsked,
  }),
  textCrossing({
    claim: 'C-053',
    what: 'comment',
    from: isAny,
    to: isScvmm,
    concerns: (by, sighting) => isScvmm(by.interface) && !isFirstLookAfter(by, sighting),
    judge: sameAsAsked,
  }),
  textCrossing({
    claim: 'C-060',
    what: 'comment',
    from: isScvmm,
    to: isScvmm,
    concerns: (by, _, text) => isScvmm(by.interface) && isEdgeCase(text),
    judge: sameAsAsked,
  }),
  textCrossing({
    claim: 'C-103',
    what: 'comment',
    from: isAny,
    to: isScvmm,
    concerns: (by) => by.interface === 'scvmm-spf',
    judge: sameAsAsked,
  }),
  textCrossing({
    claim: 'C-056',
    what: 'comment',
    from: isAny,
    to: isHyperV,
    actions: ['create', 'set-comment'],
    wants: (act) => hasComment(act) && isHyperV(act.interface),
    concerns: (by) => isHyperV(by.interface),
    judge: sameMeaning,
  }),
]

/** What C-060 lists: one character, several lines, anything beyond plain ASCII text, markup, 1024 characters and more. */
function isEdgeCase(text: string): boolean {
  return text.length <= 1 || text.length >= 1024 || !/^[\x20-\x7E]*$/u.test(text) || /[<>&"']/u.test(text)
}
