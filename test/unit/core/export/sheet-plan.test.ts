import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../../../electron/core/export/sheet.ts'
import { planWorkbook } from '../../../../electron/core/export/sheet-plan.ts'

const sheet = (name: string, notes: readonly string[] = [], layout: Sheet['layout'] = 'table'): Sheet => ({
  name,
  title: name,
  notes,
  columns: [{ title: 'A', kind: 'text', width: 10 }],
  layout,
  rows: () => [],
})

describe('the plan of a workbook', () => {
  it('knows where each sheet begins', () => {
    const plan = planWorkbook([sheet('Bare'), sheet('Noted', ['a', 'b']), sheet('Page', ['a'], 'page')])
    expect(plan.sheets.map((place) => [place.headRow, place.firstRow])).toEqual([
      [2, 3],
      [4, 5],
      [0, 4],
    ])
  })

  it('points links at rows, also of later parts, and at the top of a sheet', () => {
    const plan = planWorkbook([sheet('Events', ['note'])], 10)
    expect(plan.sheets[0]?.capacity).toBe(7)
    expect(plan.address({ text: '', sheet: 'Events' })).toBe("'Events'!A1")
    expect(plan.address({ text: '', sheet: 'Events', row: 1 })).toBe("'Events'!A4")
    expect(plan.address({ text: '', sheet: 'Events', row: 7 })).toBe("'Events'!A10")
    expect(plan.address({ text: '', sheet: 'Events', row: 8 })).toBe("'Events 2'!A4")
    expect(plan.address({ text: '', sheet: 'Events', row: 15 })).toBe("'Events 3'!A4")
    expect(plan.address({ text: '', sheet: 'Elsewhere' })).toBeNull()
  })

  it('gives parts names that no other sheet has', () => {
    const plan = planWorkbook([sheet('Events'), sheet('Events 2'), sheet('x'.repeat(31))], 10)
    const [events, , long] = plan.sheets
    expect(events?.partName(2)).not.toBe('Events 2')
    expect(long?.partName(2)).toMatch(/^x{27} 2$/)
    expect(long?.partName(12)).toMatch(/^x{27} 12$/)
  })
})
