import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { startCollection } from '../../../../electron/core/store/collections.ts'
import { APPLICATION_ID, connect } from '../../../../electron/core/store/connect.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { type ArchiveInput, ingestArchive } from '../../../../electron/core/store/events-ingest.ts'
import { journalPage } from '../../../../electron/core/store/journal.ts'
import { describeLocker } from '../../../../electron/core/store/locker.ts'
import { knownVersion, migrate, versionOf } from '../../../../electron/core/store/migrate.ts'
import { MIGRATIONS } from '../../../../electron/core/store/migrations/index.ts'
import { closeLocker, openLocker } from '../../../../electron/core/store/open.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import { BIRTH, collected, FACTS, KEY, otherTool, testFolder } from '../../../fakes/locker.ts'
import { takeWithoutDays } from './before-days.ts'
import { decideEverything } from './decided.ts'

const VERSIONS = MIGRATIONS.map(({ version }) => version)

/** All rows of the tables that a database has now, by table. */
function rows(db: Database.Database): Record<string, unknown[]> {
  const tables = db
    .prepare<[], { name: string }>(
      "select name from pragma_table_list where type = 'table' and schema = 'main' and name not like 'sqlite_%' order by name",
    )
    .all()
  return Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`select * from ${name}`).all()]))
}

/** A closed locker as the app of an earlier version made it, with evidence and, where it knew them, events. */
async function lockerOf(version: number): Promise<string> {
  const file = join(testFolder(), 'old.locker')
  writeFileSync(file, '')
  const db = connect(file, KEY) as WritableDb
  db.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(db, until(version))
  describeLocker(db, { ...BIRTH, createdAt: FACTS.startedAt })
  collected(db)
  if (version >= 2) await take(version, db, archive(startCollection(db, FACTS)))
  if (version >= 3) decideEverything(db)
  closeLocker(db)
  return file
}

const take = (version: number, db: WritableDb, input: ArchiveInput) =>
  version >= 7 ? ingestArchive(db, input) : takeWithoutDays(db, input)

function archive(collectionId: number): ArchiveInput {
  const events = [1, 2, 3].map((n) => ({
    id: `00000000-0000-4000-8000-00000000000${n}`,
    created_at: `2026-10-0${n}T00:00:00Z`,
    type: 'app',
    action: 'create',
    actor: { email: 'ana@example.com' },
    app: { name: 'api' },
  }))
  const bytes = gzipSync(JSON.stringify(events))
  const checksum = createHash('sha256').update(bytes).digest('hex')
  return {
    collectionId,
    enterprise: { id: '00000000-0000-4000-8000-000000000009', name: 'acme' },
    meta: { year: 2026, month: '10', created_at: '2026-11-01T00:00:00Z', checksum, size: bytes.length },
    stream: Readable.from([bytes]),
    signal: new AbortController().signal,
  }
}

const until = (version: number) => MIGRATIONS.filter((step) => step.version <= version)

describe('the formats of a locker', () => {
  it('are numbered 1, 2, 3 … in the order of the list, each in a file of its number', async () => {
    expect(VERSIONS).toEqual(VERSIONS.map((_, index) => index + 1))
    for (const { version, name } of MIGRATIONS) {
      const path = `../../../../electron/core/store/migrations/${String(version).padStart(4, '0')}-${name}.ts`
      const module: Record<string, unknown> = await import(path)
      expect(Object.values(module)).toContain(MIGRATIONS[version - 1])
    }
  })

  it.each(VERSIONS.slice(0, -1))(
    'lead from version %i to the next with everything in it',
    async (version) => {
      const file = await lockerOf(version)
      const db = otherTool(file)
      const before = rows(db)
      expect(before.sighting).toHaveLength(6)
      if (version >= 2) expect(before.event).toHaveLength(3)
      expect([migrate(db, until(version + 1)), versionOf(db)]).toEqual([version, version + 1])
      expect(rows(db)).toMatchObject(before)
      expect(db.pragma('foreign_key_check')).toEqual([])
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    },
  )

  it.each(VERSIONS.slice(0, -1))('are reached when a locker of version %i is opened', async (version) => {
    const file = await lockerOf(version)
    const db = openLocker(file, KEY)
    expect(versionOf(db)).toBe(knownVersion())
    const told = journalPage(db, null, 100).rows.filter(({ action }) => action === 'locker.migrated')
    expect(told).toMatchObject([{ detail: { from: version, to: knownVersion() } }])
    expect((await verifyLocker(db)).firstBroken).toBeNull()
    closeLocker(db)
  })

  it('are reached in one go from an empty file, and again without any change', () => {
    const db = new Database(':memory:')
    expect(migrate(db)).toBe(0)
    expect(versionOf(db)).toBe(knownVersion())
    const schema = db.prepare('select * from sqlite_schema').all()
    expect(migrate(db)).toBe(knownVersion())
    expect(db.prepare('select * from sqlite_schema').all()).toEqual(schema)
  })

  it('stay where they are when a step fails, as if it had not begun', () => {
    const db = new Database(':memory:')
    const broken = {
      version: 1,
      name: 'broken',
      up: (to: Database.Database) => to.exec('create table a (b) ; create table a (b)'),
    }
    expect(() => migrate(db, [broken])).toThrow()
    expect(versionOf(db)).toBe(0)
    expect(db.prepare('select * from sqlite_schema').all()).toEqual([])
  })
})
