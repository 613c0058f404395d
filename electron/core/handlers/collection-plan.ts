import { z } from 'zod'
import type { CollectionPlan } from '../../../shared/model/collection-plan.ts'
import type { ContentOf } from '../../../shared/model/content.ts'
import { COLLECTORS } from '../collectors/index.ts'
import { chosen } from '../collectors/plan.ts'
import { planCollection } from '../collectors/plan-collection.ts'
import { type ReadContents, SUBJECT_TOPICS, storedContents } from '../collectors/subjects.ts'
import { performTask } from '../collectors/task.ts'
import { ALLOWANCE, reserveOf, secondsFor } from '../heroku/allowance.ts'
import type { HerokuClient } from '../heroku/client.ts'
import { newestComplete } from '../store/collections.ts'
import { listProofs } from '../store/completeness.ts'
import type { ReadableDb } from '../store/db.ts'
import { appendJournal } from '../store/journal.ts'
import { policyOf } from '../store/policy.ts'
import { askedFor, meanDuration } from '../store/requests.ts'
import { choiceOf, openClient, topicsAskedFor } from './collecting.ts'
import type { Handlers } from './handler.ts'

const Limits = z.object({ remaining: z.number() })
const Account = z.object({ email: z.string() })

/** Plans a collection: reads whose token it is, how much is left, and at most the lists that tell what there is. */
export const collectionPlanHandlers = {
  'collection:plan': async (deps, input, { signal = new AbortController().signal }) => {
    const { db, host, now } = deps
    const topics = topicsAskedFor(choiceOf(input))
    const collectors = chosen(COLLECTORS, choiceOf(input))
    const { connection, token } = await host.credential(input.connectionId)
    const client = openClient({
      db,
      host,
      connection,
      token,
      signal,
      ...input,
      reservePercent: 0,
      firstSeq: 1,
    })
    try {
      const started = performance.now()
      const reader = client.reader(client.subject())
      const { email } = await reader.get('/account', Account)
      const remaining =
        (await reader.find('/account/rate-limits', Limits).catch(() => null))?.remaining ?? null
      const basis = basisOf(db, email)
      const found = basis?.contents ?? (await listSubjects(client, email, signal))
      const by = { account: email, startedAt: now().toISOString() }
      const pages = basis?.pages ?? (() => 1)
      const asked = basis?.asked() ?? []
      const planned = await planCollection({ collectors, topics, contents: found, by, pages, asked })
      const madeNow = client.stats().requests
      const latencyMs = Math.round(basis?.latencyMs ?? (performance.now() - started) / Math.max(1, madeNow))
      const reserve = reserveOf(input.reservePercent ?? policyOf(db).requestReservePercent)
      const total = planned.requests.reduce((sum, one) => sum + one.requests, 0)
      const demand = { requests: planned.counted, remaining, reserve, latencyMs }
      const atLeast = secondsFor({ ...demand, concurrency: input.concurrency })
      const plan: CollectionPlan = {
        account: email,
        basis: basis?.collection ?? null,
        ...planned,
        ...{ total, madeNow, latencyMs, seconds: Math.max(atLeast, input.spreadHours * 3600) },
        allowance: { remaining, ...ALLOWANCE, reserve },
        limits: limitsOf(basis !== null),
      }
      const detail = { connection: connection.label, account: email, requests: madeNow, planned: total }
      appendJournal(db, { actor: host.actor, action: 'collection.planned', detail, at: now().toISOString() })
      return plan
    } finally {
      await client.close()
    }
  },
} satisfies Pick<Handlers, 'collection:plan'>

/** What is known from the newest complete collection of the account. */
function basisOf(db: ReadableDb, account: string) {
  const found = newestComplete(db)
  if (found?.account !== account) return null
  const pages = new Map(listProofs(db, found.id).map((one) => [one.path, Math.max(1, one.pages)]))
  return {
    collection: { collectionId: found.id, startedAt: found.startedAt },
    contents: storedContents(db, found),
    pages: (path: string) => pages.get(path) ?? 1,
    asked: () => askedFor(db, found.id),
    latencyMs: meanDuration(db, found.id),
  }
}

/** Reads the lists of the whole account that tell what there is, and keeps nothing of them but for this plan. */
async function listSubjects(
  client: HerokuClient,
  account: string,
  signal: AbortSignal,
): Promise<ReadContents> {
  const listing = new Set<string>(Object.values(SUBJECT_TOPICS).flat())
  const contents = new Map<string, unknown[]>()
  const subject = { kind: 'account', id: '~', name: account, email: account } as const
  const setting = { client, collectionId: 0, now: () => new Date(), signal }
  const cache = client.subject()
  for (const collector of COLLECTORS) {
    if (collector.per !== 'account' || !listing.has(collector.topic)) continue
    const { items } = await performTask(setting, cache, collector, subject)
    const held = contents.get(collector.topic) ?? []
    contents.set(collector.topic, [...held, ...items.map(({ content }) => content)])
  }
  return (topic) => (contents.get(topic) ?? []) as ContentOf[typeof topic][]
}

function limitsOf(based: boolean): readonly string[] {
  return [
    based
      ? 'Subjects and pages are those of the collection before; what was added since comes on top.'
      : 'Every list counts as one page, and apps that only their team’s list shows are not counted.',
    'Archives and daily events of the audit trail are not counted: what is held is not downloaded again.',
    based
      ? 'Reads that depend on an answer, such as the slug of a release, are counted as often as the last time.'
      : 'Reads that depend on an answer, such as the slug of a release, are not counted: expect a fifth more.',
  ]
}
