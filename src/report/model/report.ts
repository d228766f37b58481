import type { z } from 'zod'
import type { reportSchema } from './schema/report.ts'

type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value

/** A `snapcheck.report/1` document. */
export type Report = Frozen<z.infer<typeof reportSchema>>
export type ReportHarness = Report['harness']
export type ReportCommand = Report['command']
export type ReportSourceKind = Report['source']['kind']
export type ReportParticipant = Report['participants'][number]
export type ReportClaim = Report['claims'][number]
export type ReportScenario = Report['scenarios'][number]
export type ReportStep = ReportScenario['steps'][number]
export type ReportView = Extract<ReportStep, { kind: 'view' }>
export type ReportAct = Extract<ReportStep, { kind: 'act' }>
export type ReportMeasurement = Extract<ReportStep, { kind: 'measurement' }>
export type ReportDisturbance = NonNullable<ReportScenario['disturbances']>[number]
export type ReportCleanup = ReportScenario['cleanup']
export type ReportObservation = Report['observations'][number]
export type ReportVerdict = Report['verdicts'][number]
export type ReportWaiver = Report['waivers'][number]
export type ReportSummary = Report['summary']
export type ReportNotJudged = Report['notJudged'][number]
export type ReportProblem = Report['problems'][number]
export type ReportTerm = Report['terminology'][number]
export type ReportEvidence = Report['evidence'][number]
export type ReportWallTime = Report['wallTime']
