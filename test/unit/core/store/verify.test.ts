import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../../electron/core/store/canonical.ts'
import { startCollection } from '../../../../electron/core/store/collections.ts'
import { closeLocker, openLocker } from '../../../../electron/core/store/open.ts'
import { saveResults } from '../../../../electron/core/store/results-save.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import {
  collected,
  FACTS,
  KEY,
  otherTool,
  releasesOf,
  testFolder,
  testLocker,
} from '../../../fakes/locker.ts'
import { TAMPERINGS } from './tamperings.ts'

let template: Buffer | null = null

/** A closed locker with two complete collections, one that was cut short, and results. */
function filled(): string {
  template ??= readFileSync(fill())
  const file = join(testFolder(), 'filled.locker')
  writeFileSync(file, template)
  return file
}

function fill(): string {
  const { db, file } = testLocker()
  collected(db, ['api', 'web', 'worker'])
  const second = collected(db, ['api', 'web', 'new'])
  const results = ['api', 'web'].map((subject, n) => ({
    checkId: 'CHG-01',
    title: 'Releases are told',
    severity: 'high' as const,
    subject,
    subjectId: subject,
    answer: n === 0 ? ('pass' as const) : ('fail' as const),
    reason: 'It is so.',
    evidence: [n + 1],
  }))
  const run = { actor: 'ana@laptop', at: FACTS.startedAt, appVersion: '0.1.0', policy: Policy.parse({}) }
  saveResults(db, second, results, run)
  const third = startCollection(db, FACTS)
  storeTask(db, releasesOf(third, 'api', 1))
  storeTask(db, releasesOf(third, 'late', 2))
  closeLocker(db)
  const again = openLocker(file, KEY)
  closeLocker(again)
  return file
}

/** Changes a locker as someone would who has the key: triggers out, hands in, triggers back. */
function tamper(file: string, change: (db: Database.Database) => void): void {
  const db = otherTool(file)
  const triggers = db
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all()
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  change(db)
  for (const { sql } of triggers) db.exec(sql)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

async function verified(file: string) {
  const db = openLocker(file, KEY)
  try {
    return await verifyLocker(db)
  } finally {
    closeLocker(db)
  }
}

describe('locker verify', () => {
  it('finds an untouched locker intact and says what it checked', async () => {
    const file = filled()
    const db = openLocker(file, KEY)
    const progress: { done: number; of: number }[] = []
    const told = await verifyLocker(db, (step) => progress.push(step))
    expect(told).toMatchObject({
      intact: true,
      firstBroken: null,
      checked: { evidence: 10, sightings: 16, events: 0, journal: 8 },
    })
    expect(told.head).toMatch(/^[0-9a-f]{64}$/)
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.of)
    closeLocker(db)
  })

  it.each(TAMPERINGS)('notices: $what', async ({ sql, kind, entry, says }) => {
    const file = filled()
    tamper(file, (db) => db.exec(sql))
    const { intact, firstBroken } = await verified(file)
    expect(intact).toBe(false)
    expect(firstBroken).toMatchObject({ kind })
    expect(firstBroken?.entry).toContain(entry)
    expect(firstBroken?.what).toContain(says)
  })

  it('notices a content that was changed together with its hash', async () => {
    const file = filled()
    tamper(file, (db) => {
      const body = '{"forged":true}'
      db.prepare('update content set body = ?, hash = ? where id = 5').run(body, sha256(body))
    })
    expect((await verified(file)).firstBroken).toMatchObject({ kind: 'sighting' })
  })

  it('notices that a whole collection was taken away with its lines in the journal', async () => {
    const file = filled()
    tamper(file, (db) => {
      db.exec('delete from sighting where collection_id = 3; delete from collection where id = 3')
      db.exec("delete from journal where detail ->> '$.id' = 3")
    })
    expect((await verified(file)).firstBroken).toMatchObject({ kind: 'journal' })
  })

  it.each([
    ['missing', (db: Database.Database) => db.exec('drop trigger evidence_no_update'), 'is missing'],
    [
      'another',
      (db: Database.Database) =>
        db.exec(
          'drop trigger evidence_no_update; create trigger evidence_no_update before update on evidence begin select 1; end',
        ),
      'was altered',
    ],
    [
      'more',
      (db: Database.Database) => db.exec('create trigger sly after insert on evidence begin select 1; end'),
      'was added',
    ],
  ])('notices that a trigger is %s', async (_, change, says) => {
    const file = filled()
    const db = otherTool(file)
    change(db)
    db.close()
    const { firstBroken } = await verified(file)
    expect(firstBroken).toMatchObject({ kind: 'file', what: says })
  })

  it('works on the moment it began while others go on writing', async () => {
    const file = filled()
    const db = openLocker(file, KEY)
    let stored = 0
    const writing = async () => {
      const id = startCollection(db, FACTS)
      for (let n = 0; n < 200; n++) {
        storeTask(db, releasesOf(id, `more-${n}`, n + 1))
        stored++
        await new Promise((resume) => setImmediate(resume))
      }
    }
    const [told] = await Promise.all([verifyLocker(db), writing()])
    expect(stored).toBe(200)
    expect(told.firstBroken).toBeNull()
    expect((await verifyLocker(db)).firstBroken).toBeNull()
    closeLocker(db)
  })

  it('passes on what the events say', async () => {
    const { db } = testLocker()
    const told = await verifyLocker(db, undefined, async (_, onProgress) => {
      onProgress(5)
      return { events: 5, firstBroken: { entry: 'event 3', what: 'is missing' } }
    })
    expect(told).toMatchObject({
      checked: { events: 5 },
      firstBroken: { kind: 'events', entry: 'event 3', what: 'is missing' },
    })
  })
})
