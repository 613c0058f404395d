import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idTable } from '../../../../electron/core/events/id-table.ts'
import { idKeys, orderOf, splitKey } from '../../../../electron/core/events/order.ts'
import { inOrder } from '../../../../electron/core/events/records.ts'
import { isUuid, putUuid, uuidHead, uuidOf } from '../../../../electron/core/events/uuid.ts'

describe('order of time', () => {
  it('is that of the times, and that of the file where they are equal, however far apart they are', () => {
    const times = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 253_402_300_799_999 })),
    )
    fc.assert(
      fc.property(times, (at) => {
        const expected = at.map((_, i) => i).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b)
        expect([...orderOf(Float64Array.from(at), at.length)]).toEqual(expected)
      }),
    )
  })

  it('carries records along, whole or their beginnings', () => {
    const records = Uint8Array.from({ length: 32 }, (_, i) => i)
    const order = Uint32Array.of(3, 0)
    expect([...inOrder(records, order, 8)]).toEqual([24, 25, 26, 27, 28, 29, 30, 31, 0, 1, 2, 3, 4, 5, 6, 7])
    expect([...inOrder(records, order, 8, 4)]).toEqual([24, 25, 26, 27, 0, 1, 2, 3])
  })
})

describe('ids', () => {
  it('that are UUIDs come back from 16 bytes', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const bytes = new Uint8Array(20)
        putUuid(uuid, bytes, 2)
        expect(uuidOf(bytes.subarray(2, 18))).toBe(uuid)
        expect(uuidHead(uuid)).toBe(Number.parseInt(uuid.slice(0, 8), 16))
      }),
    )
  })

  it.each([
    '',
    'x',
    '3F2A1B4C-5d6e-4000-8000-00000000000a',
    '3f2a1b4c-5d6e-4000-8000-00000000000',
    '3f2a1b4c05d6e-4000-8000-00000000000a',
    '3f2a1b4c-5d6e-4000-8000-00000000000g',
    '3f2a1b4c-5d6e-4000-8000-0000000000é0',
    7,
    null,
  ])('such as %j are no canonical UUID', (value) => {
    expect(isUuid(value)).toBe(false)
  })

  it('are put in order by their first 32 bits', () => {
    const ids = new Uint8Array(48)
    const uuids = [
      'ffffffff-0000-4000-8000-000000000000',
      '00000001-0000-4000-8000-000000000000',
      '80000000-0000-4000-8000-000000000000',
    ]
    for (const [i, uuid] of uuids.entries()) putUuid(uuid, ids, 16 * i)
    expect([...idKeys(ids, 3)].map(splitKey)).toEqual([
      [1, 1],
      [0x80000000, 2],
      [0xffffffff, 0],
    ])
  })

  it('are numbered as they come, the same id always the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 200 }), (ids) => {
        const table = idTable()
        const seen = [...new Set(ids)]
        for (let round = 0; round < 2; round++) {
          expect(ids.map((id) => table.numberOf(id))).toEqual(ids.map((id) => seen.indexOf(id)))
          expect([...table.ids()]).toEqual(seen)
          table.clear()
        }
      }),
    )
  })

  it('are numbered when there are many', () => {
    const table = idTable()
    const numbers = Array.from({ length: 100_000 }, (_, i) =>
      table.numberOf(Math.imul(i, 2_654_435_761) >>> 0),
    )
    expect(numbers).toEqual(numbers.map((_, i) => i))
    expect(table.numberOf(Math.imul(77_777, 2_654_435_761) >>> 0)).toBe(77_777)
  })
})
