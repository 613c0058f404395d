import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Collection, SubjectKind } from '../../../shared/model/collection.ts'
import type { EarlierRead, SubjectCache } from '../heroku/client.ts'
import { canonicalJson } from '../store/canonical.ts'
import { endCollection, getCollection } from '../store/collections.ts'
import { slicedDigest } from '../store/digest.ts'
import { prepareContent } from '../store/evidence-write.ts'
import { inSlices } from '../store/slices.ts'
import { type TaskToStore, taskDone } from '../store/tasks.ts'
import { readArchives } from './audit-archives.ts'
import { boundedEach } from './bounded.ts'
import type { CollectorOf, SubjectOf } from './collector.ts'
import { deriveEvidence } from './derived.ts'
import { collectorsFor, collectorsOf, KINDS, taskKey, tasksOf } from './plan.ts'
import { NOT_EARLIER, readKey, resight, type SeenReads } from './resight.ts'
import { commit, commitSoon, type Run, type RunDeps, startRun } from './running.ts'
import { SUBJECTS } from './subjects.ts'
import { performTask, type TaskAsFound } from './task.ts'

export type { RunDeps } from './running.ts'

/**
 * Reads everything that the collection's topics ask for and ends it: `complete`, or `cancelled` where the signal
 * was aborted. Tasks that are stored already are not done again, so running a collection that stopped goes on
 * where it was. Refused reads are disclosed and stop nothing.
 * @throws Problem where the collection has to stop; it ends as `interrupted`, with everything read so far kept
 */
export async function runCollection(deps: RunDeps): Promise<Collection> {
  const end = (state: 'complete' | 'cancelled' | 'interrupted', digest?: Buffer) =>
    endCollection(deps.db, deps.collectionId, {
      state,
      digest,
      finishedAt: deps.now().toISOString(),
      clockOffsetMs: deps.client.stats().clockOffsetMs,
    })
  let digest: Buffer
  try {
    await readAll(startRun(deps))
    digest = await inSlices(slicedDigest(deps.db, deps.collectionId), () => deps.signal.throwIfAborted())
  } catch (error) {
    if (deps.signal.aborted) return end('cancelled')
    try {
      end('interrupted')
    } catch {
      // A locker that cannot take this either finds the collection interrupted when it is opened next.
    }
    throw error
  }
  return end('complete', digest)
}

async function readAll(run: Run): Promise<void> {
  const [account, ...others] = KINDS
  const plan = (kind: SubjectKind) =>
    run.progress.planned(tasksOf(kind, run.db, run.collection, run.collectors))
  plan(account)
  await readKind(run, account)
  for (const kind of others) plan(kind)
  for (const kind of others) await readKind(run, kind)
  await readArchives(run)
  await deriveEvidence(run)
  run.progress.tell('finishing', true)
}

const PLURAL: Readonly<Record<SubjectKind, string>> = {
  account: 'account',
  enterprise: 'enterprise accounts',
  team: 'teams',
  space: 'spaces',
  pipeline: 'pipelines',
  app: 'apps',
  addon: 'databases',
}

async function readKind<K extends SubjectKind>(run: Run, kind: K): Promise<void> {
  const collectors = collectorsOf(kind, run.collectors, run.collection.topics)
  if (collectors.length === 0) return
  const subjects = SUBJECTS[kind](run.db, run.collection).filter(
    (subject) => collectorsFor(collectors, subject).length > 0,
  )
  const before = subjectsBefore(run, kind)
  let done = 0
  const tell = () => run.progress.tell(`${PLURAL[kind]} ${done} of ${subjects.length}`)
  try {
    await boundedEach(subjects, run.concurrency, async (subject) => {
      tell()
      const asBefore = before.get(subject.id) === canonicalJson(subject)
      await readSubject(run, collectorsFor(collectors, subject), subject, asBefore, tell)
      done += 1
      tell()
    })
  } finally {
    await commit(run)
  }
}

/**
 * Reads one subject, one collector after the other over one cache, and commits what they brought together; the
 * long lists of the account are committed one by one. Whatever is complete when the collection stops is kept.
 */
async function readSubject<K extends SubjectKind>(
  run: Run,
  collectors: readonly CollectorOf<K>[],
  subject: SubjectOf[K],
  asBefore: boolean,
  tell: () => void,
): Promise<void> {
  const cache = (subject.kind === 'account' && run.opening?.cache) || run.client.subject()
  const seen = seenBefore(subject.kind === 'account' ? (run.opening?.reads ?? []) : [])
  const finished: TaskToStore[] = []
  try {
    for (const collector of collectors) {
      if (run.halted) return
      if (taskDone(run.db, run.collectionId, taskKey(collector, subject))) run.progress.skipped()
      else finished.push(await readOrResight(run, cache, seen, collector, subject, asBefore))
      if (subject.kind === 'account') await commit(run, finished.splice(0))
      tell()
    }
  } catch (error) {
    run.halted = true
    throw error
  } finally {
    cache.drop()
    await commitSoon(run, finished)
  }
}

/**
 * The subjects of a kind as the earlier collection knew them, by id. Contents carry what the subject is called
 * and where it belongs, and paths may carry a date: an app that was renamed or moved is read anew.
 */
function subjectsBefore(run: Run, kind: SubjectKind): ReadonlyMap<string, string> {
  const earlier = run.earlier == null ? null : getCollection(run.db, run.earlier)
  const subjects = earlier === null ? [] : SUBJECTS[kind](run.db, earlier)
  return new Map(subjects.map((subject) => [subject.id, canonicalJson(subject)]))
}

function seenBefore(reads: readonly EarlierRead[]): SeenReads {
  return new Map(reads.map((read) => [readKey(read), { record: read.record, reason: null }]))
}

/** Sights the evidence of a task again where nothing has changed; else reads. */
async function readOrResight<K extends SubjectKind>(
  run: Run,
  cache: SubjectCache,
  seen: SeenReads,
  collector: CollectorOf<K>,
  subject: SubjectOf[K],
  asBefore: boolean,
): Promise<TaskToStore> {
  const again = asBefore ? await resight(run, cache, seen, collector, subject) : NOT_EARLIER
  if (again.task !== null) return again.task
  const { rested, ...task } = await performTask(run, cache, collector, subject, again.inVain)
  for (const read of rested ?? []) {
    const told = task.readings.find(({ path, reason }) => path === read.record.path && reason !== null)
    seen.set(readKey(read), { record: read.record, reason: told?.reason ?? null })
  }
  return prepared(task)
}

/** Contents that are prepared before whoever waits has a turn. */
const IN_ONE_TURN = 100

/** The items of a longer list are prepared as they are stored, so that both forms of all of them are never held. */
const MOST_PREPARED = 1000

/** Brings contents into the form that is stored, a few in each turn: a transaction holds up everything else. */
async function prepared(task: Omit<TaskAsFound, 'rested'>): Promise<TaskToStore> {
  if (task.items.length > MOST_PREPARED) return task
  const items: TaskToStore['items'][number][] = []
  for (const { content, ...item } of task.items) {
    items.push({ ...item, prepared: prepareContent(content) })
    if (items.length % IN_ONE_TURN === 0) await nextTurn()
  }
  return { ...task, items }
}
