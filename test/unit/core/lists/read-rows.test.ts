import { describe, expect, it } from 'vitest'
import { cellValue } from '../../../../electron/core/lists/cell-values.ts'
import { readRows } from '../../../../electron/core/lists/read-rows.ts'
import { tableOfText } from '../../../../electron/core/tables/read-table.ts'
import { LIST_KINDS, type ListKind, listOf } from '../../../../shared/model/records/lists.ts'
import { faultSentence } from '../../../../shared/model/table.ts'

function read(kind: ListKind, text: string, pasted = false) {
  const { rows, faults, notes } = readRows(tableOfText(text), listOf(kind), pasted)
  return { rows: rows.map(({ row }) => row), faults: faults.map(faultSentence), notes }
}

describe('days', () => {
  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2026-06-30T08:00:00.000Z', '2026-06-30'],
    ['2026/6/3', '2026-06-03'],
    ['30.6.2026', '2026-06-30'],
    ['30/06/2026', '2026-06-30'],
    ['06/30/2026', '2026-06-30'],
    ['5/5/2026', '2026-05-05'],
    ['30 June 2026', '2026-06-30'],
    ['Jun 30, 2026', '2026-06-30'],
  ])('%s is %s', (text, day) => {
    expect(cellValue('day', text)).toEqual({ value: day })
  })

  it.each([
    ['03/04/2026', /more than one way/],
    ['2026-02-30', /no calendar has/],
    ['31.02.2026', /no calendar has/],
    ['soon', /is no day/],
    ['13/13/2026', /no calendar has/],
    ['46203', /is no day/],
  ])('%s is refused', (text, why) => {
    expect(cellValue('day', text)).toEqual({ fault: expect.stringMatching(why) })
  })
})

describe('a list that is given', () => {
  it.each(LIST_KINDS)('%s: its own template is read', (kind) => {
    const { columns } = listOf(kind)
    const line = (cells: readonly string[]) =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
    const text = [line(columns.map((c) => c.header)), line(columns.map((c) => c.example))].join('\n')
    const { rows, faults } = read(kind, text)
    expect(faults).toEqual([])
    expect(rows).toHaveLength(1)
  })

  it('is found by other headers, below a title, in another order', () => {
    const text =
      'Leavers 2026,,\n,,\nTermination Date,E-MAIL address,Full_name\n2026-06-30,Tom@Example.com,Tom Berg\n'
    expect(read('leavers', text)).toMatchObject({
      rows: [{ email: 'tom@example.com', name: 'Tom Berg', leftOn: '2026-06-30' }],
      faults: [],
    })
  })

  it('tells which columns it did not read', () => {
    const { notes } = read('log-hosts', 'Host,Colour\nlogs.example.com,red')
    expect(notes.join(' ')).toContain('Not read: “Colour”.')
  })

  it('pasted without headers, has the columns of the template', () => {
    expect(read('log-hosts', 'a.example.com\nb.example.com', true)).toMatchObject({
      rows: [{ host: 'a.example.com' }, { host: 'b.example.com' }],
      faults: [],
      notes: [expect.stringContaining('in the order of the template')],
    })
    expect(read('log-hosts', 'a.example.com\nb.example.com', false).faults).toHaveLength(1)
  })

  it('leaves blank and repeated rows out, and says so', () => {
    const { rows, faults, notes } = read(
      'log-hosts',
      'Host,Owner\nb.example.com,Ana\n\n,\nb.example.com,Ana\nc.example.com,',
    )
    expect([rows.length, faults]).toEqual([2, []])
    expect(notes.slice(-2)).toEqual([
      '2 blank rows were left out.',
      'Row 5 only repeats another row and was left out.',
    ])
  })

  it('may be empty: headers alone say that there is none', () => {
    expect(read('leavers', 'E-mail,Left on\n')).toMatchObject({ rows: [], faults: [] })
  })

  it.each<readonly [string, ListKind, string, string]>([
    ['a blank cell', 'leavers', 'E-mail,Left on\n,2026-06-30', 'Row 2, E-mail: is missing.'],
    [
      'a wrong address',
      'leavers',
      'Mail;Left on\ntom;2026-06-30',
      'Row 2, Mail: “tom” is no e-mail address.',
    ],
    [
      'an unclear day',
      'leavers',
      'E-mail,Left on\ntom@example.com,03/04/2026',
      'Row 2, Left on: “03/04/2026” is a day in more than one way; write it as 2026-11-21.',
    ],
    [
      'a contradiction',
      'leavers',
      'E-mail,Left on\na@x.org,2026-01-01\nA@X.org,2026-01-02',
      'Row 3, E-mail: says something else than row 2 about the same E-mail.',
    ],
    [
      'a formula',
      'leavers',
      'E-mail,Left on\na@x.org,"=TODAY()"',
      'Row 2, Left on: holds a formula; paste its value instead.',
    ],
    [
      'too many cells',
      'log-hosts',
      'Host,Owner\nlogs.example.com,Ana,Silva',
      'Row 2: has 3 cells, the headers are 2; put cells with separators in quotes.',
    ],
    [
      'a column twice',
      'log-hosts',
      'Host,Endpoint\na.example.com,b.example.com',
      'Row 1, Endpoint: names a column that is already there.',
    ],
    [
      'an address for a host',
      'log-hosts',
      'Host\nhttps://logs.example.com/x',
      'Row 2, Host: “https://logs.example.com/x” is no host name; write it without protocol, port and path.',
    ],
    [
      'no yes and no no',
      'ci-runs',
      'Commit,Passed\nabc,maybe',
      'Row 2, Passed: “maybe” is neither yes nor no.',
    ],
    [
      'one of several',
      'privatelinks',
      'Database,AWS accounts\npg-1,123456789012; 99',
      'Row 2, AWS accounts: “123456789012; 99” is no AWS account: twelve digits.',
    ],
    ['nothing at all', 'log-hosts', '', 'The table is empty.'],
  ])('has a sentence for %s', (_, kind, text, sentence) => {
    const { rows, faults } = read(kind, text)
    expect(faults).toEqual([sentence])
    if (!sentence.startsWith('Row 3')) expect(rows).toEqual([])
  })

  it('names every missing column, what it is, and what there was instead', () => {
    expect(read('leavers', 'Name,Team\nTom,core').faults).toEqual([
      'Row 1: there is no column “E-mail” (the address they used); found “Name”, “Team”; the columns are E-mail, Name, Left on.',
      'Row 1: there is no column “Left on” (the last day); found “Name”, “Team”; the columns are E-mail, Name, Left on.',
    ])
  })

  it('tells all faults, in the order of the rows', () => {
    const rows = Array.from({ length: 300 }, (_, n) => `tom${n % 3 === 0 ? '' : '@example.com'},never`)
    const { faults } = read('leavers', ['E-mail,Left on', ...rows].join('\n'))
    expect(faults).toHaveLength(300)
    expect(faults[299]).toMatch(/^Row 301, Left on/)
  })

  it('has 100,000 rows at most', () => {
    const rows = Array.from({ length: 100_001 }, (_, n) => `h${n}.example.com`)
    expect(read('log-hosts', ['Host', ...rows.slice(1)].join('\n')).rows).toHaveLength(100_000)
    expect(read('log-hosts', ['Host', ...rows].join('\n')).faults).toEqual([
      'It has more than 100,000 rows; give it in parts.',
    ])
  })
})
