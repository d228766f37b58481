import { wayOf } from '../configuration/credentials.ts'
import type { LoadedConfiguration } from '../configuration/load.ts'
import { settingLines, type ResolvedSettings, type SettingName } from '../configuration/settings.ts'
import { defaultJournalFolder } from '../harness/ownership/journal/folder.ts'
import type { Configured } from './settings.ts'
import { print, printJson, printTable } from './print.ts'

/** Every value with its origin. Credentials are told by where they come from: what they are is not even read. */
export function printConfig({ loaded, settings }: Configured, json: boolean): void {
  if (json) return printJson({ file: loaded.file, settings, ...loaded.content })
  print(`configuration  ${loaded.file ?? 'none found: defaults, environment and flags only'}\n`)
  printTable([['SETTING', 'VALUE', 'FROM', 'WHERE', 'ALSO SET BY'], ...settingRows(settings)])
  for (const line of entryLines(loaded)) print(line)
}

function settingRows(settings: ResolvedSettings): readonly (readonly string[])[] {
  return (Object.keys(settingLines) as SettingName[]).map((name) => {
    const { value, origin, place } = settings[name]
    const { flag, environment } = settingLines[name]
    return [name, shown(name, value), origin, place, [flag ?? '', environment].filter(Boolean).join(', ')]
  })
}

const whereLeftOut: Readonly<Partial<Record<SettingName, string>>> = {
  journal: defaultJournalFolder(),
  output: 'a new folder below reports',
}

function shown(name: SettingName, value: ResolvedSettings[SettingName]['value']): string {
  if (Array.isArray(value)) return value.join(', ') || 'none of your own'
  if (value === undefined) return whereLeftOut[name] ?? 'none'
  return name === 'patienceLimit' || name === 'patienceInterval' ? `${value} ms` : String(value)
}

function entryLines({ content }: LoadedConfiguration): readonly string[] {
  const { credentials = {}, hosts = [], vmm = [], vms = [] } = content
  const test = (is: boolean | undefined): string => (is === true ? ', declared as test' : '')
  const by = (name: string | undefined): string => (name === undefined ? 'without credentials' : `credentials ${name}`)
  return [
    '',
    ...Object.entries(credentials).map(([name, entry]) => `credentials  ${name}: ${wayOf(entry)} (file)`),
    ...hosts.map((host) => `host  ${host.name}: ${host.url}, ${by(host.credentials)}${test(host.test)} (file)`),
    ...vmm.map(
      (server) => `vmm  ${server.name}: ${server.url}, stamp ${server.stampId}, ${by(server.credentials)}${test(server.test)} (file)`,
    ),
    ...vms.map(
      (vm) =>
        `vm  ${vm.id}: host ${vm.host ?? 'none'}, vmm ${vm.vmm ?? 'none'}, ${vm.disposable === true ? 'disposable' : 'only looked at'} (file)`,
    ),
  ]
}
