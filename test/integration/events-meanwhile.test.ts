import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../electron/core/store/db.ts'
import { countEvents, eventHistogram } from '../../electron/core/store/events-count.ts'
import { eventPage } from '../../electron/core/store/events-read.ts'
import { verifyEvents } from '../../electron/core/store/events-verify.ts'
import { appendJournal, journalPage } from '../../electron/core/store/journal.ts'
import { archiveCollection, archived, someEvents, take } from '../fakes/audit-archives.ts'
import { testLocker } from '../fakes/locker.ts'

describe('while an archive is taken over', () => {
  it('questions are answered and others write, and nothing of it shows before all of it does', async () => {
    const { db } = testLocker()
    archiveCollection(db)
    await take(db, archived(JSON.stringify(someEvents(300, 1, 2026, '04')), 2026, '04'))
    const archive = archived(JSON.stringify(someEvents(20_000)))
    let isDone = false
    const limits = { runEvents: 2000 }
    const stored: number[] = []
    const onProgress = (events: number) => void stored.push(events)
    const taking = take(db, archive, { limits, onProgress }).finally(() => {
      isDone = true
    })
    let [answers, betweenRuns] = [0, 0]
    const counts = new Set<number>()
    while (!isDone) {
      const before = stored.length
      inTransaction(db, () =>
        appendJournal(db, { actor: 'ana@laptop', action: 'note.made', detail: { answers } }),
      )
      const count = countEvents(db)
      const page = eventPage(db, { text: 'acme' }, null, 1000)
      expect(page.rows.every(({ at }) => count > 300 || at < '2026-05')).toBe(true)
      expect(eventHistogram(db).reduce((sum, { events }) => sum + events, 0)).toBe(count)
      counts.add(count)
      answers++
      await nextTurn()
      if (stored.length > 0 && stored.length < 10 && before === stored.length) betweenRuns++
    }
    await taking
    expect(stored).toHaveLength(10)
    expect([...counts]).toEqual(counts.size === 1 ? [300] : [300, 20_300])
    expect(betweenRuns).toBeGreaterThan(10)
    expect(countEvents(db)).toBe(20_300)
    expect(journalPage(db, null, 100_000).rows.filter(({ action }) => action === 'note.made')).toHaveLength(
      answers,
    )
    expect(await verifyEvents(db)).toEqual({ events: 20_300, firstBroken: null })
  })

  it('an export that has begun goes on with what there was', async () => {
    const { db } = testLocker()
    archiveCollection(db)
    await take(db, archived(JSON.stringify(someEvents(300, 1, 2026, '04')), 2026, '04'))
    const first = eventPage(db, {}, null, 100)
    await take(db, archived(JSON.stringify(someEvents(300, 2, 2026, '03')), 2026, '03'))
    expect(eventPage(db, {}, null, 100)).toEqual(first)
    expect(countEvents(db)).toBe(600)
  })
})
