import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  appendJournal,
  journalHead,
  journalPage,
  newestOfJournal,
} from '../../../../electron/core/store/journal.ts'
import { testLocker } from '../../../fakes/locker.ts'

describe('the journal', () => {
  it('chains each entry to the one before, so that anyone can compute it again', () => {
    const { db } = testLocker()
    appendJournal(db, {
      actor: 'ana@laptop',
      action: 'export.workbook',
      detail: { z: 1, a: 'é' },
      at: '2026-11-02T10:00:00.000Z',
    })
    const [first, second] = journalPage(db, null, 10).rows
    const text =
      '{"action":"export.workbook","actor":"ana@laptop","at":"2026-11-02T10:00:00.000Z","detail":{"a":"é","z":1},"seq":2}'
    const hash = createHash('sha256')
      .update(Buffer.from(first?.hash ?? '', 'hex'))
      .update(text)
      .digest('hex')
    expect(second?.hash).toBe(hash)
    expect(journalHead(db)).toEqual({ seq: 2, hash })
  })

  it('takes hostile text, and gives it back as it was hashed', () => {
    const { db } = testLocker()
    appendJournal(db, { actor: 'a\ud800', action: 'x.y', detail: { '\udc00': '\u0000=1+1' } })
    expect(journalPage(db, '1', 10).rows).toMatchObject([
      { actor: 'a\ufffd', detail: { '\ufffd': '\u0000=1+1' } },
    ])
  })

  it('comes newest first where that is asked for, page after page without a hole', () => {
    const { db } = testLocker()
    for (let n = 2; n <= 7; n++) appendJournal(db, { actor: 'a', action: 'x.y', detail: { n } })
    const seen: number[] = []
    for (let after: string | null = null; ; ) {
      const { rows, next } = newestOfJournal(db, after, 3)
      seen.push(...rows.map(({ seq }) => seq))
      if (next === null) break
      after = next
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it('comes in pages, oldest first', () => {
    const { db } = testLocker()
    for (let n = 2; n <= 7; n++) appendJournal(db, { actor: 'a', action: 'x.y', detail: { n } })
    const first = journalPage(db, null, 4)
    const second = journalPage(db, first.next, 4)
    expect(first.rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(second.rows.map(({ seq }) => seq)).toEqual([5, 6, 7])
    expect(second.next).toBeNull()
    expect(() => journalPage(db, 'x', 4)).toThrow(/mark/)
  })
})
