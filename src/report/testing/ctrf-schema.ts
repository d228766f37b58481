import { Ajv2020 } from 'ajv/dist/2020.js'

/**
 * The Common Test Report Format as its specification describes it (ctrf-io/ctrf, spec/ctrf.md sections 4 to 13, working draft of
 * 2025-11-24): what must be there, of which type, and that nothing else may be there outside `extra`. Fields that only the
 * unreleased part knows are left out on purpose, so that a consumer of either accepts what we write.
 */
type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string' }
const named: Schema = { type: 'string', minLength: 1 }
const whole: Schema = { type: 'integer' }
const flag: Schema = { type: 'boolean' }
const extra: Schema = { type: 'object' }
const uuid: Schema = { type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }
const list = (items: Schema): Schema => ({ type: 'array', items })
const record = (required: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional, extra },
  additionalProperties: false,
})
const status: Schema = { enum: ['passed', 'failed', 'skipped', 'pending', 'other'] }

const attachment = record({ name: text, contentType: text, path: text })
const scalar: Schema = { type: ['string', 'number', 'boolean'] }

const test = record(
  { name: named, status, duration: whole },
  {
    id: uuid,
    start: whole,
    stop: whole,
    suite: { type: 'array', minItems: 1, items: text },
    message: text,
    trace: text,
    snippet: text,
    line: whole,
    rawStatus: text,
    tags: list(text),
    labels: { type: 'object', additionalProperties: scalar },
    type: text,
    filePath: text,
    retries: whole,
    flaky: flag,
    stdout: list(text),
    stderr: list(text),
    threadId: text,
    attachments: list(attachment),
    parameters: { type: 'object' },
    steps: list(record({ name: text, status })),
  },
)

const environment = record(
  {},
  {
    reportName: text,
    appName: text,
    appVersion: text,
    buildId: text,
    buildName: text,
    buildNumber: whole,
    buildUrl: text,
    repositoryName: text,
    repositoryUrl: text,
    commit: text,
    branchName: text,
    osPlatform: text,
    osRelease: text,
    osVersion: text,
    testEnvironment: text,
    healthy: flag,
  },
)

const ctrf = record(
  {
    reportFormat: { const: 'CTRF' },
    specVersion: { type: 'string', pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+$' },
    results: record(
      {
        tool: record({ name: named }, { version: text }),
        summary: record(
          { tests: whole, passed: whole, failed: whole, skipped: whole, pending: whole, other: whole, start: whole, stop: whole },
          { flaky: whole, suites: whole, duration: whole },
        ),
        tests: list(test),
      },
      { environment },
    ),
  },
  { reportId: uuid, timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$' }, generatedBy: text },
)

/** What the format has against a document; empty where nothing. */
export function ctrfErrors(document: unknown): readonly string[] {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(ctrf)
  validate(document)
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`)
}
