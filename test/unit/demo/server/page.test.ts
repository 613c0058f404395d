import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPage } from '../../../../electron/demo/server/page.ts'

const list = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: String(i).padStart(5, '0'), version: i }))
const ids = (items: readonly object[]) => items.map((item) => Reflect.get(item, 'id'))

/** Follows pages to the end the way a client does. */
function follow(things: readonly object[], start: string | undefined, by: readonly string[]) {
  const seen: object[] = []
  const statuses: number[] = []
  let range = start
  do {
    const page = cutPage(things, range, by)
    seen.push(...page.items)
    statuses.push(page.status)
    range = page.nextRange ?? undefined
  } while (range !== undefined)
  return { seen, statuses }
}

describe('pages by Range', () => {
  it('the default page holds 200, the largest 1,000', () => {
    expect(cutPage(list(500), undefined, ['id']).items).toHaveLength(200)
    expect(cutPage(list(500), '', ['id']).nextRange).toBe('id ]00199..; max=200')
    expect(cutPage(list(1500), 'id ..; max=5000', ['id']).items).toHaveLength(1000)
  })

  it('a list that fits is whole: 200 and no Next-Range', () => {
    const page = cutPage(list(3), 'id ..; max=3', ['id'])
    expect(page).toMatchObject({ status: 200, nextRange: null, contentRange: 'id 00000..00002' })
    expect(cutPage([], undefined, ['id'])).toMatchObject({ status: 200, contentRange: null, items: [] })
  })

  it('descending order, numbers as numbers, with a space or without', () => {
    const page = cutPage(list(30), 'version ..; order=desc,max=10;', ['version', 'id'])
    expect(page.items[0]).toMatchObject({ version: 29 })
    expect(page.nextRange).toBe('version ]20..; order=desc,max=10')
    expect(cutPage(list(30), page.nextRange ?? '', ['version', 'id']).items[0]).toMatchObject({ version: 19 })
  })

  it('both ends of a range are kept, a bracket leaves the start out', () => {
    expect(ids(cutPage(list(9), 'id 00002..00004', ['id']).items)).toEqual(['00002', '00003', '00004'])
    expect(ids(cutPage(list(9), 'id ]00002..00004; max=1', ['id']).items)).toEqual(['00003'])
  })

  it.each(['email ..', 'nonsense', 'id ..; max=0', 'id'])('%j is not satisfiable', (header) => {
    expect(() => cutPage(list(9), header, ['id'])).toThrow(expect.objectContaining({ status: 416 }))
  })

  it('following pages sees each item once, whatever the sizes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        (count, max, down) => {
          const order = down ? 'order=desc,' : ''
          const { seen, statuses } = follow(list(count), `id ..; ${order}max=${max}`, ['id'])
          const expected = ids(list(count))
          expect(ids(seen)).toEqual(down ? expected.reverse() : expected)
          expect(statuses.slice(0, -1).every((status) => status === 206)).toBe(true)
          expect(statuses.at(-1)).toBe(200)
        },
      ),
    )
  })
})
