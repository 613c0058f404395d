import { describe, expect, it } from 'vitest'
import { frameworks } from '../../../../electron/core/frameworks/index.ts'
import { crosswalkChanges, crosswalkRows } from '../../../../electron/core/frameworks/updates.ts'

const line = (control: string, rationale = 'Because.', framework = 'hipaa') => ({
  framework,
  topic: 'member-mfa',
  control,
  rationale,
})

describe('what became of the shipped suggestions', () => {
  it('is nothing while the app is the same', () => {
    const rows = crosswalkRows(frameworks())
    expect(rows.length).toBeGreaterThan(827)
    expect(crosswalkChanges(rows, rows)).toEqual([])
  })

  it('tells new, gone and reworded rows, each with what it was', () => {
    const changes = crosswalkChanges(
      [line('a'), line('b'), line('c')],
      [line('b'), line('c', 'Else.'), line('d')],
    )
    expect(changes.map(({ change, control, was }) => [change, control, was])).toEqual([
      ['reworded', 'c', 'Because.'],
      ['added', 'd', null],
      ['removed', 'a', 'Because.'],
    ])
  })

  it('does not take a framework for new suggestions that nobody looked at before', () => {
    expect(crosswalkChanges([line('a')], [line('a'), line('x', 'New.', 'hds-2.0')])).toEqual([])
  })
})
