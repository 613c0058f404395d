import { expect, it } from 'vitest'
import { eventPage } from '../../../../electron/core/store/events-read.ts'
import { eventWindow, selectLetters } from '../../../../electron/core/store/events-window.ts'
import { closeLocker } from '../../../../electron/core/store/open.ts'
import { archiveCollection, archived, someEvents, take } from '../../../fakes/audit-archives.ts'
import { testLocker } from '../../../fakes/locker.ts'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789']

it('answers single letters made ready as it answers them unready, also after more events came', async () => {
  const { db } = testLocker()
  archiveCollection(db)
  const limits = { runEvents: 90, blockEvents: 16 }
  await take(db, archived(JSON.stringify(someEvents(200, 1, 2026, '05'))), { limits })
  let turns = 0
  const turn = async () => ++turns > 0
  await selectLetters(db, turn)
  const before = turns
  expect(before).toBe(LETTERS.length * 3)
  await selectLetters(db, turn)
  expect(turns).toBe(before)

  const look = () => {
    for (const text of LETTERS) {
      const told = eventWindow(db, { text }, 0, 50)
      expect(told.rows).toEqual(eventPage(db, { text }, null, 50).rows)
      expect(told.total).toBe(eventPage(db, { text }, null, 1000).rows.length)
    }
  }
  look()
  await take(db, archived(JSON.stringify(someEvents(100, 2, 2026, '06')), 2026, '06'), { limits })
  look()
  await selectLetters(db, turn)
  look()
  closeLocker(db)
})

it('stops where it is told to, and asks the locker nothing more', async () => {
  const { db } = testLocker()
  archiveCollection(db)
  await take(db, archived(JSON.stringify(someEvents(50))))
  let turns = 0
  await selectLetters(db, async () => {
    if (++turns < 3) return true
    closeLocker(db)
    return false
  })
  expect(turns).toBe(3)
})
