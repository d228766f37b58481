import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import { parseReport } from '../json/read.ts'
import { sample } from '../testing/sample.ts'
import { builtViewer, temporaryFolder } from '../testing/viewer.ts'
import { writeReport } from './write.ts'

const { input, evidence } = sample({ damaged: true })
const report = buildReport(input)
const read = (digest: string): string | undefined => evidence.get(digest)
let folder: string
let template: string

beforeAll(async () => {
  folder = await temporaryFolder()
  template = await builtViewer(folder)
})

afterAll(() => rm(folder, { recursive: true }))

test('writes all files into exactly the folder named, and nothing else', async () => {
  const directory = join(folder, 'deep', 'out')
  const files = await writeReport(report, directory, { evidence: read, template })
  expect((await readdir(directory)).toSorted()).toEqual(['ctrf.json', 'junit.xml', 'report.html', 'report.json', 'summary.md'])
  expect(parseReport(await readFile(files.json, 'utf8'), files.json)).toEqual(report)
})

test('the summary is appended to the step summary of the CI host, after what stands there', async () => {
  const stepSummary = join(folder, 'step.md')
  await writeFile(stepSummary, 'before\n')
  const { summary } = await writeReport(report, join(folder, 'ci'), { evidence: read, template, stepSummary })
  expect(await readFile(stepSummary, 'utf8')).toBe(`before\n${await readFile(summary, 'utf8')}`)
})

test('a report is replaced whole, also when it grew shorter', async () => {
  const directory = join(folder, 'again')
  await writeReport(report, directory, { evidence: read, template })
  const short = buildReport({ ...input, scenarios: [], evidence: [] })
  const files = await writeReport(short, directory, { evidence: read, template })
  expect(parseReport(await readFile(files.json, 'utf8'), files.json)).toEqual(short)
})

test('a folder that cannot be made is named', async () => {
  await mkdir(join(folder, 'taken'))
  await writeFile(join(folder, 'taken', 'file'), '')
  await expect(writeReport(report, join(folder, 'taken', 'file'), { evidence: read, template })).rejects.toMatchObject({
    code: 'SNAPCHECK_OUTPUT_UNWRITABLE',
  })
})

test('a page that has not been built is named with the command that builds it', async () => {
  await expect(writeReport(report, join(folder, 'no-page'), { evidence: read, template: join(folder, 'none.html') })).rejects.toMatchObject(
    {
      code: 'SNAPCHECK_VIEWER_MISSING',
      next: 'npm run build:viewer',
    },
  )
})
