import type { CheckInfo } from '../../../shared/model/check.ts'
import type { Collection } from '../../../shared/model/collection.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { ControlState, Framework } from '../../../shared/model/framework.ts'
import type { Instant } from '../../../shared/model/json.ts'
import type { JournalEntry } from '../../../shared/model/locker.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import { coverage } from '../frameworks/index.ts'
import { once } from '../once.ts'
import type { Differences } from '../store/changes.ts'
import { changeOf } from '../store/changes-page.ts'
import { conditionsOf, resolveCollection } from '../store/collections.ts'
import { droppedFields, listProofs } from '../store/completeness.ts'
import type { ReadableDb } from '../store/db.ts'
import { documentsOf } from '../store/documents.ts'
import { archivesOf, countEvents, eachEvent } from '../store/events.ts'
import { eachItem } from '../store/evidence.ts'
import { journalHead, journalPage } from '../store/journal.ts'
import { lockerInfo } from '../store/locker.ts'
import { notRead, readingsOf } from '../store/readings.ts'
import { recordsOf } from '../store/records.ts'
import { registerOf } from '../store/register.ts'
import { requestsOf } from '../store/requests.ts'
import { eachResult } from '../store/results.ts'
import type { ChangesSince, CheckRunFacts, PeoplesWork, WorkbookSource } from './workbook-source.ts'

/** What the caller knows that is not in the locker. */
export interface SourceFacts {
  /** The newest complete one when null. */
  readonly collectionId: number | null
  readonly generatedAt: Instant
  readonly appVersion: string
  readonly actor: string
  readonly checks: readonly CheckInfo[]
  /** The collection compared with the complete one before it; null where there is none. */
  readonly since: { readonly before: Collection; readonly differences: Differences } | null
  /** The frameworks that the engagement works with. */
  readonly frameworks: readonly FrameworkId[]
  readonly framework: (id: FrameworkId) => Framework
  readonly controls: (id: FrameworkId) => readonly ControlState[]
  readonly work: PeoplesWork
}

function* journalUpTo(db: ReadableDb, last: number): Generator<JournalEntry> {
  for (let after: string | null = null; ; ) {
    const { rows, next } = journalPage(db, after, 500)
    for (const entry of rows) {
      if (entry.seq > last) return
      yield entry
    }
    if (next === null) return
    after = next
  }
}

/** The newest run of the checks over a collection, as the journal keeps it. */
function lastRun(journal: Iterable<JournalEntry>, collectionId: number): CheckRunFacts | null {
  let found: CheckRunFacts | null = null
  for (const { action, actor, at, detail } of journal)
    if (action === 'checks.run' && detail.collectionId === collectionId)
      found = { actor, at, appVersion: String(detail.appVersion), policy: detail.policy as Policy }
  return found
}

function changesSince(db: ReadableDb, since: SourceFacts['since']): ChangesSince | null {
  if (since === null) return null
  const { before, differences } = since
  const rows = function* () {
    for (const one of differences.list) yield changeOf(db, one)
  }
  return { before, topics: differences.topics, rows }
}

/** Reads a workbook's data from a locker, piece by piece as it is asked for. Throws `no-collection`. */
export function workbookSource(db: ReadableDb, facts: SourceFacts): WorkbookSource {
  const locker = lockerInfo(db)
  const head = journalHead(db)
  const collection = resolveCollection(db, facts.collectionId)
  const { id } = collection
  const { period } = locker.engagement
  const ids = facts.frameworks
  const inPeriod = { from: `${period.start}T00:00:00.000Z`, to: `${period.end}T23:59:59.999Z` }
  const frameworks = once(() => ids.map(facts.framework))
  const states = once(() => new Map(ids.map((framework) => [framework, facts.controls(framework)])))
  const journal = () => journalUpTo(db, head.seq)
  return {
    generatedAt: facts.generatedAt,
    appVersion: facts.appVersion,
    actor: facts.actor,
    locker,
    journalHead: head,
    collection,
    conditions: once(() => conditionsOf(db, id)),
    changes: () => changesSince(db, facts.since),
    register: () => registerOf(db, id),
    items: (topic) => eachItem(db, id, topic) as Iterable<never>,
    readings: () => readingsOf(db, id),
    notRead: once(() => notRead(db, id)),
    lists: () => listProofs(db, id),
    requests: () => requestsOf(db, id),
    dropped: once(() => droppedFields(db, id)),
    checks: () => facts.checks,
    results: () => eachResult(db, id),
    checkRun: once(() => lastRun(journal(), id)),
    frameworks,
    controls: (framework) => states().get(framework) ?? [],
    coverage: once(() =>
      frameworks().map((framework) => coverage(framework, states().get(framework.id) ?? [])),
    ),
    records: (kind) => recordsOf(db, kind),
    documents: once(() => documentsOf(db)),
    mappings: facts.work.mappings,
    conclusions: once(facts.work.conclusions),
    exceptions: once(facts.work.exceptions),
    accessReviews: once(facts.work.accessReviews),
    inherited: once(facts.work.inherited),
    period: once(facts.work.period),
    events: () => eachEvent(db, inPeriod),
    eventCounts: once(() => ({ inPeriod: countEvents(db, inPeriod), all: countEvents(db) })),
    archives: once(() => archivesOf(db)),
    journal,
  }
}
