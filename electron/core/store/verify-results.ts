import { createHash } from 'node:crypto'
import { hex } from './canonical.ts'
import { query, type ReadableDb } from './db.ts'
import { eachResult, resultLine } from './results.ts'
import type { Sliced } from './slices.ts'
import type { Broken } from './verify.ts'

interface Run {
  readonly seq: number
  readonly results: number
  readonly digest: string
}

function newestRun(db: ReadableDb, collectionId: number): Run | undefined {
  return query<[number], Run>(
    db,
    `select seq, detail ->> '$.results' as results, detail ->> '$.digest' as digest from journal
     where action = 'checks.run' and detail ->> '$.collectionId' = ? order by seq desc limit 1`,
  ).get(collectionId)
}

/** Recomputes the digest of each collection's results and compares with what the journal told of their run. */
export function* verifyResults(db: ReadableDb): Sliced<Broken | null> {
  const ids = query<[], { id: number }>(db, 'select id from collection order by id').all()
  for (const { id } of ids) {
    const run = newestRun(db, id)
    const hash = createHash('sha256')
    let results = 0
    for (const result of eachResult(db, id)) {
      hash.update(resultLine(result))
      results++
      yield 0
    }
    const same = results === (run?.results ?? 0) && (run === undefined || hex(hash.digest()) === run.digest)
    if (same || newestRun(db, id)?.seq !== run?.seq) continue
    const expected = run?.results ?? 0
    return {
      kind: 'result',
      entry: `results of collection ${id}`,
      what:
        results === expected
          ? 'differ from those that the journal told'
          : `are ${results} instead of the ${expected} that the journal told`,
    }
  }
  return null
}
