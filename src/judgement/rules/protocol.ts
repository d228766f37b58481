import type { Measurements, Status } from '../../checkpoint/measurement.ts'
import type { Json } from '../../foundation/json.ts'
import { checkpointEntity } from '../../products/spf/entities.ts'
import { urlRoots } from '../../products/spf/service.ts'
import { because } from '../because.ts'
import type { Act, Measurement } from '../observation.ts'
import type { Rule } from '../rule.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, met, metIf, unjudged, type Answer } from './builders/answers.ts'
import { isRefused, mustDo, ofAct, refusalOf } from './builders/attempts.ts'
import { probed } from './builders/measurements.ts'
import { perVm } from './builders/views.ts'

/** How Service Provider Foundation speaks, by single requests. */
export const protocolRules: readonly Rule[] = [
  probed({ claim: 'C-093', name: 'verbs', judge: documentedVerbs }),
  perVm('C-093', verbsOfActs),
  probed({ claim: 'C-094', name: 'key', judge: pairIsKey }),
  probed({
    claim: 'C-095',
    name: 'properties',
    judge: (value, measurement) => (isSpf(measurement) ? wholeEntity(value, measurement) : undefined),
  }),
  perVm('C-097', confirmTaken),
  probed({ claim: 'C-098', name: 'putRestore', judge: keepsTexts }),
  probed({ claim: 'C-100', name: 'principal', judge: principalWanted }),
  probed({ claim: 'C-101', name: 'root', judge: documentedRoot }),
  probed({ claim: 'C-102', name: 'formats', judge: documentedFormats }),
]

const isSpf = ({ interface: id }: Pick<Measurement, 'interface'>): boolean => id === 'scvmm-spf'
const isOk = (status: Status | undefined): boolean => typeof status === 'number' && status >= 200 && status < 300
const json = (value: unknown): Json => value as Json

/** C-093: what a documented verb answers; what an undocumented one answers is recorded. */
function documentedVerbs({ collection, entity }: Measurements['verbs'], { id }: Measurement): Answer {
  const asked = { 'GET collection': collection['GET'], 'GET entity': entity['GET'], 'PUT entity': entity['PUT'] }
  const expected = Object.fromEntries(Object.keys(asked).map((verb) => [verb, '2xx']))
  const finding = `Undocumented verbs: POST on an entity ${entity['POST']}, MERGE ${entity['MERGE']}.`
  return { ...metIf(Object.values(asked).every(isOk), expected, json(asked), [id]), finding }
}

/** C-093: a create is a POST and a removal a DELETE; what the story only asked for is not the verb's matter. */
function verbsOfActs({ acts }: VmStory): readonly Judgement[] {
  return acts
    .filter((act) => isSpf(act) && (act.action === 'create' || act.action === 'remove') && act.attempted !== true)
    .map((act) => ofAct(act, 'protocol', mustDo(act)))
}

/** C-094: exactly ID and StampId, in either order. */
function pairIsKey({ declared, inOrder, swapped, half }: Measurements['key'], { id }: Measurement): Answer {
  const expected = { declared: [...checkpointEntity.key].toSorted(), inOrder: '2xx', swapped: '2xx', half: 'refused' }
  const isPair = declared.toSorted().join() === expected.declared.join()
  const actual = { declared: declared.toSorted(), inOrder, swapped, half }
  return metIf(isPair && isOk(inOrder) && isOk(swapped) && !isOk(half), expected, actual, [id])
}

/** C-095: the documented properties and no other. */
function wholeEntity(value: Measurements['properties'], { id }: Measurement): Answer {
  const expected = checkpointEntity.properties.map(({ name }) => name).toSorted()
  return metIf(value.toSorted().join() === expected.join(), expected, value.toSorted(), [id])
}

/** C-097 is a contradiction of the pages: which of the readings are taken is the answer. */
function confirmTaken({ acts }: VmStory): readonly Judgement[] {
  const isTried = ({ action, intended }: Act): boolean => action === 'create' && intended.form?.startsWith('confirm-') === true
  return acts.filter((act) => isSpf(act) && isTried(act)).map((act) => ofAct(act, 'protocol', confirmAnswer(act)))
}

function confirmAnswer(act: Act): Answer {
  const form = act.intended.form!
  if (act.result === 'done') return found(`A create with ${form} is taken.`, 'recorded', 'taken', [act.id])
  if (isRefused(act)) return found(`A create with ${form}: ${refusalOf(act)}`, 'recorded', 'refused', [act.id])
  return unjudged('error', because('act-failed', act.failure?.sentence), [act.id])
}

/** C-098: a PUT that names the action alone must not blank what it does not name. */
function keepsTexts({ before, after }: Measurements['putRestore'], { id }: Measurement): Answer {
  return metIf(before.name === after.name && before.comment === after.comment, json(before), json(after), [id])
}

/** C-100: with the header it works; that it does not without is implied only, so it is recorded. */
function principalWanted({ with: present, without }: Measurements['principal'], { id }: Measurement): Answer {
  const finding = isOk(without)
    ? 'A request without the header is answered all the same.'
    : `A request without the header is refused: ${without}.`
  return { ...metIf(isOk(present), '2xx', present, [id]), finding }
}

/** C-101: a session speaks to one root; of a service at another root it cannot tell whether a documented one is served too. */
function documentedRoot(root: Measurements['root'], { id }: Measurement): Answer {
  if (root === null) return unjudged('not-run', because('no-way-to-read', 'The service does not write the address of its root.'), [id])
  const shape = urlRoots.find(({ form }) => form.test(root))
  if (shape?.mark === 'documented') return met(shape.sample, root, [id])
  const known = shape === undefined ? 'is of a shape that no source has' : `is observed (${shape.source}) and not documented`
  const sentence = `The configured root ${known}; whether a documented one is served beside it was not asked.`
  return { ...unjudged('not-run', because('differs', sentence), [id], urlRoots[0]!.sample), actual: root }
}

/** C-102: Atom or JSON; any other type is refused. */
function documentedFormats({ answers, jsonTime, jsonType }: Measurements['formats'], { id }: Measurement): Answer {
  const spoken = answers.filter(({ status, asked, answered }) => isOk(status) && answered !== null && isOfType(asked, answered))
  const isDocumented = ({ asked }: { readonly asked: string }): boolean => /^application\/(?:atom\+xml|json)/u.test(asked)
  const others = answers.filter((answer) => !isDocumented(answer))
  const isTime = jsonTime === null || /^\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d$/u.test(jsonTime)
  const isType = jsonTime === null || jsonType === checkpointEntity.type
  const isMet = spoken.some(isDocumented) && others.every(({ status }) => !isOk(status)) && isTime && isType
  const expected = { spoken: 'Atom or JSON', others: 'refused', jsonTime: 'with an offset', jsonType: checkpointEntity.type }
  const actual = { spoken: spoken.map(({ asked }) => asked), others: others.map(({ status }) => status), jsonTime, jsonType }
  return { ...metIf(isMet, expected, actual, [id]), finding: `Spoken: ${actual.spoken.join(', ')}.` }
}

function isOfType(asked: string, answered: string): boolean {
  return asked.split(';')[0] === answered
}
