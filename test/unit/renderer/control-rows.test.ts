import { describe, expect, it } from 'vitest'
import { type ControlFacts, type ControlFilter, controlRows } from '../../../renderer/views/controls/rows.ts'
import type { ControlState, ControlStatus } from '../../../shared/model/framework.ts'

const state = (id: string, parent: string | null, kind: string, status: ControlStatus): ControlState => ({
  framework: 'soc2-2017',
  control: { id, parent, kind, title: `About ${id}` },
  status,
  evidence: 0,
  topics: status === 'open' ? [] : [{ topic: 'releases', rationale: '', items: 1, notRead: 0 }],
  checks: [],
})

const by = {
  design: 'effective',
  operation: 'effective',
  text: 'x',
  preparedBy: 'a',
  preparedAt: '',
} as const
const conclusion = (control: string, reviewedBy: string | null) =>
  ({ framework: 'soc2-2017', control, ...by, reviewedBy, reviewedAt: null }) as const

const mapping = (control: string, decision: 'suggested' | 'confirmed') =>
  ({
    ...({ framework: 'soc2-2017', topic: 'releases', subjectId: null } as const),
    ...{ control, decision },
    ...{ rationale: '', shipped: true, by: null, at: null },
  }) as const

const FACTS: ControlFacts = {
  states: [
    state('CC', null, 'category', 'open'),
    state('CC6', 'CC', 'category', 'open'),
    state('CC6.1', 'CC6', 'criterion', 'exception'),
    state('CC6.2', 'CC6', 'criterion', 'open'),
    state('CC60', 'CC', 'category', 'exception'),
    state('A1.1', null, 'criterion', 'supported'),
  ],
  conclusions: [conclusion('A1.1', null)],
  mappings: [mapping('CC6.1', 'suggested'), mapping('CC6.1', 'suggested'), mapping('A1.1', 'confirmed')],
  requirementKinds: ['criterion'],
}

const ids = (filter: Partial<ControlFilter>) =>
  controlRows(FACTS, { words: '', status: null, under: null, work: null, ...filter }).map(
    ({ state }) => state.control.id,
  )

describe('the lines of a framework', () => {
  it('are narrowed by group, with everything below it and nothing beside', () => {
    expect(ids({ under: 'CC6' })).toEqual(['CC6', 'CC6.1', 'CC6.2'])
    expect(ids({ under: 'CC' })).toEqual(['CC', 'CC6', 'CC6.1', 'CC6.2', 'CC60'])
    expect(ids({ words: 'about a1' })).toEqual(['A1.1'])
  })

  it('with a status are requirements only, as coverage counts them', () => {
    expect(ids({ status: 'exception' })).toEqual(['CC6.1'])
    expect(ids({ status: 'open' })).toEqual(['CC6.2'])
  })

  it('are those with work left', () => {
    expect(ids({ work: 'decide' })).toEqual(['CC6.1'])
    expect(ids({ work: 'conclude' })).toEqual(['CC6.1'])
    expect(ids({ work: 'review' })).toEqual(['A1.1'])
  })

  it('know their depth, their conclusion and what is to decide', () => {
    const rows = controlRows(FACTS, { words: '', status: null, under: null, work: null })
    expect(
      rows.map(({ depth, isHeading, toDecide, concluded }) => [depth, isHeading, toDecide, concluded]),
    ).toEqual([
      [0, true, 0, null],
      [1, true, 0, null],
      [2, false, 2, null],
      [2, false, 0, null],
      [1, false, 0, null],
      [0, false, 0, 'concluded'],
    ])
  })
})
