import type { Json } from '../foundation/json.ts'

/** Of HTTP; `denied` is 401 or 403: the account was refused rather than the request. */
export type Status = number | 'denied'

/**
 * What a probe of an interface can find out about its own protocol, by single requests: observations, no judgements.
 */
export interface Measurements {
  /** Status of each verb on the collection of checkpoints and on one checkpoint (C-093). */
  readonly verbs: { readonly collection: Readonly<Record<string, Status>>; readonly entity: Readonly<Record<string, Status>> }
  /** The key in $metadata, and the status of reading a checkpoint by it, in either order and by half of it (C-094). */
  readonly key: { readonly declared: readonly string[]; readonly inOrder: Status; readonly swapped: Status; readonly half: Status }
  /** Names of the properties that a checkpoint has, as the schema or the instance itself tells (C-068, C-095). */
  readonly properties: readonly string[]
  /** Status with and without the header x-ms-principal-id (C-100). */
  readonly principal: { readonly with: Status; readonly without: Status }
  /** Path of the service root as the service itself writes it in JSON; null where it writes none (C-101). */
  readonly root: string | null
  /** For each media type asked for, the status and the media type of the answer; an AddedTime as JSON wrote it (C-102). */
  readonly formats: {
    readonly answers: readonly { readonly asked: string; readonly status: Status; readonly answered: string | null }[]
    readonly jsonTime: string | null
    readonly jsonType: string | null
  }
  /** Two changes of one checkpoint, the second while the first one's job runs and once more after its end: the code of the refusal, null where it was taken (C-113). */
  readonly lock: { readonly second: string | null; readonly retry: string | null }
  /** What a restore by PUT left of the texts that it did not name (C-098). */
  readonly putRestore: { readonly before: Texts; readonly after: Texts }
}

export interface Texts {
  readonly name: string | null
  readonly comment: string | null
}

export type MeasurementName = keyof Measurements

/** Probes that write, on the checkpoint of ours that they are given; the others only read. */
export const changingMeasurements = ['verbs', 'lock', 'putRestore'] as const satisfies readonly MeasurementName[]

/** What a rule reads of a measurement, by its name. */
export function measured<Name extends MeasurementName>(
  name: Name,
  measurement: { readonly name: MeasurementName; readonly value: Json },
): Measurements[Name] | undefined {
  return measurement.name === name ? (measurement.value as unknown as Measurements[Name]) : undefined
}
