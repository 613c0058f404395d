import { isProblem } from '../../../shared/errors.ts'
import type { Reading, RequestRecord, SubjectKind } from '../../../shared/model/collection.ts'
import {
  type EarlierRead,
  type HerokuClient,
  Refused,
  type SubjectCache,
  type TrackedReader,
} from '../heroku/client.ts'
import { containsSecret } from '../heroku/secret.ts'
import type { TaskToStore } from '../store/tasks.ts'
import type { AnyFound, CollectorOf, SubjectOf } from './collector.ts'
import { taskKey } from './plan.ts'

type Item = Extract<TaskToStore['items'][number], { readonly content: unknown }>

/** What a collector brought, its contents as they were found. */
export type TaskAsFound = Omit<TaskToStore, 'items'> & {
  readonly items: readonly Item[]
  readonly rested: readonly EarlierRead[] | null
}

/** What a task needs beside its collector and subject. */
export interface TaskSetting {
  readonly client: HerokuClient
  readonly collectionId: number
  readonly now: () => Date
  /** Aborted when the collection stops. */
  readonly signal: AbortSignal
}

/**
 * Runs one collector on one subject and gives what is to be stored. A read that Heroku refuses, and a mistake of
 * the collector, end the task early: what was found before is kept, and a reading discloses the rest.
 * @throws Problem where the collection has to stop; the signal's reason where it was aborted
 */
export async function performTask<K extends SubjectKind>(
  setting: TaskSetting,
  cache: SubjectCache,
  collector: CollectorOf<K>,
  subject: SubjectOf[K],
  /** Exchanges made before on behalf of this task. */
  before: readonly RequestRecord[] = [],
): Promise<TaskAsFound> {
  const reader = setting.client.reader(cache)
  const items: Item[] = []
  let stopped: Stopped | null = null
  try {
    for await (const found of collector.collect(reader, subject)) items.push(itemOf(found, reader, setting))
  } catch (error) {
    if (setting.signal.aborted || isProblem(error)) throw error
    stopped = whyStopped(error)
  }
  const { kind, id, name } = subject
  const rested = reader.reads()
  return {
    collectionId: setting.collectionId,
    key: taskKey(collector, subject),
    topic: collector.topic,
    subject: { kind, id, name },
    items,
    requests: [...before, ...reader.exchanges()],
    readings: readingsOf(collector, subject, reader, items.length, stopped),
    lists: reader.lists(),
    dropped: [...reader.dropped()].map(([pattern, fields]) => [pattern, [...fields].sort()] as const),
    rested,
    ...(rested && {
      reads: rested.map(({ api, expand, record }) => ({ seq: record.seq, api, expand })),
    }),
  }
}

/**
 * The item as it is stored: captured when the answer that carried it was asked for. What is derived from an
 * empty list, or from a 404 of something that is off, rests on the exchange made last.
 */
function itemOf(found: AnyFound, reader: TrackedReader, setting: TaskSetting): Item {
  if (containsSecret(found.content)) throw new SecretInContent()
  const exchange = reader.last() ?? reader.exchanges().at(-1)
  return {
    subjectId: found.subjectId,
    subject: found.subject,
    content: found.content,
    capturedAt: exchange?.sentAt ?? setting.now().toISOString(),
    requestSeq: exchange?.seq ?? null,
  }
}

class SecretInContent extends Error {
  override readonly name = 'SecretInContent'
}

type Stopped = Pick<Reading, 'path' | 'outcome' | 'reason'>

/** Names the kind of a mistake and never its message, which may quote what Heroku sent. */
function whyStopped(error: unknown): Stopped {
  if (error instanceof Refused) return { path: error.path, outcome: error.outcome, reason: error.reason }
  const name = error instanceof Error ? error.name : typeof error
  return { path: null, outcome: 'failed', reason: `the collector failed (${name}); please report it` }
}

/** One reading for the collector as a whole where it came to its end, and one for each read that was refused. */
function readingsOf<K extends SubjectKind>(
  collector: CollectorOf<K>,
  subject: SubjectOf[K],
  reader: TrackedReader,
  items: number,
  stopped: Stopped | null,
): Omit<Reading, 'collectionId'>[] {
  const about = {
    topic: collector.topic,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subject: subject.name,
  }
  const refusals: Stopped[] = [...reader.refusals()]
  if (stopped && !refusals.some((refusal) => refusal.path === stopped.path)) refusals.push(stopped)
  const whole = { path: null, outcome: 'read', reason: null } as const
  const ended: Stopped[] = stopped ? refusals : [whole, ...refusals]
  return ended.map((one, index) => ({ ...about, ...one, items: index === 0 ? items : 0 }))
}
