import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { archivesOf } from '../../electron/core/store/archives.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { countEvents } from '../../electron/core/store/events-count.ts'
import { eachEvent, eventBySeq } from '../../electron/core/store/events-read.ts'
import { verifyEvents } from '../../electron/core/store/events-verify.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import { archived, dice, inTime, someEvents } from '../fakes/audit-archives.ts'
import { KEY, testLocker } from '../fakes/locker.ts'

const CHILD = join(import.meta.dirname, '..', 'fakes', 'ingest-in-child.ts')
const MONTHS = ['03', '04', '05']
const PER_MONTH = 1500

function madeArchives(folder: string): string {
  const archives = join(folder, 'archives')
  mkdirSync(archives)
  for (const [i, month] of MONTHS.entries()) {
    const { packed } = archived(JSON.stringify({ entries: eventsOf(i) }), 2026, month)
    writeFileSync(join(archives, `${month}.json.gz`), packed)
  }
  return archives
}

const eventsOf = (i: number) => someEvents(PER_MONTH, i, 2026, MONTHS[i])

/** Takes the archives over in a process; kills it some milliseconds after it has said `stored` so many times. */
async function ingest(file: string, archives: string, kill?: { said: number; ms: number }): Promise<boolean> {
  const child = spawn(process.execPath, [CHILD, file, KEY.toString('hex'), archives], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  let said = 0
  let done = false
  for await (const line of createInterface(child.stdout)) {
    if (line === 'done') done = true
    else if (++said === kill?.said) void sleep(kill.ms).then(() => child.kill('SIGKILL'))
  }
  await gone
  return done
}

/** What a locker shows, event by event. */
function shown(db: WritableDb): string[] {
  return Array.from(eachEvent(db), ({ seq }) => eventBySeq(db, seq).json)
}

describe('a process that is killed while it takes archives over', () => {
  const expected = MONTHS.flatMap((_, i) => inTime(eventsOf(i)).map((event) => JSON.stringify(event)))

  it.each([1, 2, 3, 4, 5])(
    'leaves whole archives only, verifies, and completes to the same (%i)',
    async (seed) => {
      const roll = dice(seed)
      const { db: fresh, file, folder } = testLocker()
      closeLocker(fresh)
      const archives = madeArchives(folder)
      const kill = { said: 1 + Math.floor(roll() * 10), ms: Math.floor(roll() * 40) }
      const isWhole = await ingest(file, archives, kill)
      const db = openLocker(file, KEY)
      const held = archivesOf(db)
      expect(held.map(({ month, kept }) => [month, kept])).toEqual(
        MONTHS.slice(0, held.length).map((month) => [month, PER_MONTH]),
      )
      if (isWhole) expect(held.length).toBe(MONTHS.length)
      expect(countEvents(db)).toBe(held.length * PER_MONTH)
      expect(shown(db)).toEqual(expected.slice(0, held.length * PER_MONTH))
      expect(await verifyLocker(db, () => {}, verifyEvents)).toMatchObject({ intact: true })
      closeLocker(db)

      expect(await ingest(file, archives)).toBe(true)
      const again = openLocker(file, KEY)
      expect(shown(again)).toEqual(expected)
      const all = MONTHS.length * PER_MONTH
      expect(again.prepare('select count(*), max(seq) from event').raw().get()).toEqual([all, all])
      expect(again.prepare('select count(*) from event_stage').pluck().get()).toBe(0)
      expect(await verifyLocker(again, () => {}, verifyEvents)).toMatchObject({ intact: true })
      closeLocker(again)
    },
  )
})
