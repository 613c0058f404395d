import type { Outcome, RequestRecord } from '../../../shared/model/collection.ts'
import { Refused, type TrackedReader } from '../heroku/client.ts'
import { type TaskToStore, taskDone } from '../store/tasks.ts'
import { readDays } from './audit-days.ts'
import { fetchMonth, heldMonth, type Month, unfetchedMonth } from './audit-month.ts'
import { auditTrailEvents, listArchives, type PublishedArchive } from './audit-trail-events.ts'
import { boundedEach } from './bounded.ts'
import type { EnterpriseSubject } from './collector.ts'
import { taskKey } from './plan.ts'
import { commit, type Run } from './running.ts'
import { SUBJECTS } from './subjects.ts'

/** The next archive arrives while the one before is stored. */
const AT_ONCE = 2

/** After as many months in a row for which the storage did not answer, the others are not tried. */
const MOST_UNREACHABLE = 2

interface Listed {
  readonly archive: PublishedArchive
  readonly listedBy: RequestRecord | null
}

/**
 * Reads the audit trail of every enterprise account: each month that is published becomes an item, and its
 * events are taken over unless the locker holds that very archive, and after them the lists of single days. A month
 * or day is a task of its own, so a resumed collection goes on with the next one. A damaged or refused archive is disclosed and stops nothing.
 */
export async function readArchives(run: Run): Promise<void> {
  if (!run.collection.topics.includes(auditTrailEvents.topic)) return
  for (const enterprise of SUBJECTS.enterprise(run.db, run.collection))
    if (!taskDone(run.db, run.collectionId, taskKey(auditTrailEvents, enterprise)))
      await readEnterprise(run, enterprise)
}

/** The list is a task of its own, stored last: that it is done stands for every month of it. */
async function readEnterprise(run: Run, enterprise: EnterpriseSubject): Promise<void> {
  const reader = run.client.reader(run.client.subject())
  const listed = await inOrder(reader, enterprise)
  run.waiting.push(...reader.exchanges())
  run.progress.planned(listed.length + 1)
  let done = 0
  let unreachable = 0
  const tell = () => run.progress.tell(`audit archives ${done} of ${listed.length}`)
  await boundedEach(listed, AT_ONCE, async ({ archive, listedBy }) => {
    tell()
    const { year, month } = archive
    const id = `${enterprise.id}/${year}-${month}`
    const key = taskKey(auditTrailEvents, { kind: 'enterprise', id })
    if (taskDone(run.db, run.collectionId, key)) run.progress.skipped()
    else {
      const found =
        heldMonth(run, enterprise, archive, listedBy) ??
        (unreachable < MOST_UNREACHABLE
          ? await fetchMonth(run, enterprise, archive)
          : unfetchedMonth(enterprise, archive, listedBy))
      unreachable = found.unreachable ? unreachable + 1 : 0
      await commit(run, [monthTask(run, enterprise, key, id, `${enterprise.name} ${year}-${month}`, found)])
    }
    done += 1
    tell()
  })
  if (reader.refusals().length === 0) await readDays(run, enterprise)
  await commit(run, [listTask(run, enterprise, reader)])
}

/** The published months, oldest first, each once whatever the list says; none where the list is refused, which the list's own task discloses. */
async function inOrder(reader: TrackedReader, enterprise: EnterpriseSubject): Promise<Listed[]> {
  const listed = new Map<string, Listed>()
  try {
    for await (const archive of listArchives(reader, enterprise))
      listed.set(`${archive.year}-${archive.month}`, { archive, listedBy: reader.last() })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const age = ({ archive }: Listed) => archive.year * 12 + Number(archive.month)
  return [...listed.values()].sort((a, b) => age(a) - age(b))
}

/** What every task and reading of an enterprise account's audit trail says about itself. */
function about(run: Run, { id, name }: EnterpriseSubject, key: string) {
  const { topic } = auditTrailEvents
  const subject = { kind: 'enterprise', id, name } as const
  const reading = (
    ended: { path: string | null; outcome: Outcome; reason: string | null },
    items: number,
  ) => ({ topic, subjectKind: subject.kind, subjectId: id, subject: name, ...ended, items })
  return { task: { collectionId: run.collectionId, key, topic, subject }, reading }
}

function monthTask(
  run: Run,
  enterprise: EnterpriseSubject,
  key: string,
  subjectId: string,
  subject: string,
  { content, ended, exchange, exchanges }: Month,
): TaskToStore {
  const { task, reading } = about(run, enterprise, key)
  const capturedAt = exchange?.sentAt ?? run.now().toISOString()
  return {
    ...task,
    items: [{ subjectId, subject, content, capturedAt, requestSeq: exchange?.seq ?? null }],
    requests: exchanges,
    readings: [reading(ended, 1)],
    lists: [],
    dropped: [],
  }
}

function listTask(run: Run, enterprise: EnterpriseSubject, reader: TrackedReader): TaskToStore {
  const { task, reading } = about(run, enterprise, taskKey(auditTrailEvents, enterprise))
  const refusals = reader.refusals().map((refusal) => reading(refusal, 0))
  const whole = reading({ path: null, outcome: 'read', reason: null }, 0)
  return {
    ...task,
    items: [],
    requests: [],
    readings: refusals.length > 0 ? refusals : [whole],
    lists: reader.lists(),
    dropped: [...reader.dropped()].map(([pattern, fields]) => [pattern, [...fields].sort()] as const),
  }
}
