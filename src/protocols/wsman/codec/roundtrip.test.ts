import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseXml } from '../../xml/tree.ts'
import { isXmlText } from '../../xml/write.ts'
import { readDmtf, writeDmtf, type CimDatetime } from './datetime.ts'
import { readEmbedded, writeEmbedded, type EmbeddedProperty } from './embedded.ts'
import { readEnvelope, writeEnvelope } from './envelope.ts'
import { readInstance, writeInstance } from './instance.ts'
import { readInput, writeInput } from './invoke.ts'
import { element } from './markup.ts'
import { readObjectPath, writeObjectPath } from './objectPath.ts'
import { readReference, referenceContent, referenceDeclarations, type Reference } from './reference.ts'
import { classUri } from './resourceUri.ts'
import type { CimScalar } from './value.ts'

const xmlText = fc
  .oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom(']]>', '\r\n', '&amp;<', ' \t ', '<![CDATA[', '"\'\\'))
  .filter(isXmlText)
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/)
const uri = name.map((className) => classUri('root/virtualization/v2', className))

const reference: fc.Arbitrary<Reference> = fc.letrec<{ reference: Reference }>((tie) => ({
  reference: fc.record({
    resourceUri: uri,
    selectors: fc.array(
      fc.record({ name: xmlText, value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, xmlText, tie('reference')) }),
      { maxLength: 4 },
    ),
  }),
})).reference

const instant = fc
  .date({ min: new Date('1601-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date): CimDatetime => ({ datetime: date.toISOString().replace(/\.?0*Z$/, 'Z') }))
const scalar: fc.Arbitrary<CimScalar> = fc.oneof(xmlText, instant, reference)

describe('whatever is written is read again', () => {
  test('a header and body text of an envelope', () => {
    fc.assert(
      fc.property(xmlText, uri, (value, resourceUri) => {
        const body = writeInput(resourceUri, 'Rename', [{ name: 'Name', value }])
        const message = readEnvelope(
          writeEnvelope({ kind: 'request', headers: { action: 'x', selectors: [{ name: 'Key', value }] }, body }),
          'test',
        )
        expect(message.headers.selectors).toEqual([{ name: 'Key', value }])
        expect(readInput(message.body).parameters.get('Name')).toBe(value)
      }),
    )
  })

  test('an instance with null, text, times, references and arrays', () => {
    const several = fc.array(scalar, { minLength: 2, maxLength: 4 })
    const properties = fc.array(fc.tuple(name, fc.oneof(fc.constant(null), scalar, several)), { maxLength: 8 })
    fc.assert(
      fc.property(uri, properties, (resourceUri, entries) => {
        const instance = { className: 'Msvm_Test', resourceUri, properties: new Map(entries) }
        const read = readInstance(parseXml(writeInstance(instance), 'test'))
        expect(new Map(read.properties)).toEqual(instance.properties)
        const order = [...read.properties.keys()].map((key) => key.toLowerCase())
        expect(order).toEqual(order.toSorted())
      }),
    )
  })

  test('references whose keys are references', () => {
    fc.assert(
      fc.property(reference, (value) => {
        const written = element('p', referenceDeclarations, ...referenceContent(value))
        expect(readReference(parseXml(written, 'test'))).toEqual(value)
      }),
    )
  })

  test('object paths, also inside the key of another path', () => {
    const key = fc.record({ name, value: xmlText })
    const path = fc.record({
      host: fc.constantFrom('HV01', '.', null),
      namespace: fc.constant(String.raw`root\virtualization\v2`),
      className: name,
      keys: fc.array(key, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(path, name, (inner, className) => {
        const outer = { host: null, namespace: null, className, keys: [{ name: 'Antecedent', value: writeObjectPath(inner) }] }
        const read = readObjectPath(writeObjectPath(outer))
        expect(read).toEqual(outer)
        expect(readObjectPath(read.keys[0]!.value)).toEqual(inner)
      }),
    )
  })

  test('embedded instances, also inside the value of another one, through CDATA', () => {
    const property: fc.Arbitrary<EmbeddedProperty> = fc.oneof(
      fc.record({ name, type: fc.constant('string' as const), array: fc.constant(false), value: fc.oneof(fc.constant(null), xmlText) }),
      fc.record({
        name,
        type: fc.constant('string' as const),
        array: fc.constant(true),
        value: fc.oneof(fc.constant(null), fc.array(xmlText, { maxLength: 3 })),
      }),
      fc.record({
        name,
        type: fc.constant('uint64' as const),
        array: fc.constant(false),
        value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      }),
      fc.record({ name, type: fc.constant('boolean' as const), array: fc.constant(false), value: fc.boolean() }),
      fc.record({ name, type: fc.constant('datetime' as const), array: fc.constant(false), value: instant }),
    )
    fc.assert(
      fc.property(fc.array(property, { maxLength: 6 }), (properties) => {
        const inner = { className: 'Msvm_Inner', properties }
        const holder: EmbeddedProperty = { name: 'Holder', type: 'string', array: false, value: writeEmbedded(inner).cimXml }
        const call = writeInput('http://example/', 'Modify', [
          { name: 'Settings', value: writeEmbedded({ className: 'Msvm_Outer', properties: [holder] }) },
        ])
        const outer = readEmbedded(String(readInput(parseXml(call, 'test')).parameters.get('Settings')), 'test')
        expect(readEmbedded(String(outer.properties[0]!.value), 'test')).toEqual(inner)
      }),
    )
  })

  test('instants in their DMTF form', () => {
    fc.assert(
      fc.property(instant, (value) => {
        expect(readDmtf(writeDmtf(value)!)).toEqual(value)
      }),
    )
  })
})

test('what XML cannot carry is refused before it is sent', () => {
  const attempt = (value: string) => () =>
    writeInput('http://example/', 'Rename', [
      { name: 'Name', value: writeEmbedded({ className: 'X', properties: [{ name: 'N', type: 'string', array: false, value }] }) },
    ])
  for (const bad of ['\0', 'a\u0001', '\uD800', '\uFFFE'])
    expect(attempt(bad)).toThrowError(expect.objectContaining({ code: 'SNAPCHECK_CANNOT_CARRY' }))
})
