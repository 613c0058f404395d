import { describe, expect, it } from 'vitest'
import { endCollection, startCollection } from '../../../../electron/core/store/collections.ts'
import { storeTask } from '../../../../electron/core/store/tasks.ts'
import { collected, FACTS, releasesOf, testLocker } from '../../../fakes/locker.ts'

const TABLES = [
  'journal',
  'topic',
  'content',
  'evidence',
  'task',
  'sighting',
  'request',
  'reading',
  'list_proof',
  'dropped_field',
]

describe('what is written', () => {
  it.each(TABLES)('is never changed nor deleted in %s, not even by replacing a row', (table) => {
    const { db } = testLocker()
    collected(db)
    const [column] = db.prepare<[], { name: string }>(`select name from pragma_table_info('${table}')`).all()
    const before = db.prepare(`select * from ${table}`).all()
    expect(before.length).toBeGreaterThan(0)
    expect(() => db.exec(`update ${table} set ${column?.name} = ${column?.name}`)).toThrow(
      `${table} is append-only: what is written is never updated`,
    )
    expect(() => db.exec(`delete from ${table}`)).toThrow(
      `${table} is append-only: what is written is never deleted`,
    )
    expect(() => db.exec(`insert or replace into ${table} select * from ${table}`)).toThrow(
      table === 'task' ? /takes nothing more/ : /append-only/,
    )
    expect(db.prepare(`select * from ${table}`).all()).toEqual(before)
  })

  it('stays in a complete collection, which takes nothing more', () => {
    const { db } = testLocker()
    const id = collected(db)
    expect(() => storeTask(db, releasesOf(id, 'late', 9))).toThrow(/a complete collection takes nothing more/)
    expect(() =>
      endCollection(db, id, { state: 'cancelled', finishedAt: FACTS.startedAt, clockOffsetMs: null }),
    ).toThrow(/a complete collection never changes/)
    expect(() => db.exec('delete from collection')).toThrow(/a collection is never deleted/)
  })

  it("keeps a locker's birth", () => {
    const { db } = testLocker()
    expect(() => db.exec("update locker set created_at = ''")).toThrow(/never changes/)
    expect(() => db.exec('update locker set fingerprint_key = zeroblob(32)')).toThrow(/never changes/)
    expect(() => db.exec('delete from locker')).toThrow(/keeps the row/)
  })

  it('has the shape of its table: a wrong type or an unknown parent is refused', () => {
    const { db } = testLocker()
    startCollection(db, FACTS)
    expect(() => db.exec("insert into topic values ('x', 'y')")).toThrow(
      /datatype mismatch|cannot store TEXT/,
    )
    expect(() => db.exec("insert into evidence values (1, 99, 'a', 'a', 99)")).toThrow(/FOREIGN KEY/)
    expect(() => db.exec("insert into content values (1, x'00', '{}')")).toThrow(/CHECK/)
  })

  it('is STRICT in every table', () => {
    const { db } = testLocker()
    const loose = db
      .prepare(
        "select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  })
})
