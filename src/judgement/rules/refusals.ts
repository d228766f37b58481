import type { Act } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { isAny } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import { checkpointTypeBefore } from '../story/vm-before.ts'
import { metIf, read, type Answer } from './builders/answers.ts'
import { mustDo, ofAct, refusing } from './builders/attempts.ts'
import { crossing, type SeenSighting } from './builders/crossing.ts'
import { perVm } from './builders/views.ts'

const [disabled, production, productionOnly] = [2, 3, 4]

const isCreate = ({ action, intended }: Act): boolean => action === 'create' && intended.kind !== 'recovery'
const onVm =
  (...needs: readonly string[]) =>
  (act: Act, { vmNeed }: VmStory): boolean =>
    isCreate(act) && vmNeed !== undefined && needs.includes(vmNeed)
const withType =
  (type: number) =>
  (act: Act, story: VmStory): boolean =>
    isCreate(act) && checkpointTypeBefore(story, act.stage) === type
const guestTakesNoPart = onVm('no-integration')

/** What a VM must not get a checkpoint of. */
export const refusalRules: readonly Rule[] = [
  refusing({ claim: 'C-050', property: 'kind', wants: withType(disabled) }),
  refusing({
    claim: 'C-051',
    property: 'kind',
    wants: (act, story) => guestTakesNoPart(act, story) && withType(productionOnly)(act, story),
  }),
  perVm('C-051', (story) =>
    story.acts
      .filter((act) => guestTakesNoPart(act, story) && withType(production)(act, story))
      .map((act) => ofAct(act, 'kind', mustDo(act))),
  ),
  crossing({
    claim: 'C-051',
    property: 'kind',
    from: isAny,
    to: (id) => id === 'hyperv-wmi',
    actions: [],
    judge: fellBack,
    unseen: () => undefined,
  }),
  refusing({ claim: 'C-086', property: 'limit', wants: onVm('library') }),
  refusing({ claim: 'C-087', property: 'limit', wants: onVm('pass-through', 'shared-disk', 'fibre-channel') }),
]

/** C-051: the checkpoint that was taken instead is a standard one, which holds the memory. */
function fellBack({ story, made, view, row }: SeenSighting): Answer | undefined {
  if (!guestTakesNoPart(made.act, story) || !withType(production)(made.act, story)) return undefined
  const saved = read(view, row, 'savedState')
  if (!saved.ok) return saved.answer
  return metIf(saved.value.raw === true, true, saved.value.raw, [made.act.id, saved.value.id])
}
