import { createHash } from 'node:crypto'
import type { Answer, CheckResult } from '../../../shared/model/check.ts'
import { hex } from './canonical.ts'
import { query, type ReadableDb } from './db.ts'
import { digestOfRun, type JudgedCheck, judgedChecks } from './judged.ts'
import { eachResult, noAnswers, resultLine } from './results.ts'
import type { Sliced } from './slices.ts'
import type { Broken } from './verify.ts'

interface Run {
  readonly seq: number
  readonly results: number
  readonly digest: string
  /** How many checks the digest spans; null where an app before version 8 of the format hashed all lines as one. */
  readonly checks: number | null
}

function newestRun(db: ReadableDb, collectionId: number): Run | undefined {
  return query<[number], Run>(
    db,
    `select seq, detail ->> '$.results' as results, detail ->> '$.digest' as digest, detail ->> '$.checks' as checks
     from journal where action = 'checks.run' and detail ->> '$.collectionId' = ? order by seq desc limit 1`,
  ).get(collectionId)
}

/** Recomputes the digest of each collection's results and compares with what the journal told of their run. */
export function* verifyResults(db: ReadableDb): Sliced<Broken | null> {
  const ids = query<[], { id: number }>(db, 'select id from collection order by id').all()
  for (const { id } of ids) {
    const run = newestRun(db, id)
    const told = judgedChecks(db, id)
    const digest = run?.checks === null ? digestOfLines() : digestOfChecks(told)
    let results = 0
    for (const result of eachResult(db, id)) {
      digest.add(result)
      results++
      yield 0
    }
    const expected = run?.results ?? 0
    const same = results === expected && (run === undefined ? told.length === 0 : digest.end() === run.digest)
    if (same || newestRun(db, id)?.seq !== run?.seq) continue
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

interface Digest {
  add(result: CheckResult): void
  end(): string
}

function digestOfLines(): Digest {
  const hash = createHash('sha256')
  return { add: (result) => hash.update(resultLine(result)), end: () => hex(hash.digest()) }
}

/** Counts and hashes the results of each check anew; what it read is taken as it was told, and hashed with it. */
function digestOfChecks(told: readonly JudgedCheck[]): Digest {
  const found: JudgedCheck[] = []
  let open: { of: CheckResult; counts: Record<Answer, number>; hash: ReturnType<typeof createHash> } | null =
    null
  const close = () => {
    if (open === null) return
    const { of, counts, hash } = open
    const place = found.length
    const { checkId, title, severity } = of
    const inputs = told[place]?.inputs ?? null
    found.push({ place, checkId, title, severity, counts, digest: hex(hash.digest()), inputs })
  }
  return {
    add(result) {
      if (open?.of.checkId !== result.checkId) {
        close()
        open = { of: result, counts: noAnswers(), hash: createHash('sha256') }
      }
      open.counts[result.answer] += 1
      open.hash.update(resultLine(result))
    },
    end() {
      close()
      const asTold = digestOfRun(told)
      return digestOfRun(found) === asTold ? asTold : ''
    },
  }
}
