import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCliXml } from './document.ts'
import type { CliXmlHandlers } from './handlers.ts'
import { cliXmlLimits, type CliXmlLimits } from './limits.ts'
import { cliXmlNamespace, cliXmlReader } from './read.ts'
import { shapeOf } from './testing/shape.ts'
import { memberOf, type CliXmlObject, type CliXmlValue } from './value.ts'

const recording = new URL('../../../../fixtures/recordings/manageiq-scvmm-inventory/inventory-2014-06-clixml.xml', import.meta.url)
const wrap = (inner: string): string => `<Objs Version="1.1.0.1" xmlns="${cliXmlNamespace}">${inner}</Objs>`
const first = (inner: string): CliXmlValue => readCliXml(wrap(inner), 'test')[0]!.value

function read(document: string, handlers: CliXmlHandlers, limits?: CliXmlLimits): void {
  const reader = cliXmlReader('test', handlers, limits)
  reader.write(document)
  reader.end()
}

describe('a real export (Windows PowerShell, SCVMM 2012 R2)', () => {
  const objects: (readonly [path: string, object: CliXmlObject])[] = []
  read(readFileSync(recording, 'utf8'), { object: (object, path) => (objects.push([path.join('/'), object]), object) })
  const at = (path: string): CliXmlObject => objects.find(([known]) => known === path)![1]

  it('holds every object, with its way from the top', () => {
    expect(objects).toHaveLength(2492)
    expect(at('0/ems').typeNames[0]).toBe('Microsoft.SystemCenter.VirtualMachineManager.Remoting.ServerConnection')
  })

  it('gives enums, versions, times, nil and type chains as they stand there', () => {
    expect(memberOf(at('0/ems'), 'ProductVersion')).toEqual({ type: 'string', value: '3.2.7510.0' })
    expect(memberOf(at('0/ems'), 'ServerInterfaceVersion')).toEqual({ type: 'version', value: '2.1.0' })
    expect(at('0/ems/LicenseType')).toMatchObject({ text: 'Volume', base: { type: 'int32', value: 1 } })
    const checkpoint = at('0/vms/0c5c2295-7984-4895-8f4b-7b8d5825bb99/Properties/VMCheckpoints/0')
    expect(checkpoint.typeNames.map((name) => name.split('.').at(-1))).toEqual([
      'VMSnapshot',
      'VMCheckpoint',
      'LibObjectBase',
      'ClientObject',
      'Object',
    ])
    expect(memberOf(checkpoint, 'AddedTime')).toEqual({ type: 'dateTime', value: '2014-05-06T14:32:17.087-07:00' })
    expect(memberOf(checkpoint, 'Description')).toEqual({ type: 'string', value: '' })
    expect(memberOf(checkpoint, 'MostRecentTask')).toEqual({ type: 'nil' })
  })

  it('follows a reference from the list to the checkpoint that was written before it', () => {
    const vm = at('0/vms/0c5c2295-7984-4895-8f4b-7b8d5825bb99/Properties')
    const checkpoints = (memberOf(vm, 'VMCheckpoints') as CliXmlObject).base
    expect(checkpoints?.type === 'list' ? checkpoints.items[1] : undefined).toBe(memberOf(vm, 'LastRestoredVMCheckpoint'))
  })
})

describe('the reader', () => {
  it('gives the same however the text is cut into pieces', () => {
    const document = readFileSync(recording, 'utf8')
      .slice(0, 20_000)
      .replace(/<Obj [^>]*>\s*<TN RefId="10">[^]*$/, '')
    const whole: string[] = []
    const collect = (into: string[]): CliXmlHandlers => ({
      object: (object, path) => (into.push(`${path.join('/')}=${object.text}`), object),
    })
    cliXmlReader('test', collect(whole)).write(document)
    expect(whole.length).toBeGreaterThan(5)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: document.length }), { maxLength: 20 }), (cuts) => {
        const pieces: string[] = []
        const reader = cliXmlReader('test', collect(pieces))
        const edges = [0, ...cuts.toSorted((a, b) => a - b), document.length]
        edges.slice(1).forEach((end, index) => reader.write(document.slice(edges[index], end)))
        expect(pieces).toEqual(whole)
      }),
      { seed: 3, numRuns: 50 },
    )
  })

  it('reads what a remote shell sends: no namespace, streams told apart', () => {
    const values = readCliXml('<Objs><S S="Error">no_x000A_</S><I32>1</I32></Objs>', 'test')
    expect(values).toEqual([
      { value: { type: 'string', value: 'no\n' }, stream: 'Error' },
      { value: { type: 'int32', value: 1 }, stream: undefined },
    ])
    expect(readCliXml('<S>alone</S>', 'test')).toEqual([{ value: { type: 'string', value: 'alone' }, stream: undefined }])
  })

  it('reads a member set inside a member set', () => {
    const value = first('<Obj><MS><MS N="PSStandardMembers"><S N="A">1</S><MS N="Inner" /></MS><S N="B">2</S></MS></Obj>') as CliXmlObject
    expect(memberOf(value, 'PSStandardMembers')).toEqual({
      type: 'memberSet',
      members: new Map<string, CliXmlValue>([
        ['A', { type: 'string', value: '1' }],
        ['Inner', { type: 'memberSet', members: new Map() }],
      ]),
    })
    expect(memberOf(value, 'b')).toEqual({ type: 'string', value: '2' })
  })

  it('tells an object without properties of its type from one of which none could be read', () => {
    expect(first('<Obj />')).toMatchObject({ properties: null })
    expect(first('<Obj><Props /></Obj>')).toMatchObject({ properties: new Map() })
  })

  it('keeps white space that is a value', () => {
    expect(first('<S>  </S>')).toEqual({ type: 'string', value: '  ' })
    expect(first('<S><![CDATA[ <x> ]]></S>')).toEqual({ type: 'string', value: ' <x> ' })
  })

  it('lets go of what it is told to release, and says so where it is referred to', () => {
    const document = wrap(
      '<Obj RefId="0"><LST><Obj RefId="1"><LST><Obj RefId="2"><S>x</S></Obj></LST></Obj><Ref RefId="1" /><Ref RefId="2" /></LST></Obj>',
    )
    let top: CliXmlValue | undefined
    read(document, { object: (object, path) => (path.length === 2 ? 'release' : object), top: (value) => void (top = value) })
    expect(shapeOf(top!)).toEqual({ type: 'list', items: [{ type: 'released' }, { type: 'released' }, { type: 'released' }] })
  })

  it('puts what the caller returns in the place of the object and of later references', () => {
    const value = { type: 'string', value: 'instead' } as const
    let top: CliXmlValue | undefined
    read(wrap('<Obj RefId="0"><LST><Obj RefId="1"><S>x</S></Obj><Ref RefId="1" /></LST></Obj>'), {
      object: (object, path) => (path.length === 2 ? value : object),
      top: (given) => void (top = given),
    })
    expect(shapeOf(top!)).toEqual({ type: 'list', items: [value, value] })
  })

  it('leaves out scalar members that nobody wants', () => {
    let top: CliXmlValue | undefined
    read(wrap('<Obj><Props><S N="A">1</S><S N="B">2</S></Props></Obj>'), {
      wants: (name) => name === 'B',
      top: (value) => void (top = value),
    })
    expect([...((top as CliXmlObject).properties ?? []).keys()]).toEqual(['B'])
  })
})

describe('what is no serialised object is refused, with its place', () => {
  it.each([
    ['an unknown element', '<Oops/>', '<Oops>'],
    ['a wrong number', '<I32>x</I32>', '<I32>'],
    ['a number that is too large', '<By>256</By>', '<By>'],
    ['an unsigned number below zero', '<U64>-1</U64>', '<U64>'],
    ['a number called like what every object has', '<Db>constructor</Db>', '<Db>'],
    ['a truth value called like what every object has', '<B>constructor</B>', '<B>'],
    ['a number too large for its precision', '<Sg>1e300</Sg>', '<Sg>'],
    ['a wrong time', '<DT>yesterday</DT>', '<DT>'],
    ['a wrong GUID', '<G>1</G>', '<G>'],
    ['a reference to nothing', '<Ref RefId="7"/>', 'Ref 7'],
    ['a type reference to nothing', '<Obj><TNRef RefId="7"/></Obj>', 'TNRef 7'],
    ['an element inside text', '<S><S/></S>', '<S> inside <S>'],
    ['text between elements', '<Obj>text</Obj>', 'text'],
    ['a member without a name', '<Obj><Props><S/></Props></Obj>', 'a member without a name'],
    ['an entry without a value', '<Obj><DCT><En><S N="Key">a</S></En></DCT></Obj>', 'an entry without key or value'],
    ['something else in a dictionary', '<Obj><DCT><S/></DCT></Obj>', '<S> in a dictionary'],
  ])('%s', (_what, inner, observed) => {
    const error = thrownBy(() => first(inner))
    expect(error).toMatchObject({
      code: 'SNAPCHECK_CLIXML_MALFORMED',
      place: expect.stringContaining('test, at'),
      observed: expect.stringContaining(observed),
      expected: expect.any(String),
    })
  })

  it('another XML document', () => {
    expect(thrownBy(() => readCliXml('<Objs xmlns="urn:other"/>', 'test'))).toMatchObject({
      code: 'SNAPCHECK_CLIXML_MALFORMED',
      observed: expect.stringContaining('urn:other'),
    })
  })

  it.each([
    ['a prefix, which no product writes', `<p:Objs xmlns:p="${cliXmlNamespace}"/>`, 'SNAPCHECK_CLIXML_MALFORMED', '<p:Objs>'],
    ['an attribute given twice', wrap('<S N="a" N="b"/>'), 'SNAPCHECK_XML_MALFORMED', 'duplicate attribute'],
  ])('%s', (_what, document, code, observed) => {
    expect(thrownBy(() => readCliXml(document, 'test'))).toMatchObject({ code, observed: expect.stringContaining(observed) })
  })

  it.each([
    ['too many objects', { objects: 2 }, '<Obj/><Obj/><Obj/>'],
    ['too many items', { members: 2 }, '<Obj><LST><S/><S/><S/></LST></Obj>'],
    ['too many members', { members: 2 }, '<Obj><MS><S N="a"/><S N="b"/><S N="c"/></MS></Obj>'],
    ['too many entries', { members: 1 }, '<Obj><DCT><En><S N="Key"/><S N="Value"/></En><En><S N="Key"/><S N="Value"/></En></DCT></Obj>'],
    ['too deep', { depth: 6 }, `${'<Obj><LST>'.repeat(4)}${'</LST></Obj>'.repeat(4)}`],
  ])('%s', (_what, limits, inner) => {
    expect(thrownBy(() => readCliXml(wrap(inner), 'test', { ...cliXmlLimits, ...limits }))).toMatchObject({
      code: 'SNAPCHECK_XML_LIMIT',
      observed: expect.any(String),
    })
  })

  it('a document type', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${wrap('<S>&b;</S>')}`
    expect(thrownBy(() => readCliXml(bomb, 'test'))).toMatchObject({ code: 'SNAPCHECK_XML_FORBIDDEN' })
  })

  it('a document that breaks off', () => {
    expect(thrownBy(() => readCliXml(wrap('<S>x</S>').slice(0, -3), 'test'))).toMatchObject({ code: 'SNAPCHECK_XML_MALFORMED' })
  })
})

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return expect.fail('nothing was thrown')
}
