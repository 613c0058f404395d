import { describe, expect, it } from 'vitest'
import { batches, inTransaction, query, type ReadableDb, write } from '../../../../electron/core/store/db.ts'
import { appendJournal, journalHead } from '../../../../electron/core/store/journal.ts'
import { inSlices, type Sliced } from '../../../../electron/core/store/slices.ts'
import { asProblem } from '../../../../electron/core/store/sqlite-problem.ts'
import { problem } from '../../../../shared/errors.ts'
import { collected, testLocker } from '../../../fakes/locker.ts'

const LINE = { actor: 'ana', action: 'x.y', detail: {} }

describe('a readable locker', () => {
  it('cannot be written: that does not compile', () => {
    const { db } = testLocker()
    const readable: ReadableDb = db
    // @ts-expect-error a locker for reading is none for writing
    const writing = () => appendJournal(readable, LINE)
    // @ts-expect-error a query answers rows and cannot be run
    const running = () => query(readable, 'delete from result').run()
    // @ts-expect-error nor can SQL be executed directly
    const executing = () => readable.exec('delete from result')
    expect([writing, running, executing]).toHaveLength(3)
  })

  it('prepares each query once', () => {
    const { db } = testLocker()
    expect(query(db, 'select 1')).toBe(query(db, 'select 1'))
    expect(query(db, 'select 1')).not.toBe(query(db, 'select 2'))
    expect(query(testLocker().db, 'select 1')).not.toBe(query(db, 'select 1'))
  })
})

describe('a transaction', () => {
  it('is undone when it throws, also the inner ones that had ended', () => {
    const { db } = testLocker()
    const before = journalHead(db)
    expect(() =>
      inTransaction(db, () => {
        appendJournal(db, LINE)
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(journalHead(db)).toEqual(before)
    inTransaction(db, () => {
      appendJournal(db, LINE)
      expect(() =>
        inTransaction(db, () => {
          appendJournal(db, LINE)
          throw new Error('stop')
        }),
      ).toThrow('stop')
    })
    expect(journalHead(db).seq).toBe(before.seq + 1)
  })
})

describe('a list in batches', () => {
  it('asks for the next batch only when it is needed, and ends with the rows', () => {
    const asked: number[] = []
    const page = (after: number) => {
      asked.push(after)
      return [1, 2, 3, 4, 5].filter((n) => n > after).slice(0, 2)
    }
    const rows = batches<number, number>(page, (row) => row, 0)
    expect(rows.next().value).toBe(1)
    expect(asked).toEqual([0])
    expect([...rows]).toEqual([2, 3, 4, 5])
    expect(asked).toEqual([0, 2, 4, 5])
  })

  it('lets the locker be written while it is read', () => {
    const { db } = testLocker()
    collected(db)
    const page = query<[number], { seq: number }>(db, 'select seq from journal where seq > ? limit 1')
    for (const { seq } of batches<{ seq: number }, number>(
      (after) => page.all(after),
      (row) => row.seq,
      0,
    ))
      if (seq < 6) write(db, 'update collection set state = state where id = 99').run()
    expect(journalHead(db).seq).toBe(3)
  })
})

describe('work in slices', () => {
  it('lets others have their turn, tells how far it is, and passes on what it finds or throws', async () => {
    let turns = 0
    const ticking = setInterval(() => turns++, 1)
    function* busy(): Sliced<string> {
      for (let n = 0; n < 10; n++) {
        const until = performance.now() + 8
        while (performance.now() < until);
        yield n
      }
      return 'found'
    }
    const units: number[] = []
    expect(await inSlices(busy(), (n) => units.push(n))).toBe('found')
    clearInterval(ticking)
    expect(units).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(turns).toBeGreaterThan(0)
    function* failing(): Sliced<never> {
      yield 1
      throw new Error('broken')
    }
    await expect(inSlices(failing())).rejects.toThrow('broken')
  })
})

describe('what SQLite throws', () => {
  const error = (code: string) => Object.assign(new Error('words of SQLite'), { code })

  it.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_CORRUPT_VTAB', 'locker-damaged'],
    ['SQLITE_NOTADB', 'locker-damaged'],
    ['SQLITE_BUSY', 'locker-busy'],
    ['SQLITE_READONLY', 'cannot-write'],
    ['SQLITE_CANTOPEN', 'cannot-read'],
    ['SQLITE_IOERR_WRITE', 'cannot-write'],
  ])('%s is told as %s', (code, kind) => {
    expect(asProblem(error(code), '/x/acme.locker')).toMatchObject({
      kind,
      message: expect.stringContaining('/x/acme.locker'),
    })
  })

  it('is left as it is when it is about a mistake of ours, or a Problem already', () => {
    for (const other of [error('SQLITE_CONSTRAINT_CHECK'), new TypeError('x'), problem('token-empty', {})])
      expect(asProblem(other, 'x')).toBe(other)
  })
})
