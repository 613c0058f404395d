import { expect, it } from 'vitest'
import { cellValue, isWhole, rowOf, templateOf, typedOf } from '../../../renderer/views/lists/typed-row.ts'
import { LIST_KINDS, listOf } from '../../../shared/model/records/lists.ts'

it('reads typed cells by their kind', () => {
  expect(cellValue({ as: 'many' }, 'a; b\n c;;')).toEqual(['a', 'b', 'c'])
  expect(cellValue({ as: 'number' }, ' 1,200 ')).toBe(1200)
  expect([cellValue({ as: 'yes-no' }, 'Yes'), cellValue({ as: 'yes-no' }, 'no')]).toEqual([true, false])
  expect([cellValue({ as: 'text' }, '  '), cellValue({ as: 'many' }, '')]).toEqual([null, []])
})

it('types what every list has as its example, and gets a row of it that the list accepts', () => {
  for (const kind of LIST_KINDS) {
    const { columns, row } = listOf(kind)
    const typed = Object.fromEntries(columns.map(({ field, example }) => [field, example]))
    expect(isWhole(columns, typed), kind).toBe(true)
    const made = row.safeParse(rowOf(columns, typed))
    expect(made.error?.issues ?? [], kind).toEqual([])
    expect(templateOf(columns).split('\n')[0]?.split('\t'), kind).toHaveLength(columns.length)
  }
})

it('shows a row as it would be typed', () => {
  const columns = [
    { field: 'a', as: 'many' },
    { field: 'b', as: 'yes-no' },
    { field: 'c', as: 'text' },
  ] as never
  expect(typedOf(columns, { a: ['x', 'y'], b: false, c: null })).toEqual({ a: 'x; y', b: 'no', c: '' })
})
