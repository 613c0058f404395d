import { isProblem } from '../../../shared/errors.ts'
import type { Verification } from '../../../shared/model/locker.ts'
import type { ReadableDb } from './db.ts'
import { verifyEvents } from './events-verify.ts'
import { journalHead } from './journal.ts'
import { countsOf } from './locker.ts'
import { inSlices } from './slices.ts'
import { asProblem } from './sqlite-problem.ts'
import { verifyActs } from './verify-acts.ts'
import { verifyCollections } from './verify-collections.ts'
import { verifyEvidence } from './verify-evidence.ts'
import { verifyJournal } from './verify-journal.ts'
import { pagesOf, verifyPages } from './verify-pages.ts'
import { verifyResults } from './verify-results.ts'
import { verifySchema } from './verify-schema.ts'

/** The first entry of a locker that is not as it was stored, in words. */
export type Broken = NonNullable<Verification['firstBroken']>

/** How far a verification has come, in pages and entries. */
export type VerifyProgress = { readonly done: number; readonly of: number }

/** Checks the chain of the audit events; `onProgress` is told how many more were done. */
export type VerifyEvents = (
  db: ReadableDb,
  onProgress: (more: number) => void,
) => Promise<{ readonly events: number; readonly firstBroken: Omit<Broken, 'kind'> | null }>

/**
 * Recomputes everything that a locker claims: the checksum of every page of the file, its tables and triggers,
 * the journal's chain, the hash of every content, what each task of each collection brought, the digests, the
 * results, what people decided, and the chain of events. Stops at the first entry that does not fit and names it. It works in
 * slices, so that questions are answered meanwhile, and covers what was there when it began.
 *
 * What it cannot notice is a locker that someone with the key rebuilt as a whole, all chains recomputed: for
 * that the head of the journal has to be known from elsewhere.
 */
export async function verifyLocker(
  db: ReadableDb,
  onProgress: (progress: VerifyProgress) => void = () => {},
  chain: VerifyEvents = verifyEvents,
): Promise<Verification> {
  const began = performance.now()
  const { head, evidence, sightings, events, journal } = overview(db)
  const of = pagesOf(db) + evidence + sightings + events + journal
  const checked = { evidence: 0, sightings: 0, events: 0, journal: 0 }
  let done = 0
  const advance = (more: number) => {
    done += more
    onProgress({ done: Math.min(done, of), of })
  }
  const counting = (what: keyof typeof checked) => (more: number) => {
    checked[what] += more
    advance(more)
  }
  const steps: readonly (() => Promise<Broken | null>)[] = [
    () => inSlices(verifyPages(db), advance),
    async () => verifySchema(db),
    () => inSlices(verifyJournal(db), counting('journal')),
    () => inSlices(verifyEvidence(db), counting('evidence')),
    () => inSlices(verifyCollections(db), counting('sightings')),
    () => inSlices(verifyResults(db)),
    () => inSlices(verifyActs(db)),
    async () => {
      const { firstBroken: found } = await chain(db, counting('events'))
      return found === null ? null : { kind: 'events', ...found }
    },
  ]
  let firstBroken: Broken | null = null
  try {
    for (const step of steps) {
      firstBroken = await step()
      if (firstBroken !== null) break
    }
  } catch (error) {
    firstBroken = unreadable(asProblem(error, db.name))
  }
  const milliseconds = Math.round(performance.now() - began)
  return { intact: firstBroken === null, checked, head, firstBroken, milliseconds }
}

/** How much there is to check, and the head. A page that cannot be read is found and named later. */
function overview(db: ReadableDb) {
  try {
    return { ...countsOf(db), head: journalHead(db).hash }
  } catch {
    return { evidence: 0, sightings: 0, events: 0, journal: 0, head: '' }
  }
}

/** What cannot be read is broken too; other errors are not about the locker. */
function unreadable(error: unknown): Broken {
  if (error instanceof SyntaxError)
    return { kind: 'file', entry: 'the file', what: 'holds JSON that is none' }
  if (isProblem(error) && error.kind === 'locker-damaged')
    return { kind: 'file', entry: 'the file', what: 'holds a page that cannot be read' }
  throw error
}
