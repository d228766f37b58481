import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveSettings, settingLines, type SettingName, type Settings } from './settings.ts'
import type { LoadedConfiguration } from './load.ts'

const nothing: LoadedConfiguration = { file: null, content: {}, resolve: (path) => path }

/** One value for each place, all different, with what the environment and the file hold for it. */
const samples: Readonly<
  Record<
    'allow' | 'workers' | 'seed' | 'ceiling' | 'output' | 'journal' | 'suites',
    readonly [flag: unknown, environment: string, file: unknown]
  >
> = {
  allow: ['disrupts', 'writes', 'refreshes'],
  workers: [2, '3', 4],
  seed: [11, '12', 13],
  ceiling: [21, '22', 23],
  output: ['by-flag', 'by-environment', 'by-file'],
  journal: ['by-flag', 'by-environment', 'by-file'],
  suites: [['by-flag'], 'by-environment', ['by-file']],
}

test('the strongest of flag, environment, file and default counts, and is named', () => {
  const names = Object.keys(samples) as (keyof typeof samples)[]
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.boolean(), fc.boolean(), fc.boolean(), (name, byFlag, byEnvironment, byFile) => {
      const [flag, environment, file] = samples[name]
      const resolved = resolveSettings({
        flags: (byFlag ? { [name]: flag } : {}) as Partial<Settings>,
        environment: byEnvironment ? { [settingLines[name].environment]: environment } : {},
        loaded: byFile ? { ...nothing, file: 'snapcheck.config.yaml', content: { [name]: file } } : nothing,
      })[name]
      const expected = byFlag ? 'flag' : byEnvironment ? 'environment' : byFile ? 'file' : 'default'
      expect(resolved.origin).toBe(expected)
      expect(String(resolved.value)).toBe(String({ flag, environment, file, default: settingLines[name].fallback() }[expected]))
    }),
  )
})

test('patience comes in durations and goes on in milliseconds', () => {
  const settings = resolveSettings({
    flags: {},
    environment: { SNAPCHECK_PATIENCE_INTERVAL: '250ms' },
    loaded: { ...nothing, file: 'x', content: { patience: { limit: '2h', interval: '5s' } } },
  })
  expect(settings.patienceLimit).toMatchObject({ value: 7_200_000, origin: 'file' })
  expect(settings.patienceInterval).toMatchObject({ value: 250, origin: 'environment' })
})

test.each([
  ['SNAPCHECK_SEED', 'many'],
  ['SNAPCHECK_WORKERS', '0'],
  ['SNAPCHECK_ALLOW', 'everything'],
  ['SNAPCHECK_PATIENCE_LIMIT', '35'],
])('%s=%s is refused by its name', (name, value) => {
  expect(() => resolveSettings({ flags: {}, environment: { [name]: value }, loaded: nothing })).toThrowError(
    expect.objectContaining({ code: 'SNAPCHECK_OPTION_VALUE', place: name }),
  )
})

test('an empty variable counts as none', () => {
  const { seed } = resolveSettings({ flags: {}, environment: { SNAPCHECK_SEED: '' }, loaded: nothing })
  expect(seed.origin).toBe('default')
})

test('every setting has a variable of its own', () => {
  const variables = (Object.keys(settingLines) as SettingName[]).map((name) => settingLines[name].environment)
  expect(new Set(variables).size).toBe(variables.length)
})
