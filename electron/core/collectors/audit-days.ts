import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { isProblem } from '../../../shared/errors.ts'
import type { RequestRecord } from '../../../shared/model/collection.ts'
import { Refused, type TrackedReader } from '../heroku/client.ts'
import { isDay } from '../store/archives.ts'
import { sourcesUpTo } from '../store/events-days.ts'
import { ingestArchive } from '../store/events-ingest.ts'
import { taskDone } from '../store/tasks.ts'
import { auditTrailEvents } from './audit-trail-events.ts'
import { boundedEach } from './bounded.ts'
import type { EnterpriseSubject } from './collector.ts'
import { taskKey } from './plan.ts'
import { commit, type Run } from './running.ts'
import { daysIn, endOf, monthBeside } from './trail-days.ts'

/**
 * Months before the open one whose days are read as well: with them, archive and daily lists can be compared over
 * whole months, and the newest three months, which PCI DSS wants at hand, are told by two sources.
 */
const CLOSED_MONTHS = 2

/** Events may show late: the list of a day is taken for final when it was read so long after the day's end. */
const SETTLED_MS = 86_400_000

const EVENTS_AT_ONCE = 2000

/** Lists that are asked for or taken over at once; the first alone, since it tells whether they are allowed. */
const AT_ONCE = 4

/**
 * Reads the daily lists of events that are not settled yet and takes their events over: those of the open month,
 * which no whole archive has, and of the months before it, so that two sources can be compared. What an archive
 * has brought already is known by its id and kept once. A refused list ends the reading of days and is disclosed.
 */
export async function readDays(run: Run, enterprise: EnterpriseSubject): Promise<void> {
  const due = daysDue(run, enterprise)
  run.progress.planned(due.length)
  let refused = false
  const read = async (day: string) => {
    const id = `${enterprise.id}/${day}`
    const key = taskKey(auditTrailEvents, { kind: 'enterprise', id })
    if (refused || taskDone(run.db, run.collectionId, key)) run.progress.skipped()
    else {
      run.progress.tell(`audit events of ${day}`)
      refused = !(await readDay(run, enterprise, day, key)) || refused
    }
  }
  await boundedEach(due.slice(0, 1), 1, read)
  await boundedEach(due.slice(1), AT_ONCE, read)
}

/** The days to read, oldest first: up to the one that was running when the collection began. */
function daysDue({ db, collection, collectionId }: Run, { id }: EnterpriseSubject): readonly string[] {
  const today = collection.startedAt.slice(0, 10)
  let first = today.slice(0, 7)
  for (let back = 0; back < CLOSED_MONTHS; back++) first = monthBeside(first, -1)
  const settled = new Set<string>()
  for (const source of sourcesUpTo(db, id, collectionId)) {
    const day = `${source.year}-${source.month}`
    if (isDay(source) && Date.parse(source.createdAt) >= endOf(day) + SETTLED_MS) settled.add(day)
  }
  const due: string[] = []
  for (let month = first; month <= today.slice(0, 7); month = monthBeside(month, 1))
    due.push(...daysIn(month).filter((day) => day <= today && !settled.has(day)))
  return due
}

/** Reads one day and stores its task; false where it was refused. */
async function readDay(run: Run, enterprise: EnterpriseSubject, day: string, key: string): Promise<boolean> {
  const reader = run.client.reader(run.client.subject())
  const path = `/enterprise-accounts/${enterprise.id}/events?day=${day}`
  const readAt = run.now().toISOString()
  let failed: string | null = null
  try {
    await takeOver(run, enterprise, day, readAt, await listOf(reader, path, day, readAt))
  } catch (error) {
    const damaged =
      isProblem(error) && ['archive-damaged', 'archive-too-large'].includes(error.kind) && !run.signal.aborted
    if (!(error instanceof Refused) && !damaged) throw error
    failed = isProblem(error) ? error.what : null
  }
  await commit(run, [dayTask(run, enterprise, { key, path, failed, reader })])
  return reader.refusals().length === 0
}

/** The list of a day as it is taken over: JSON of the day, when it was read, and its events. */
async function listOf(reader: TrackedReader, path: string, day: string, readAt: string): Promise<Buffer[]> {
  const parts = [Buffer.from(`{"day":"${day}","read_at":"${readAt}","events":[`)]
  let some: string[] = []
  let count = 0
  for await (const event of reader.list(path, z.unknown(), { variant: '3' })) {
    some.push(`${count++ > 0 ? ',' : ''}${JSON.stringify(event)}`)
    if (some.length < EVENTS_AT_ONCE) continue
    parts.push(Buffer.from(some.join('')))
    some = []
    await nextTurn()
  }
  parts.push(Buffer.from(`${some.join('')}]}`))
  return parts
}

async function takeOver(
  run: Run,
  enterprise: EnterpriseSubject,
  day: string,
  readAt: string,
  parts: readonly Buffer[],
): Promise<void> {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  const size = parts.reduce((sum, part) => sum + part.length, 0)
  const meta = {
    year: Number(day.slice(0, 4)),
    month: day.slice(5),
    ...{ created_at: readAt, checksum: hash.digest('hex'), size },
  }
  const { db, collectionId, signal } = run
  const taken = await ingestArchive(db, {
    ...{ collectionId, enterprise, meta, stream: Readable.from(parts), packed: false, signal },
  })
  run.progress.events(taken.archive.kept)
}

function dayTask(
  run: Run,
  { id, name }: EnterpriseSubject,
  {
    key,
    path,
    failed,
    reader,
  }: {
    readonly key: string
    readonly path: string
    readonly failed: string | null
    readonly reader: TrackedReader
  },
) {
  const { topic } = auditTrailEvents
  const subject = { kind: 'enterprise', id, name } as const
  const about = { topic, subjectKind: subject.kind, subjectId: id, subject: name, items: 0 }
  const refusals = reader.refusals().map((refusal) => ({ ...about, ...refusal }))
  const broken = failed === null ? [] : [{ ...about, path, outcome: 'failed' as const, reason: failed }]
  const requests: readonly RequestRecord[] = reader.exchanges()
  return {
    ...{ collectionId: run.collectionId, key, topic, subject, items: [], requests },
    readings: [...refusals, ...broken],
    lists: reader.lists(),
    dropped: [],
  }
}
