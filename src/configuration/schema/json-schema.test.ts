import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configurationSchema } from './schema.ts'
import { configurationJsonSchemaText } from './json-schema.ts'

const file = join(import.meta.dirname, '..', '..', '..', 'docs', 'schema', 'snapcheck.config-1.schema.json')

test('the committed JSON Schema is the one that the source of truth gives (renew it with `npm run docs`)', () => {
  expect(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).toBe(configurationJsonSchemaText())
})

const validate = new Ajv2020({ allErrors: true, formats: { uri: (text: string) => URL.canParse(text) } }).compile(
  JSON.parse(readFileSync(file, 'utf8')),
)
const id = '95E25E80-DDFC-4D21-93AC-04CE77DEFA08'

test.each([
  ['nothing', {}, true],
  ['a host', { hosts: [{ name: 'hv01', url: 'https://hv01.example.com:5986' }] }, true],
  ['a VMM server', { vmm: [{ name: 'v', url: 'https://spf/SC2012/VMM/Microsoft.Management.Odata.svc', stampId: id }] }, true],
  ['a VM', { vms: [{ id, host: 'hv01', disposable: true }] }, true],
  ['credentials in one way', { credentials: { main: { fd: 3 } } }, true],
  ['credentials in two ways', { credentials: { main: { fd: 3, file: 'x' } } }, false],
  ['an unknown key', { sede: 1 }, false],
  ['a VM by name', { vms: [{ id: 'HV4' }] }, false],
  ['an address with a password', { hosts: [{ name: 'h', url: 'https://a:b@h' }] }, false],
  ['patience without unit', { patience: { limit: '35' } }, false],
])('editors and snapcheck agree: %s', (_title, content, good) => {
  expect(validate(content)).toBe(good)
  expect(configurationSchema.safeParse(content).success).toBe(good)
})
