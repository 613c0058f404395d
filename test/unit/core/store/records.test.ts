import { describe, expect, it } from 'vitest'
import { journalPage } from '../../../../electron/core/store/journal.ts'
import { closeLocker } from '../../../../electron/core/store/open.ts'
import {
  keepRecords,
  recordHistory,
  recordOf,
  recordsOf,
  undoRecords,
} from '../../../../electron/core/store/records.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import { Note } from '../../../../shared/model/records/note.ts'
import { testLocker } from '../../../fakes/locker.ts'
import { WHO } from './decided.ts'

const note = (text: string) =>
  Note.parse({ about: { kind: 'control', id: 'CC6.1', title: 'CC6.1' }, text, writtenBy: 'Ana' })

const change = (key: string, text: string) => ({ kind: 'note' as const, key, content: note(text) })

describe('records', () => {
  it('stand as said last, and tell who said it', () => {
    const { db } = testLocker()
    keepRecords(db, WHO, 'a note', [change('b', 'first'), change('a', 'other')])
    const { act } = keepRecords(db, { ...WHO, actor: 'ben@desk' }, 'a note', [change('b', 'second')])
    expect(recordsOf(db, 'note').map(({ key, content }) => [key, content.text])).toEqual([
      ['a', 'other'],
      ['b', 'second'],
    ])
    expect(recordOf(db, 'note', 'b')).toMatchObject({ by: 'ben@desk', at: WHO.at, act })
    expect(recordHistory(db, 'note', 'b').map(({ content }) => content?.text)).toEqual(['second', 'first'])
    closeLocker(db)
  })

  it('are removed and taken back, each by an act of its own', async () => {
    const { db } = testLocker()
    keepRecords(db, WHO, 'a note', [change('a', 'here')])
    const removed = keepRecords(db, WHO, 'note removed', [{ kind: 'note', key: 'a', content: null }])
    expect([recordsOf(db, 'note'), recordOf(db, 'note', 'a')]).toEqual([[], null])
    const undone = undoRecords(db, removed.act, WHO)
    expect(recordOf(db, 'note', 'a')?.content.text).toBe('here')
    undoRecords(db, undone.act, WHO)
    expect(recordOf(db, 'note', 'a')).toBeNull()
    const actions = journalPage(db, null, 10).rows.map(({ action }) => action)
    expect(actions.filter((action) => action.startsWith('record.'))).toEqual([
      'record.decided',
      'record.decided',
      'record.undone',
      'record.undone',
    ])
    expect((await verifyLocker(db)).firstBroken).toBeNull()
    closeLocker(db)
  })

  it('are kept together or not at all', () => {
    const { db } = testLocker()
    const twice = [change('a', 'one'), change('a', 'two')]
    expect(() => keepRecords(db, WHO, 'notes', twice)).toThrow(/a is given twice/)
    expect(() => keepRecords(db, WHO, 'notes', [change('a', 'x'), change('b', '')])).toThrow()
    expect(() => keepRecords(db, WHO, 'notes', [])).toThrow(/nothing to keep/)
    expect(() => undoRecords(db, 99, WHO)).toThrow(/no such act 99/)
    expect(recordsOf(db, 'note')).toEqual([])
    closeLocker(db)
  })
})
