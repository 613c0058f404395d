import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packBlock } from '../../../../electron/core/events/blocks.ts'
import type { BlockRow } from '../../../../electron/core/store/events-block.ts'
import { eventsOf } from '../../../../electron/core/store/events-block.ts'
import { verifyEvents } from '../../../../electron/core/store/events-verify.ts'
import { closeLocker, openLocker } from '../../../../electron/core/store/open.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import { archiveCollection, archived, someEvents, take } from '../../../fakes/audit-archives.ts'
import { KEY, otherTool, testFolder, testLocker } from '../../../fakes/locker.ts'

let template: Buffer | null = null

/** A closed locker with three months of events: 1 to 60, 61 to 140, 141 to 240. */
async function filled(): Promise<string> {
  template ??= await fill()
  const file = join(testFolder(), 'filled.locker')
  writeFileSync(file, template)
  return file
}

async function fill(): Promise<Buffer> {
  const { db, file } = testLocker()
  archiveCollection(db)
  for (const [i, month] of ['05', '06', '07'].entries())
    await take(db, archived(JSON.stringify(someEvents(60 + 20 * i, i, 2026, month)), 2026, month), {
      limits: { runEvents: 50, blockEvents: 16 },
    })
  closeLocker(db)
  return readFileSync(file)
}

/** Changes a locker as someone would who has the key: triggers out, hands in, triggers back. */
function tamper(file: string, change: (db: ReturnType<typeof otherTool>) => void): void {
  const db = otherTool(file)
  const triggers = db.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  change(db)
  for (const { sql } of triggers) db.exec(sql)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

async function told(file: string) {
  const db = openLocker(file, KEY)
  try {
    return (await verifyEvents(db)).firstBroken
  } finally {
    closeLocker(db)
  }
}

/** What was done with another tool, and what the verification names: the entry, and what is wrong with it. */
const TAMPERINGS: readonly (readonly [sql: string, entry: string, what: string])[] = [
  ['update archive set size = size + 1 where id = 2', 'audit archive acme 2026-06', 'does not follow from'],
  [
    "update archive set enterprise_name = 'evil' where id = 1",
    'audit archive evil 2026-05',
    'does not follow from',
  ],
  [
    'update archive set checksum = zeroblob(32) where id = 3',
    'audit archive acme 2026-07',
    'does not follow from',
  ],
  [
    'update archive set head = zeroblob(32) where id = 3',
    'audit archive acme 2026-07',
    'does not follow from',
  ],
  ['delete from archive where id = 2', 'audit archive acme 2026-07', 'follows one that is missing'],
  ['delete from archive where id = 3', 'audit archive 3', 'is missing, although the journal tells of it'],
  [
    'delete from event_block where first > 61 and first < 80',
    'audit archive acme 2026-06',
    'lacks its events from number 77 on',
  ],
  [
    "update event_block set body = x'00' where first = 77",
    'event 77 of audit archive acme 2026-06',
    'cannot be unpacked',
  ],
  [
    'update event_block set leaves = zeroblob(256) where first = 77',
    'event 77 of audit archive acme 2026-06',
    'does not match its hash',
  ],
  [
    'update event_block set head = zeroblob(32) where first = 77',
    'event 77 of audit archive acme 2026-06',
    'begins a block that does not follow',
  ],
  [
    'update event_block set body = (select body from event_block where first = 61) where first = 77',
    'event 77 of',
    'begins a block that cannot be unpacked',
  ],
  ['delete from event where seq = 150', 'event 150 of audit archive acme 2026-07', 'has no row'],
  [
    'update event set at = at + 1 where seq = 12',
    'event 12 of audit archive acme 2026-05',
    'columns that its JSON does not tell',
  ],
  [
    'update event set actor = null where seq = (select min(seq) from event where actor is not null)',
    'of audit archive acme 2026-05',
    'columns that its JSON does not tell',
  ],
  [
    "update event_dim set name = 'eve@acme.example' where name = 'maria@acme.example'",
    'of audit archive acme 2026-05',
    'columns that its JSON does not tell',
  ],
  [
    "update event set id = x'00112233445566778899aabbccddeeff' where seq = 100",
    'event 100 of',
    'columns that its JSON does not tell',
  ],
  [
    "delete from event_term where run = 61 and term = 'ledger'",
    'audit archive acme 2026-06',
    'has an index that was altered',
  ],
  [
    "update event_term set events = x'00' where run = 141 and term = '=type:app'",
    'audit archive acme 2026-07',
    'has an index that was altered',
  ],
  [
    'delete from event_ref where run = 1 and own = 1',
    'audit archive acme 2026-05',
    'has an index that was altered',
  ],
  ['update event_run set n = n - 1 where first = 61', 'audit archive acme 2026-06', 'does not follow from'],
  [
    'update event_run set last_at = last_at - 1 where first = 61',
    'audit archive acme 2026-06',
    'does not follow from',
  ],
  ['delete from event_run where first = 61', 'audit archive acme 2026-06', 'does not follow from'],
  [
    'insert into event_run values (999, 9, 1, 0, 0, zeroblob(32))',
    'the audit trail',
    'has events that belong to no archive',
  ],
  [
    'update event_count set events = events + 1 where archive_id = 3',
    'audit archive acme 2026-07',
    'does not follow from',
  ],
]

describe('verifying the audit trail', () => {
  it('finds it intact when nobody touched it, and counts as it goes', async () => {
    const db = openLocker(await filled(), KEY)
    const progress: number[] = []
    expect(await verifyEvents(db, (more) => void progress.push(more))).toEqual({
      events: 240,
      firstBroken: null,
    })
    expect(progress.reduce((sum, more) => sum + more, 0)).toBe(240)
    expect(await verifyLocker(db, () => {}, verifyEvents)).toMatchObject({
      intact: true,
      checked: { events: 240 },
    })
    closeLocker(db)
  })

  it.each(TAMPERINGS)('notices: %s', async (sql, entry, what) => {
    const file = await filled()
    tamper(file, (db) => db.exec(sql))
    const broken = await told(file)
    expect(broken?.entry).toContain(entry)
    expect(broken?.what).toContain(what)
  })

  it('finds it intact whatever the letters: terms are in the order of their bytes', async () => {
    const { db } = testLocker()
    archiveCollection(db)
    const note = '\u{20000}\u{20001} \ufa0e\ufa0f z \u{1e900}'
    await take(db, archived(JSON.stringify([{ id: 'a', data: { note } }])))
    expect(await verifyEvents(db)).toEqual({ events: 1, firstBroken: null })
    closeLocker(db)
  })

  it('notices an event that was changed together with its row', async () => {
    const file = await filled()
    tamper(file, (db) => {
      const row = db.prepare('select * from event_block where first = 77').get() as BlockRow
      const events = eventsOf(row).map(String)
      const forged = events.map((event, i) =>
        Buffer.from(i === 3 ? event.replace('"action":"', '"action":"x') : event),
      )
      const ends = Uint32Array.from(forged, (_, i) =>
        forged.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0),
      )
      const starts = Uint32Array.from(forged, ({ length }, i) => (ends[i] ?? 0) - length)
      const bytes = ends.at(-1) ?? 0
      const body = packBlock(Buffer.concat(forged), starts, ends, Uint32Array.from(forged.keys()), bytes)
      db.prepare('update event_block set body = ?, bytes = ?, codec = ? where first = 77').run(
        body,
        bytes,
        'zstd',
      )
    })
    expect(await told(file)).toEqual({
      entry: 'event 80 of audit archive acme 2026-06',
      what: 'does not match its hash',
    })
  })

  it('notices a chain that was computed anew: the journal tells another head', async () => {
    const file = await filled()
    tamper(file, (db) =>
      db.exec("delete from journal where action = 'archive.taken' and detail ->> '$.id' = 3"),
    )
    expect(await told(file)).toEqual({
      entry: 'audit archive acme 2026-07',
      what: 'is not the one that the journal tells',
    })
  })
})

describe('events that an archive covers', () => {
  it.each([
    'archive',
    'event',
    'event_block',
    'event_term',
    'event_ref',
    'event_run',
    'event_dim',
    'event_count',
  ])('are never changed nor deleted in %s, not even by replacing a row', async (table) => {
    const db = openLocker(await filled(), KEY)
    const before = db.prepare(`select * from ${table}`).all()
    const [column] = db.prepare<[], { name: string }>(`select name from pragma_table_info('${table}')`).all()
    expect(before.length).toBeGreaterThan(0)
    expect(() => db.exec(`update ${table} set ${column?.name} = ${column?.name}`)).toThrow(/append-only/)
    expect(() => db.exec(`delete from ${table}`)).toThrow(/append-only/)
    expect(() => db.exec(`insert or replace into ${table} select * from ${table}`)).toThrow(/append-only/)
    expect(db.prepare(`select * from ${table}`).all()).toEqual(before)
    closeLocker(db)
  })

  it('can be read with other tools, one line each', async () => {
    const db = otherTool(await filled())
    const lines = db.prepare('select * from event_list order by seq').all() as Record<string, unknown>[]
    expect(lines).toHaveLength(240)
    expect(lines[0]).toMatchObject({
      seq: 1,
      at: expect.stringMatching(/^2026-05-\d\dT\d\d:\d\d:\d\d\.000Z$/),
    })
    expect(new Set(lines.map(({ type }) => type))).toEqual(
      new Set(['app', 'config_change', 'collaborator', 'code_release']),
    )
    db.close()
  })
})
