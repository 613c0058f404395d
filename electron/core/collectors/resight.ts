import type { RequestRecord } from '../../../shared/model/collection.ts'
import type { EarlierRead, SubjectCache } from '../heroku/client.ts'
import { type EarlierTask, earlierTask } from '../store/earlier-task.ts'
import type { TaskToStore } from '../store/tasks.ts'
import type { CollectorOf, SubjectOf } from './collector.ts'
import { taskKey } from './plan.ts'
import type { Run } from './running.ts'

/** What the tasks of one subject have read so far in this collection, by what was asked. */
export type SeenReads = Map<string, { readonly record: RequestRecord; readonly reason: string | null }>

/** A task that needed no reading, or the exchanges that were made to find out that it does. */
export type Resighting =
  | { readonly task: TaskToStore }
  | { readonly task: null; readonly inVain: readonly RequestRecord[] }

/** Nothing was asked: the task is to be read. */
export const NOT_EARLIER: Resighting = { task: null, inVain: [] }

/**
 * Asks whether everything that a task of the earlier collection rested on still holds. If each page and each
 * answer does (304), and each refusal comes with the same words, the task's evidence is sighted again as it stands
 * in the locker, each item resting on the new exchange; nothing is parsed and nothing is stored twice. As soon as
 * one differs, the new answer is kept for the collector, which then reads as always.
 */
export async function resight<K extends keyof SubjectOf>(
  run: Run,
  cache: SubjectCache,
  seen: SeenReads,
  collector: CollectorOf<K>,
  subject: SubjectOf[K],
): Promise<Resighting> {
  if (run.earlier == null) return NOT_EARLIER
  const key = taskKey(collector, subject)
  const earlier = earlierTask(run.db, run.earlier, key)
  if (earlier === null || !mayStand(earlier)) return NOT_EARLIER
  const inVain: RequestRecord[] = []
  const now = new Map<number, RequestRecord>()
  for (const read of earlier.reads) {
    const id = readKey(read)
    const found = seen.get(id) ?? (await ask(run, cache, read, inVain))
    if (found === null || !holds(read.record, found, earlier)) return { task: null, inVain }
    seen.set(id, found)
    now.set(read.seq, found.record)
  }
  const { kind, id, name } = subject
  return {
    task: {
      ...{ collectionId: run.collectionId, key, topic: collector.topic, subject: { kind, id, name } },
      items: [],
      resighted: earlier.sightings.map(({ evidenceId, requestSeq }) => {
        const record = now.get(requestSeq ?? 0) as RequestRecord
        return { evidenceId, capturedAt: record.sentAt, requestSeq: record.seq }
      }),
      requests: inVain,
      readings: earlier.readings.map(({ collectionId: _, ...reading }) => ({ ...reading, subject: name })),
      lists: earlier.lists.map((list) => ({ ...list, lastStatus: list.complete ? 304 : list.lastStatus })),
      dropped: earlier.dropped,
      reads: earlier.reads.map(({ seq, api, expand }) => ({
        ...{ seq: now.get(seq)?.seq ?? 0, api, expand },
      })),
    },
  }
}

/** What makes a read the same read. */
export function readKey({ api, expand, record }: EarlierRead): string {
  return JSON.stringify([api, record.path, expand, record.range.asked, record.apiVersion])
}

/**
 * Whether a task can be sighted again at all: it ended well, each answer has a tag, and each item rests on one of
 * them. A last page that is full says nothing about a page after it, so such a list is read again.
 */
function mayStand({ reads, sightings, readings }: EarlierTask): boolean {
  const seqs = new Set(reads.map(({ seq }) => seq))
  return (
    readings.every(({ outcome }) => outcome !== 'failed') &&
    sightings.every(({ requestSeq }) => requestSeq !== null && seqs.has(requestSeq)) &&
    reads.every(
      ({ api, record }) =>
        (api === 'platform' || api === 'data') &&
        (record.status >= 400 ? [403, 404, 410].includes(record.status) : record.etag !== null) &&
        !isFullLastPage(record),
    )
  )
}

function isFullLastPage({ range, count, status }: RequestRecord): boolean {
  const most = Number(/\bmax=(\d+)/.exec(range.asked ?? '')?.[1] ?? 200)
  return status < 400 && range.next === null && count > 0 && count % most === 0
}

type Found = { readonly record: RequestRecord; readonly reason: string | null }

async function ask(
  run: Run,
  cache: SubjectCache,
  read: EarlierRead,
  inVain: RequestRecord[],
): Promise<Found | null> {
  const { api, expand, record } = read
  const one = { api, path: record.path, variant: null, expand, range: record.range.asked }
  const got = await run.client.revisit(read)
  inVain.push(...got.exchanges)
  if (got.state === 'same') return { record: got.record, reason: null }
  if (got.state === 'answered') {
    cache.put(one, got.answer)
    return { record: got.answer.record, reason: null }
  }
  const { refused } = got
  cache.put(one, refused)
  return refused.exchange && { record: refused.exchange, reason: refused.reason }
}

/** An answer holds by its tag and by where the list goes on; a refusal by its status and its words. */
function holds(before: RequestRecord, { record, reason }: Found, { readings }: EarlierTask): boolean {
  if (before.status >= 400)
    return (
      record.status === before.status &&
      readings.some((one) => one.path === before.path && one.reason === reason)
    )
  return record.status < 400 && record.etag === before.etag && record.range.next === before.range.next
}
