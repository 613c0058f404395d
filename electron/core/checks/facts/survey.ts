import type { EvidenceId } from '../../../../shared/model/evidence.ts'
import type { Day, Instant, Sha256 } from '../../../../shared/model/json.ts'
import { TOPICS, type Topic } from '../../../../shared/model/topic.ts'
import { type SecretFound, secretIn } from './secret-patterns.ts'
import { MOST_CITED } from './verdict.ts'
import { day } from './words.ts'

/** An evidence item as the survey sees it: its content is the stored text, parsed only where that is needed. */
export interface StoredItem {
  readonly id: EvidenceId
  readonly topic: Topic
  readonly capturedAt: Instant
  readonly requestId: string | null
  readonly hash: Sha256
  readonly body: string
}

/** Items of one kind: how many, and the first of them, as many as a verdict can name. */
export interface Found {
  readonly items: number
  readonly some: readonly { readonly id: EvidenceId }[]
}

/** What was found of the items of a topic. */
export interface TopicSurvey extends Found {
  readonly topic: Topic
  /** The earliest and the latest time that an item was captured. */
  readonly first: Instant
  readonly last: Instant
  /** By the day of capture in UTC; what has no readable time is under the empty day. */
  readonly days: ReadonlyMap<Day, Found>
  /** Items that lack a part of their provenance, and which parts. */
  readonly wanting: Found & { readonly what: readonly string[] }
  /** Items that hold what looks like a secret, and what. */
  readonly secrets: Found & { readonly kinds: readonly string[] }
}

/** Looks at every item of a collection once, for all checks that ask something of every item. */
export interface Surveyor {
  see(item: StoredItem): void
  /** What was found so far, in the order of the topics; topics without an item are left out. */
  found(): readonly TopicSurvey[]
}

/** A count that remembers the first of what it counted. */
function counter() {
  const some: { readonly id: EvidenceId }[] = []
  let items = 0
  return {
    add(id: EvidenceId) {
      items += 1
      if (some.length < MOST_CITED) some.push({ id })
    },
    found: (): Found => ({ items, some }),
  }
}

/** Begins a survey. */
export function surveyor(): Surveyor {
  const topics = new Map<Topic, ReturnType<typeof topicSurveyor>>()
  return {
    see(item) {
      const known = topics.get(item.topic) ?? topicSurveyor(item.topic)
      topics.set(item.topic, known)
      known.see(item)
    },
    found: () => TOPICS.flatMap((topic) => topics.get(topic)?.found() ?? []),
  }
}

/** The survey of items that are all at hand. */
export function surveyOf(items: Iterable<StoredItem>): readonly TopicSurvey[] {
  const { see, found } = surveyor()
  for (const item of items) see(item)
  return found()
}

function topicSurveyor(topic: Topic) {
  const [all, wanting, secrets] = [counter(), counter(), counter()]
  const days = new Map<Day, ReturnType<typeof counter>>()
  const [what, kinds] = [new Set<string>(), new Set<string>()]
  let [first, last] = ['', '']
  return {
    see(item: StoredItem): void {
      const { id, capturedAt } = item
      all.add(id)
      if (first === '' || capturedAt < first) first = capturedAt
      if (capturedAt > last) last = capturedAt
      const on = dayOf(capturedAt)
      const ofDay = days.get(on) ?? counter()
      days.set(on, ofDay)
      ofDay.add(id)
      const lacking = lacks(item, on)
      if (lacking.length > 0) wanting.add(id)
      for (const one of lacking) what.add(one)
      const secret = secretIn(item.body)
      if (secret === null) return
      secrets.add(id)
      kinds.add(inWords(secret))
    },
    found(): TopicSurvey {
      return {
        ...{ topic, ...all.found(), first, last },
        days: new Map([...days].map(([on, { found }]) => [on, found()])),
        wanting: { ...wanting.found(), what: [...what] },
        secrets: { ...secrets.found(), kinds: [...kinds] },
      }
    },
  }
}

const inWords = ({ kind, field }: SecretFound) => `${kind} in ${field}`

const dayOf = (moment: Instant): Day => (Number.isNaN(Date.parse(moment)) ? '' : day(moment))

/** Topics that are made of evidence and events that are in the locker already. */
const DERIVED: ReadonlySet<Topic> = new Set([
  'drift-between-periods',
  'audit-trail-retention',
  'member-removals',
])

/** Evidence that the program derived names what it was made of; it rests on no request of its own. */
function isDerived({ topic, body }: StoredItem): boolean {
  if (DERIVED.has(topic)) return true
  const content: unknown = JSON.parse(body)
  return typeof content === 'object' && content !== null && Reflect.get(content, 'of') === 'reconciliation'
}

function lacks(item: StoredItem, on: Day): readonly string[] {
  const { requestId, hash } = item
  return [
    ...(requestId || isDerived(item) ? [] : ['request id']),
    ...(on === '' ? ['time'] : []),
    ...(/^[0-9a-f]{64}$/.test(hash) ? [] : ['SHA-256']),
  ]
}
