import type { JudgedScenario, ParticipantInput, ReportInput } from '../input.ts'
import type { Report, ReportObservation, ReportParticipant, ReportProblem, ReportScenario, ReportVerdict } from '../report.ts'
import { formatVersion, reportFormat } from '../schema/report.ts'
import { notJudgedClaims, reportClaims } from './claims.ts'
import { assertConsistent } from './consistency.ts'
import { reportEvidence } from './evidence.ts'
import { sortedBy, unique } from './order.ts'
import { originInOneWord, sourceOf } from './origin.ts'
import { observationsOf, stepsOf } from './steps.ts'
import { summaryOf } from './summary.ts'
import { reportTerms } from './terminology.ts'
import { reportVerdicts } from './verdicts.ts'
import { reportWaivers, withWaivers } from './waivers.ts'

/**
 * Makes the document of judged material. Pure: equal input gives an equal document, whatever the order of scenarios,
 * participants and evidence in it.
 * @throws SNAPCHECK_REPORT_INCONSISTENT where the material refers to something that is not in it.
 */
export function buildReport(input: ReportInput): Report {
  const parts = sortedBy(input.scenarios, (scenario) => scenario.story.scenario).map(scenarioParts)
  const scenarios = parts.map((part) => part.scenario)
  const { waivers = [] } = input
  const verdicts = withWaivers(
    sortedBy(
      parts.flatMap((part) => part.verdicts),
      (verdict) => verdict.id,
    ),
    waivers,
  )
  const observations = sortedBy(
    parts.flatMap((part) => part.observations),
    (observation) => observation.id,
  )
  const participants = sortedBy(input.participants, (participant) => participant.id).map(reportParticipant)
  const evidence = reportEvidence(input.evidence)
  assertConsistent(input, new Set(evidence.map((entry) => entry.digest)), restsOf(scenarios, observations))
  const problems = reportProblems(input)
  return {
    format: reportFormat,
    formatVersion,
    origin: originInOneWord(participants, observations),
    harness: input.harness,
    command: input.command,
    source: sourceOf(input.source, observations),
    summary: summaryOf({ verdicts, scenarios, problems, register: input.register, interrupted: input.interrupted ?? false }),
    participants,
    claims: reportClaims(input.register, scenarios, verdicts),
    scenarios,
    verdicts,
    waivers: reportWaivers(waivers, verdicts),
    notJudged: notJudgedClaims(input.register, input.notJudged, verdicts),
    problems,
    terminology: reportTerms(input.terminology, verdicts),
    observations,
    evidence,
    wallTime: { ...input.wallTime, scenarios: sortedBy(input.wallTime.scenarios, (entry) => entry.id) },
  }
}

interface ScenarioParts {
  readonly scenario: ReportScenario
  readonly observations: readonly ReportObservation[]
  readonly verdicts: readonly ReportVerdict[]
}

function scenarioParts({ title, suite, safety, radius, claims, story, verdicts, cleanup }: JudgedScenario): ScenarioParts {
  const scenario: ReportScenario = {
    id: story.scenario,
    title,
    suite,
    claims: unique([...claims, ...verdicts.map((verdict) => verdict.claim)]),
    safety,
    radius,
    steps: stepsOf(story),
    cleanup,
    ...(story.disturbances === undefined || story.disturbances.length === 0 ? {} : { disturbances: [...story.disturbances] }),
  }
  const observations = observationsOf(story)
  const answers = new Map(
    [...observations, ...story.views, ...(story.measurements ?? [])].map(({ id, via, origin }) => [id, { via, origin }]),
  )
  return { scenario, observations, verdicts: reportVerdicts(verdicts, scenario, answers) }
}

function restsOf(scenarios: readonly ReportScenario[], observations: readonly ReportObservation[]): ReadonlySet<string> {
  return new Set([...observations, ...scenarios.flatMap((scenario) => scenario.steps)].map((one) => one.id))
}

function reportParticipant(participant: ParticipantInput): ReportParticipant {
  const { id, product, version, build, identifiedBy, origin, via, provenance = [] } = participant
  return { id, interface: participant.interface, product, version, build, identifiedBy, origin, via, provenance }
}

/** Problems get their ids from their content, so that the order in which workers report them does not matter. */
function reportProblems(input: ReportInput): readonly ReportProblem[] {
  const ordered = sortedBy(
    input.problems,
    (problem) => `${problem.scenario ?? ''} ${problem.code} ${problem.place ?? ''} ${problem.sentence}`,
  )
  return ordered.map(({ code, sentence, scenario, place, next }, index) => ({
    id: `problem-${index + 1}`,
    code,
    sentence,
    scenario,
    place,
    next,
  }))
}
