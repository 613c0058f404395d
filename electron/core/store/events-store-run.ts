import { DIMENSIONS } from '../events/facts.ts'
import type { Run } from '../events/messages.ts'
import { query, type WritableDb, write } from './db.ts'
import type { Sliced } from './slices.ts'

const WIDTH = DIMENSIONS.length

/** Rows between two looks at the clock. */
const AT_ONCE = 256

/** Stores a run from the number `first` on, not visible before its archive is sealed. Yields rows stored. */
export function* storeRun(db: WritableDb, first: number, run: Run): Sliced<void> {
  yield* storeRows(db, first, run)
  yield* storeBlocks(db, first, run)
  yield* storeTerms(db, first, run)
  yield* storeRefs(db, first, run)
}

/** The numbers that a run's values have in this locker; new ones are added. */
function dimensionsOf(db: WritableDb, run: Run): readonly number[] {
  const known = query<[string, string], { id: number }>(
    db,
    'select id from event_dim where kind = ? and name = ?',
  )
  const add = write<[string, string]>(db, 'insert into event_dim (kind, name) values (?, ?)')
  return run.values.map(([dimension, name]) => {
    const kind = DIMENSIONS[dimension] ?? ''
    return known.get(kind, name)?.id ?? Number(add.run(kind, name).lastInsertRowid)
  })
}

function* storeRows(db: WritableDb, first: number, run: Run): Sliced<void> {
  const { n, at, columns, ids } = run
  const dimensions = [null, ...dimensionsOf(db, run)]
  yield run.values.length
  const others = new Map(run.otherIds)
  const insert = write<unknown[]>(db, 'insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const bytes = Buffer.from(ids.buffer, ids.byteOffset, ids.length)
  const dimension = (i: number, d: number) => dimensions[columns[WIDTH * i + d] as number]
  for (let i = 0; i < n; i++) {
    insert.run(
      first + i,
      at[i],
      dimension(i, 0),
      dimension(i, 1),
      dimension(i, 2),
      dimension(i, 3),
      dimension(i, 4),
      dimension(i, 5),
      others.get(i) ?? bytes.subarray(16 * i, 16 * i + 16),
    )
    if (i % AT_ONCE === AT_ONCE - 1) yield AT_ONCE
  }
}

function* storeBlocks(db: WritableDb, start: number, { blocks }: Run): Sliced<void> {
  const insert = write<unknown[]>(db, 'insert into event_block values (?, ?, ?, ?, ?, ?, ?)')
  let first = start
  for (const { n, codec, bytes, data, leaves, head } of blocks) {
    insert.run(first, n, codec, bytes, data, leaves, head)
    first += n
    yield 1
  }
}

function* storeTerms(db: WritableDb, first: number, run: Run): Sliced<void> {
  const { terms, postings, postingEnds } = run
  const insert = write<[number, string, Uint8Array]>(db, 'insert into event_term values (?, ?, ?)')
  for (let i = 0; i < terms.length; i++) {
    insert.run(first, terms[i] as string, postings.subarray(postingEnds[i - 1] ?? 0, postingEnds[i]))
    if (i % AT_ONCE === AT_ONCE - 1) yield AT_ONCE
  }
}

function* storeRefs(db: WritableDb, run: number, { refs }: Run): Sliced<void> {
  const insert = write<[number, number, number, Uint8Array]>(
    db,
    'insert into event_ref (run, own, first, refs) values (?, ?, ?, ?)',
  )
  for (const { own, first, data } of refs) {
    insert.run(run, own ? 1 : 0, first, data)
    yield 1
  }
}
