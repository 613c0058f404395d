import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../../electron/cli/screen-text.ts'
import { facts, table } from '../../../electron/cli/table.ts'

const columns = [
  { title: 'Id', align: 'right' as const },
  { title: 'Subject', gives: true },
  { title: 'Hash' },
]

describe('table', () => {
  it('aligns columns under their titles', () => {
    expect(
      table(
        columns,
        [
          ['7', 'shop-api', 'ab'],
          ['12', 'x', 'cd'],
        ],
        null,
      ),
    ).toEqual(['Id  Subject   Hash', '──  ────────  ────', ' 7  shop-api  ab', '12  x         cd'])
  })

  it('cuts only the columns that give, and only on a terminal', () => {
    const rows = [['1', 'a very long subject that nobody can read at once', 'abcd']]
    const narrow = table(columns, rows, 30)
    expect(Math.max(...narrow.map(columnsOf))).toBe(30)
    expect(narrow[2]).toBe(' 1  a very long subject…  abcd')
    expect(table(columns, rows, null)[2]).toContain('nobody can read at once')
  })

  it('ends at the edge where nothing can give', () => {
    expect(table([{ title: 'Id' }], [['0123456789']], 5)[2]).toBe('0123…')
    expect(table([{ title: 'Id' }], [['0123456789']], null)[2]).toBe('0123456789')
  })

  it('draws no endless rule under a last column that is cut nowhere', () => {
    const [titles, rule, row] = table([{ title: 'No' }, { title: 'Detail' }], [['1', 'x'.repeat(5000)]], null)
    expect(titles).toBe('No  Detail')
    expect(rule).toHaveLength(84)
    expect(row).toHaveLength(5004)
  })

  it('shows hostile cells as text', () => {
    expect(table([{ title: 'A' }], [['x\x1b[2Jy\nz']], null)[2]).toBe('x\ufffd[2Jy z')
  })
})

describe('facts', () => {
  it('aligns values', () => {
    expect(
      facts([
        ['Id', '1'],
        ['Size', '2 kB'],
      ]),
    ).toEqual(['Id    1', 'Size  2 kB'])
  })
})
