import { describe, expect, it } from 'vitest'
import { frameworks } from '../../../../electron/core/frameworks/index.ts'
import { ownFramework } from '../../../../electron/core/frameworks/own.ts'
import { type ControlRow, controlsOfRows } from '../../../../electron/core/frameworks/own-rows.ts'

const row = (n: number, id: string | null, more: Partial<ControlRow> = {}): ControlRow => ({
  row: n,
  id,
  parent: null,
  title: 'Something to do',
  says: null,
  through: null,
  ...more,
})

describe('a table of controls of one’s own', () => {
  it('becomes controls, with what they are the same as', () => {
    const { controls, faults } = controlsOfRows(
      [row(2, 'AC'), row(3, 'AC-1', { parent: 'AC', through: 'soc2-2017:CC6.1; iso27001-2022:A.5.15' })],
      frameworks(),
    )
    expect(faults).toEqual([])
    expect(controls[1]).toMatchObject({
      id: 'AC-1',
      parent: 'AC',
      through: [
        { framework: 'soc2-2017', control: 'CC6.1' },
        { framework: 'iso27001-2022', control: 'A.5.15' },
      ],
    })
  })

  it.each([
    ['a missing id', [row(2, null)], 'Id', /is missing/],
    ['a missing title', [row(2, 'A', { title: null })], 'Title', /is missing/],
    ['an id that comes twice', [row(2, 'A'), row(3, 'A')], 'Id', /A is already in row 2/],
    ['an endless id', [row(2, 'A'.repeat(61))], 'Id', /longer than 60/],
    ['a parent that is not there', [row(2, 'A', { parent: 'B' })], 'Parent', /B is not in the table/],
    ['a control above itself', [row(2, 'A', { parent: 'A' })], 'Parent', /A is above itself/],
    ['an unknown control', [row(2, 'A', { through: 'soc2-2017:CC99' })], 'Same as', /soc2-2017:CC99 is no/],
    ['an unknown framework', [row(2, 'A', { through: 'sox:1' })], 'Same as', /sox:1 is no control/],
  ] as const)('tells row and column of %s', (_what, rows, column, what) => {
    const { faults } = controlsOfRows(rows, frameworks())
    expect(faults).toContainEqual({ row: rows.length + 1, column, what: expect.stringMatching(what) })
  })

  it('finds a ring of parents, once per member, and comes to an end', () => {
    const ring = [row(2, 'A', { parent: 'B' }), row(3, 'B', { parent: 'C' }), row(4, 'C', { parent: 'A' })]
    expect(controlsOfRows(ring, frameworks()).faults.map((fault) => fault.row)).toEqual([2, 3, 4])
    const tail = controlsOfRows([...ring, row(5, 'D', { parent: 'A' })], frameworks())
    expect(tail.faults).toHaveLength(3)
  })
})

describe('a framework of one’s own', () => {
  const { controls } = controlsOfRows(
    [
      row(2, 'AC'),
      row(3, 'AC-1', { parent: 'AC', through: 'soc2-2017:CC6.1;iso27001-2022:A.8.5', says: 'Two factors.' }),
      row(4, 'AC-2', { parent: 'AC' }),
    ],
    frameworks(),
  )
  const shipped = (id: string) => frameworks().find((one) => one.id === id)
  const own = ownFramework(
    'own-acme',
    { title: 'Acme', version: '3', source: 'a.csv', controls: [...controls] },
    shipped,
  )

  it('takes topics and checks of the controls that it names, each once', () => {
    const topics = own.topics.filter(({ control }) => control === 'AC-1').map(({ topic }) => topic)
    expect(topics).toContain('member-mfa')
    expect(new Set(topics).size).toBe(topics.length)
    expect(own.checks).toContainEqual({ check: 'IDN-01', control: 'AC-1' })
    expect(own.topics.filter(({ control }) => control === 'AC-2')).toEqual([])
  })

  it('counts what nothing stands below, and tells who sees to it', () => {
    expect(own.controls.map(({ id, kind, owner }) => [id, kind, owner])).toEqual([
      ['AC', 'group', undefined],
      ['AC-1', 'control', 'customer'],
      ['AC-2', 'control', undefined],
    ])
    expect(own).toMatchObject({ source: 'imported from a.csv', requirementKinds: ['control'] })
  })
})
