import { readFileSync } from 'node:fs'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { eachItem } from '../../electron/core/store/evidence.ts'
import { notRead } from '../../electron/core/store/readings.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import type { FaultLayer } from './proxy.ts'

/** How one trial ended. Those in capitals must never happen; `NOT TRIED` is a fault that could not be made. */
export type Outcome =
  | 'complete'
  | 'complete, gaps told'
  | 'stopped, resumed to complete'
  | 'stopped, resumed, gaps told'
  | 'WRONG EVIDENCE'
  | 'SILENT GAP'
  | 'LEAK'
  | 'HANG'
  | 'BROKEN'
  | 'NOT TRIED'

/** One trial: how it ended, and in which words. */
export interface Trial {
  readonly outcome: Outcome
  readonly says: string
  /** Whether the fault met the collection at all. */
  readonly struck: boolean
}

/** A trial's ending and words. */
export type Verdict = Omit<Trial, 'struck'>

/** What a collection without any fault sees, and which of its reads are refused even so. */
export interface Reference {
  /** Content by topic and subject. */
  readonly evidence: ReadonlyMap<string, string>
  readonly notRead: ReadonlySet<string>
  /** Size of the locker. */
  readonly kilobytes: number
}

/**
 * A content without what only its locker determines: fingerprints, and the numbers of events, which follow the order
 * in which their archives arrived.
 */
const plain = (content: unknown) =>
  JSON.stringify(content)
    .replaceAll(/"[0-9a-f]{64}"/g, '"hmac"')
    .replaceAll(/"seq":\d+/g, '"seq":0')

/** What an item is about, in any locker: that of a removed member ends with the number of its event. */
const keyOf = ({ topic, subjectId }: { readonly topic: string; readonly subjectId: string }) =>
  `${topic} ${topic === 'member-removals' ? subjectId.replace(/\/\d+$/, '') : subjectId}`

interface Found {
  readonly hash: string
  readonly requestId: string | null
}

function evidenceOf(db: WritableDb, collectionId: number): ReadonlyMap<string, Found> {
  const items = new Map<string, Found>()
  for (const item of eachItem(db, collectionId))
    items.set(keyOf(item), { hash: plain(item.content), requestId: item.requestId })
  return items
}

const gapOf = ({ topic, path }: { readonly topic: string; readonly path: string | null }) =>
  `${topic} ${path}`

/** What stands in a locker, to hold others against. */
export function referenceIn(db: WritableDb, collectionId: number): Omit<Reference, 'kilobytes'> {
  const found = [...evidenceOf(db, collectionId)]
  return {
    evidence: new Map(found.map(([key, { hash }]) => [key, hash])),
    notRead: new Set(notRead(db, collectionId).map(gapOf)),
  }
}

/** Lists that others hang on: where one of them was not read, what hangs on it is rightly missing. */
const LISTS =
  /^(app-inventory|addon-inventory|space-isolation|team-members-roles|sso-identity-provider|pipelines-promotions|enterprise-account-permissions|region-residency)$/

/** Topics that are derived from others. */
const RESTS_ON: Readonly<Record<string, readonly string[]>> = {
  'audit-trail-retention': ['audit-trail-events'],
  'member-removals': ['audit-trail-events', 'audit-trail-retention'],
}

const topicOf = (key: string) => key.slice(0, key.indexOf(' '))

/** Whether a month says that events were told differently under one id: each telling is kept and counted. */
function saysRetold(found: ReadonlyMap<string, Found>): boolean {
  return [...found].some(
    ([key, { hash }]) => topicOf(key) === 'audit-trail-retention' && /"changed":[1-9]/.test(hash),
  )
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const LOST = /"intact":(false|null)/

/** Judges a locker after a trial. `said` is everything that was printed or thrown. */
export async function judged(
  db: WritableDb,
  collectionId: number,
  layer: Pick<FaultLayer, 'altered'>,
  { evidence, notRead: refusedAnyway }: Reference,
  said: string,
): Promise<Verdict> {
  const { firstBroken } = await verifyLocker(db)
  if (firstBroken) return { outcome: 'BROKEN', says: `${firstBroken.entry} ${firstBroken.what}` }
  const found = evidenceOf(db, collectionId)
  const gaps = notRead(db, collectionId).filter((gap) => !refusedAnyway.has(gapOf(gap)))
  const topicsNotRead = new Set<string>(gaps.map(({ topic }) => topic))
  const anyGap = gaps.some(({ topic }) => LISTS.test(topic))
  const lost = [...found].some(([key, { hash }]) => LOST.test(hash) && !LOST.test(evidence.get(key) ?? ''))
  const missing = [...evidence.keys()].filter((key) => !found.has(key))
  const isAltered = (text: string) => alteredFor(layer, text)
  const silent = missing.find((key) => {
    const topic = topicOf(key)
    return !(
      topicsNotRead.has(topic) ||
      RESTS_ON[topic]?.some((one) => topicsNotRead.has(one)) ||
      anyGap ||
      isAltered(`${key} ${evidence.get(key)}`)
    )
  })
  if (silent) return { outcome: 'SILENT GAP', says: `${silent} is missing, and nothing says so` }
  const retold = saysRetold(found)
  const wrong = [...found].find(([key, { hash, requestId }]) => {
    if (retold && topicOf(key) in RESTS_ON) return false
    const truth = evidence.get(key) ?? ''
    if (truth === hash || LOST.test(hash)) return false
    if (gaps.length > 0 && saysIds(hash, truth)) return false
    if (requestId === null) return layer.altered.size === 0 && gaps.length === 0 && !lost
    return !layer.altered.has(requestId) && !isAltered(`${key} ${hash} ${truth}`)
  })
  if (wrong)
    return {
      outcome: 'WRONG EVIDENCE',
      says: `${wrong[0]} is ${wrong[1].hash.slice(0, 400)}, an undisturbed collection saw ${evidence.get(wrong[0])?.slice(0, 400)}`,
    }
  const leak = leaked(db, collectionId, said)
  if (leak) return { outcome: 'LEAK', says: leak }
  if (missing.length === 0) return { outcome: 'complete', says: 'nothing is missing' }
  const says = `${missing.length} items missing, ${gaps.length} reads told as refused or failed`
  return { outcome: 'complete, gaps told', says }
}

/** Whether an altered answer may have had a part in an item: a list of everything, or an answer about an id in it. */
function alteredFor({ altered }: Pick<FaultLayer, 'altered'>, text: string): boolean {
  return [...altered.values()].some((path) => {
    const ids = path.match(UUID)
    return ids === null || ids.some((id) => text.includes(id))
  })
}

/** Whether two contents differ only in that the first says ids where names could not be read, which is told. */
function saysIds(content: string, truth: string): boolean {
  const nameless = new Set([...content.matchAll(/"id":"([^"]+)","name":"\1"/g)].map(([, id]) => id))
  const unnamed = truth.replaceAll(/"id":"([^"]+)","name":"[^"]*"/g, (whole, id: string) =>
    nameless.has(id) ? `"id":"${id}","name":"${id}"` : whole,
  )
  return content === unnamed
}

function leaked(db: WritableDb, collectionId: number, said: string): string | null {
  if (said.includes('CANARY')) return 'an error names a secret'
  for (const item of eachItem(db, collectionId))
    if (JSON.stringify(item.content).includes('CANARY')) return `${item.topic} ${item.subject} holds a secret`
  return readFileSync(db.name).includes('CANARY') ? 'the file holds a secret in clear' : null
}
