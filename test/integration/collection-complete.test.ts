import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLLECTORS } from '../../electron/core/collectors/index.ts'
import { chosen, topicsToRead } from '../../electron/core/collectors/plan.ts'
import { conditionsOf, listCollections } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { eachItem, itemsOf, topicCounts } from '../../electron/core/store/evidence.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { readingsOf } from '../../electron/core/store/readings.ts'
import { listProofs, requestsOf } from '../../electron/core/store/requests.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { CollectionSummary } from '../../shared/contract.ts'
import type { CollectionProgress } from '../../shared/model/collection.ts'
import type { ArchiveContent, ReconciliationContent } from '../../shared/model/content.ts'
import type { EvidenceItem } from '../../shared/model/evidence.ts'
import { collectFrom, newLocker, ownFolder, seenBy } from '../fakes/collected.ts'

/** Made from evidence by the program, so without an exchange of its own. */
function isDerived({ topic, content }: EvidenceItem): boolean {
  const topics = ['drift-between-periods', 'audit-trail-retention', 'member-removals']
  return topics.includes(topic) || Reflect.get(Object(content), 'of') === 'reconciliation'
}

const surplus = ({ matters, only_first, only_second }: ReconciliationContent) =>
  only_second.count + (matters === 'either' ? only_first.count : 0)

const folder = ownFolder()
const told: CollectionProgress[] = []
let demo: Demo
let db: WritableDb
let summary: CollectionSummary

beforeAll(async () => {
  demo = await startDemo({ events: 2_000 })
  db = newLocker(`${folder.path}/a.locker`)
  const onProgress = (progress: CollectionProgress) => void told.push(progress)
  summary = await collectFrom(db, demo, demo.tokens.auditor, { onProgress })
}, 60_000)

afterAll(async () => {
  closeLocker(db)
  await demo.close()
  folder.remove()
})

describe('a collection of the organisation in the box', () => {
  it('is complete, with items of every topic that is collected', () => {
    expect(summary.collection).toMatchObject({
      state: 'complete',
      scopes: ['identity', 'read-protected'],
      collector: 'ana@laptop',
      connection: { id: 'c1', label: 'audit' },
    })
    const counted = new Map(topicCounts(db, 1).map(({ topic, items }) => [topic, items]))
    const choice = { tiers: ['core', 'extended'] as const, asked: null }
    for (const topic of topicsToRead(null, chosen(COLLECTORS, choice)))
      expect(counted.get(topic) ?? 0, topic).toBeGreaterThan(0)
  })

  it('says under which conditions it read', () => {
    expect(conditionsOf(db, 1)).toEqual({
      token: expect.stringMatching(/^[0-9a-f]{32}$/),
      code: expect.stringMatching(/^[0-9a-f]{32}$/),
      tiers: ['core', 'extended'],
      asked: null,
      reservePercent: 25,
      spreadHours: 0,
    })
  })

  it('holds its lists against second sources, and has nothing to compare with yet', () => {
    const held = itemsOf(db, 1, 'evidence-package-integrity').flatMap(({ content }) =>
      content.of === 'reconciliation' ? [content] : [],
    )
    const agrees = new Map(held.map((one) => [one.what, one.agrees]))
    expect(agrees.get('Add-ons that are attached')).toBe(true)
    expect([...agrees.keys()]).toEqual(
      expect.arrayContaining([
        'Apps of teams',
        'People with access to apps of teams',
        'Releases without gaps',
      ]),
    )
    for (const one of held) expect(one.agrees, one.what).toBe(surplus(one) === 0)
    expect(itemsOf(db, 1, 'drift-between-periods').map(({ content }) => content)).toEqual([
      { of: 'comparison', with: null, topics: 0, differences: 0, kept: 0, not_compared: 0 },
    ])
  })

  it('discloses what was denied and off, and no collector made a mistake', () => {
    const readings = readingsOf(db, 1)
    expect(readings.filter(({ path, outcome }) => outcome === 'failed' && path === null)).toEqual([])
    expect(summary.notRead).toEqual(readings.filter(({ outcome }) => !['read', 'off'].includes(outcome)))
    expect(summary.notRead.length).toBeGreaterThan(0)
    expect(readings.some(({ outcome }) => outcome === 'off')).toBe(true)
  })

  it('read each list to its end', () => {
    const proofs = listProofs(db, 1)
    const refused = new Set(summary.notRead.map(({ path }) => path))
    expect(proofs.length).toBeGreaterThan(300)
    expect(proofs.filter((proof) => !proof.complete && !refused.has(proof.path))).toEqual([])
  })

  it('can name the exchange behind each item, and numbers its exchanges without a gap', () => {
    for (const item of eachItem(db, 1))
      if (!isDerived(item)) expect(item.requestId, item.subject).not.toBeNull()
    const numbers = [...requestsOf(db, 1)].map(({ seq }) => seq)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    expect(summary.collection.counts.requests).toBe(numbers.length)
  })

  it('asked for the same address once only', () => {
    const asked = [...requestsOf(db, 1)].map(({ path, range }) => `${path} ${range.asked}`)
    const again = asked.filter((one, index) => asked.indexOf(one) !== index && !one.startsWith('/{archive}'))
    expect(again).toEqual([])
  })

  it('holds no planted secret', () => {
    const leaks = [...eachItem(db, 1)].filter((item) => JSON.stringify(item).includes('CANARY'))
    expect(leaks).toEqual([])
    expect(JSON.stringify([...requestsOf(db, 1)])).not.toContain('CANARY')
    expect(JSON.stringify(readingsOf(db, 1))).not.toContain('CANARY')
  })

  it('tells its progress to the end', () => {
    const last = told.at(-1)
    expect(last?.tasksDone).toBe(last?.tasksPlanned)
    expect(last).toMatchObject({
      collectionId: 1,
      evidence: summary.collection.counts.evidence,
      notRead: summary.collection.counts.notRead,
      requests: summary.collection.counts.requests,
    })
  })

  it('takes the audit trail over, month by month, and says which archive is damaged', () => {
    const months = [...eachItem(db, 1, 'audit-trail-events')].map((item) => item.content as ArchiveContent)
    expect(months).toHaveLength(24)
    const damaged = months.filter(({ intact }) => intact === false)
    expect(damaged).toHaveLength(1)
    expect(damaged[0]?.downloaded_sha256).not.toBe(damaged[0]?.checksum)
    const events = months.reduce((sum, month) => sum + (month.events ?? 0), 0)
    expect(events).toBe(2_000)
    const inNoArchive = 13
    expect(summary.collection.counts.events).toBe(events + inNoArchive)
    expect(told.at(-1)?.events).toBe(events + inNoArchive)
    expect(summary.notRead).toContainEqual(
      expect.objectContaining({ topic: 'audit-trail-events', outcome: 'failed' }),
    )
  })

  it('verifies', async () => {
    expect(await verifyLocker(db)).toMatchObject({ intact: true })
  })

  it('adds nothing when it is done again, but sightings, and questions are answered meanwhile', async () => {
    const states = new Set<string>()
    let answers = 0
    let ended = false
    const asking = (async () => {
      for (; !ended; answers++) {
        for (const { state } of listCollections(db)) states.add(state)
        await nextTurn()
      }
    })()
    const again = await collectFrom(db, demo, demo.tokens.auditor)
    ended = true
    await asking
    expect(states).toEqual(new Set(['running', 'complete']))
    expect(answers).toBeGreaterThan(100)
    expect(again.collection).toMatchObject({ id: 2, state: 'complete' })
    const [comparison] = itemsOf(db, 2, 'drift-between-periods')
    expect(comparison?.content).toMatchObject({ with: { collection: 1 }, differences: 0, not_compared: 0 })
    expect(again.collection.counts.unchanged).toBe(again.collection.counts.evidence - 1)
    const seen = (id: number) => seenBy(db, id).filter((one) => !one.startsWith('drift-between-periods'))
    expect(seen(2)).toEqual(seen(1))
    expect(again.requestsPerKind['/{archive}'], 'only the damaged archive is fetched again').toBe(1)
    expect(again.collection.counts.events).toBe(0)
  })
})
