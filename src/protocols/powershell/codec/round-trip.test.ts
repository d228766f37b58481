import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCliXml } from './document.ts'
import { nested, primitives } from './testing/cases.ts'
import { compact, rewritten, written } from './testing/compact.ts'
import { describeEngine } from './testing/describe-engine.ts'
import { utf16, type Description } from './testing/description.ts'
import { values } from './testing/values.ts'
import { cliXmlNamespace } from './read.ts'
import { writeCliXml } from './write.ts'
import { noMembers, type CliXmlObject, type CliXmlValue } from './value.ts'

/** `npm run soak` runs the full number. */
const isSoak = process.env['MODE'] === 'soak'
const seed = 20_061_114
const runs = (few: number): number => (isSoak ? few * 100 : few)

/** A secure string is read as a mark without its content and never written. */
const { secureString: _, ...writable } = primitives

const object: CliXmlObject = {
  type: 'object',
  typeNames: ['Deserialized.Example'],
  text: null,
  base: null,
  properties: null,
  extended: noMembers,
}
const string = (value: string): CliXmlValue => ({ type: 'string', value })

/** As deep as `depth` says, each object an item of the list that the next one wraps. */
function chain(depth: number): CliXmlValue {
  return depth === 1 ? string('innermost') : { ...object, base: { type: 'list', form: 'list', items: [chain(depth - 1)] } }
}

describeEngine('CLIXML there and back', (engine) => {
  /** What the engine serialised is written byte for byte as it stood, and the engine makes the same of ours as of its own. */
  const expectBack = async (description: Description, depth?: number): Promise<void> => {
    const first = await engine().serialise(description, depth)
    if (first.includes('<SS')) return
    expect(rewritten(first)).toBe(compact(first))
    const second = await engine().again(first)
    expect(await engine().again(rewritten(first))).toBe(second)
    expect(rewritten(second)).toBe(compact(second))
  }
  const roundTrip = async (value: CliXmlValue): Promise<CliXmlValue> => {
    const [top] = readCliXml(await engine().again(written(value)), 'engine')
    return top!.value
  }

  it.each(Object.keys(writable))('from the engine, byte for byte: %s', async (type) => {
    const property = fc.asyncProperty(primitives[type]!, ({ description }) => expectBack(description))
    await fc.assert(property, { seed, numRuns: runs(50) })
  })

  it('from the engine, byte for byte: values inside values', async () => {
    const property = fc.asyncProperty(nested, ({ description }) => expectBack(description))
    await fc.assert(property, { seed, numRuns: runs(300) })
  })

  it.each<readonly [what: string, description: Description]>([
    ['an enum', { type: 'colour', value: 2 }],
    ['an enumerable that is no list', { type: 'enumerable', value: [{ type: 'int32', value: 5 }] }],
    ['an object met twice', { type: 'twice', value: [[utf16('Name'), { type: 'string', value: utf16('one') }]] }],
    ['an object that refers to itself', { type: 'cycle' }],
    ['properties of the type itself', { type: 'chain', value: 3 }],
    ['an object of which no property can be read', { type: 'unreadable' }],
    ['member sets', { type: 'memberSet', value: [[utf16('Unit'), { type: 'int32', value: 1 }]] }],
    ['a progress record', { type: 'progress', value: utf16('Merging') }],
    [
      'members added to a plain value',
      { type: 'extended', value: [[utf16('Unit'), { type: 'nil' }]], around: { type: 'double', value: '4607182418800017408' } },
    ],
  ])('from the engine, byte for byte: %s', async (_what, description) => {
    await expectBack(description)
    await expectBack(description, 1)
  })

  it('from the engine, byte for byte: powers of two in single precision, where the next value below is nearer than the one above', async () => {
    const powers = Array.from({ length: 276 }, (_, index) => 2 ** (index - 149))
    const bits = (value: number): number => new Int32Array(new Float32Array([value]).buffer)[0]!
    await expectBack({ type: 'array', value: powers.map((value) => ({ type: 'single', value: bits(value) })) })
  })

  it('to the engine: any value comes back equal, with the same objects met twice', async () => {
    const property = fc.asyncProperty(values, async (value) => {
      const back = await roundTrip(value)
      expect(back).toEqual(value)
      expect(written(back)).toBe(written(value))
    })
    await fc.assert(property, { seed, numRuns: runs(300) })
  })

  it('to the engine: streams', async () => {
    const tops = [
      { value: string('no'), stream: 'Error' },
      { value: { type: 'nil' } as const, stream: 'output' },
      { value: { ...object, extended: new Map([['A', string('1')]]) }, stream: 'Verbose "<&' },
      { value: { ...object, base: string('x') }, stream: 'Warning' },
      { value: string('none'), stream: undefined },
    ]
    expect(readCliXml(await engine().again([...writeCliXml(tops, 'test')].join('')), 'engine')).toEqual(tops)
  })

  it('to the engine: what it changes itself', async () => {
    expect(await roundTrip({ ...object, typeNames: ['Example'] })).toEqual(object)
    expect(await roundTrip({ type: 'scriptBlock', value: '1' })).toEqual(string('1'))
    expect(await roundTrip({ ...object, base: { type: 'list', form: 'enumerable', items: [] } })).toMatchObject({ base: { form: 'list' } })
    expect(await roundTrip({ ...object, properties: new Map() })).toEqual(object)
  })

  it('to the engine: it takes 49 values inside each other, and so do we', async () => {
    expect(written(await roundTrip(chain(49)))).toBe(written(chain(49)))
    const oneMore = `${'<Obj><LST>'.repeat(49)}<S>x</S>${'</LST></Obj>'.repeat(49)}`
    await expect(engine().again(`<Objs Version="1.1.0.1" xmlns="${cliXmlNamespace}">${oneMore}</Objs>`)).rejects.toThrow(
      /nested too deeply/,
    )
    expect(() => written(chain(50))).toThrow(expect.objectContaining({ code: 'SNAPCHECK_XML_LIMIT' }))
  })
})
