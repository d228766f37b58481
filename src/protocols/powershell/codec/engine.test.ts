import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCliXml } from './document.ts'
import { nested, primitives } from './testing/cases.ts'
import { describeEngine } from './testing/describe-engine.ts'
import { utf16, type Case, type Description } from './testing/description.ts'
import { shapeOf } from './testing/shape.ts'
import { memberOf, type CliXmlObject, type CliXmlValue } from './value.ts'

const seed = 20_090_717

describeEngine('what the real PowerShell engine serialises', (host) => {
  const read = async (description: Description, depth?: number): Promise<CliXmlValue> => {
    const values = readCliXml(await host().serialise(description, depth), 'engine')
    expect(values).toHaveLength(1)
    return values[0]!.value
  }
  const agrees = async ({ description, shape }: Case): Promise<void> => {
    expect(shapeOf(await read(description))).toEqual(shape)
  }

  it('comes from engine 7.6', () => expect(host().engine).toMatch(/^7\.6\./))

  it.each(Object.keys(primitives))('is read back: %s', async (type) => {
    await fc.assert(fc.asyncProperty(primitives[type]!, agrees), { seed, numRuns: 200 })
  })

  it('is read back: values inside values', async () => {
    await fc.assert(fc.asyncProperty(nested, agrees), { seed, numRuns: 300 })
  })

  it('keeps the number and the name of an enum', async () => {
    expect(shapeOf(await read({ type: 'colour', value: 2 }))).toEqual({ type: 'enum', text: 'Green', value: { type: 'byte', value: 2 } })
  })

  it('calls an enumerable that is no list an enumerable', async () => {
    expect(shapeOf(await read({ type: 'enumerable', value: [{ type: 'int32', value: 5 }] }))).toEqual({
      type: 'enumerable',
      items: [{ type: 'int32', value: 5 }],
    })
  })

  it('gives the same object for a reference', async () => {
    const twice = (await read({ type: 'twice', value: [[utf16('Name'), { type: 'string', value: utf16('one') }]] })) as CliXmlObject
    expect(twice.base).toMatchObject({ type: 'list' })
    const [first, second] = twice.base?.type === 'list' ? twice.base.items : []
    expect(first).toBeDefined()
    expect(second).toBe(first)
  })

  it('reads an object that refers to itself', async () => {
    const cycle = (await read({ type: 'cycle' })) as CliXmlObject
    expect(cycle.extended.get('Self')).toBe(cycle)
  })

  it('reads members that were added to a plain value', async () => {
    const value = await read({
      type: 'extended',
      value: [[utf16('Unit'), { type: 'string', value: utf16('MB') }]],
      around: { type: 'int32', value: 512 },
    })
    expect(shapeOf(value)).toEqual({
      type: 'members',
      base: { type: 'int32', value: 512 },
      members: [['Unit', { type: 'string', value: 'MB' }]],
    })
  })

  it('reads a progress record', async () => {
    const progress = await read({ type: 'progress', value: utf16('Merging') })
    expect(progress.type === 'progress' ? [...progress.fields] : []).toEqual(
      expect.arrayContaining([
        ['AV', 'Merging'],
        ['AI', '7'],
        ['PI', '3'],
        ['PC', '40'],
        ['SD', 'status'],
      ]),
    )
  })

  it('reads what depth cuts off as the text that stands for it', async () => {
    const outer = (await read({ type: 'chain', value: 3 }, 1)) as CliXmlObject
    expect(memberOf(outer, 'Name')).toEqual({ type: 'string', value: 'link 3' })
    expect(memberOf(outer, 'Next')).toEqual({ type: 'string', value: 'ToString of link 2' })
  })
})
