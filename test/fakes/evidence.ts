import type { Check, EvidenceView, WorkFacts } from '../../electron/core/checks/check.ts'
import { surveyOf } from '../../electron/core/checks/facts/survey.ts'
import type {
  Collection,
  ListProof,
  Reading,
  RequestRecord,
  SubjectKind,
} from '../../shared/model/collection.ts'
import type { ContentOf } from '../../shared/model/content.ts'
import type { AuditEvent, EventQuery } from '../../shared/model/event.ts'
import type { EvidenceItem } from '../../shared/model/evidence.ts'
import type { RecordContent, RecordItem, RecordKind } from '../../shared/model/records.ts'
import { TOPICS, type Topic } from '../../shared/model/topic.ts'
import type { DocumentInfo } from '../../shared/model/work.ts'

/** The start of the collection that hand-made evidence belongs to. */
export const AS_OF = '2026-11-21T09:00:00.000Z'

/** A moment some days before (or, negative, after) the as-of time. */
export function daysAgo(days: number, asOf = AS_OF): string {
  return new Date(Date.parse(asOf) - days * 86_400_000).toISOString()
}

/** An item as a test plants it: `viewOf` numbers it. */
export interface Planted {
  readonly topic: Topic
  readonly subject: string
  readonly subjectId: string
  readonly content: unknown
  readonly capturedAt?: string
  readonly requestId?: string | null
  readonly hash?: string
}

/** Plants one item of a topic. */
export function item<T extends keyof ContentOf>(
  topic: T,
  subject: string,
  content: ContentOf[T],
  provenance: Partial<Pick<Planted, 'capturedAt' | 'requestId' | 'hash' | 'subjectId'>> = {},
): Planted {
  return { topic, subject, subjectId: `${topic}/${subject}`, content, ...provenance }
}

/** A reading: how a collector fared with one subject. Ids of subjects are `kind:name`. */
export function reading(
  topic: Topic,
  subjectKind: SubjectKind,
  subject: string,
  more: Partial<Reading> = {},
): Reading {
  const subjectId = `${subjectKind}:${subject}`
  const outcome = more.outcome ?? 'read'
  const reason = outcome === 'read' ? null : 'the token may not read this'
  return {
    collectionId: 1,
    topic,
    subjectKind,
    subjectId,
    subject,
    path: null,
    outcome,
    reason,
    items: 0,
    ...more,
  }
}

/** A read that was refused with 403. */
export function denied(
  topic: Topic,
  kind: SubjectKind,
  subject: string,
  path: string | null = null,
): Reading {
  return reading(topic, kind, subject, { outcome: 'denied', path })
}

/** An audit event as a test plants it: `viewOf` numbers it; `details` is all that it says. */
export interface PlantedEvent extends Partial<AuditEvent> {
  readonly type: string
  readonly action: string
  readonly details?: unknown
}

function eventsOf(planted: readonly PlantedEvent[]): readonly AuditEvent[] {
  const plain = { at: AS_OF, actor: null, app: null, team: null, ip: null }
  return planted
    .map(({ details: _, ...event }, i) => ({ ...plain, id: `event-${i + 1}`, ...event, seq: i + 1 }))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq)
}

/** Says of an event what the index of a locker says; the words of `text` are left to it. */
function isWanted(event: AuditEvent, { from, to, text: _, ...exact }: EventQuery): boolean {
  if (from !== undefined && Date.parse(event.at) < Date.parse(from)) return false
  if (to !== undefined && Date.parse(event.at) > Date.parse(to)) return false
  return Object.entries(exact).every(
    ([name, value]) =>
      value === undefined || [value].flat().includes(event[name as keyof typeof exact] ?? ''),
  )
}

/** What `viewOf` can be given; everything has a plain default. */
export interface ViewParts {
  readonly items?: readonly Planted[]
  readonly readings?: readonly Reading[]
  readonly lists?: readonly ListProof[]
  readonly requests?: readonly RequestRecord[]
  /** Audit events, each with all that it says. */
  readonly events?: readonly PlantedEvent[]
  readonly records?: readonly RecordItem[]
  readonly documents?: readonly DocumentInfo[]
  readonly work?: Partial<WorkFacts>
  readonly collection?: Partial<Collection>
  readonly asOf?: string
  readonly period?: EvidenceView['period']
}

/** A finished collection of every topic, with some facts replaced. */
export function collection(facts: Partial<Collection> = {}): Collection {
  return {
    id: 1,
    state: 'complete',
    startedAt: AS_OF,
    finishedAt: AS_OF,
    connection: { id: 'c1', label: 'acme' },
    account: 'auditor@acme.example',
    apiUrl: 'http://127.0.0.1:1',
    scopes: ['identity', 'read-protected'],
    tokenExpiresAt: null,
    collector: 'ana@laptop',
    appVersion: '0.1.0',
    topics: TOPICS,
    clockOffsetMs: 120,
    counts: { requests: 0, evidence: 0, unchanged: 0, events: 0, notRead: 0 },
    digest: null,
    ...facts,
  }
}

/** Hand-made evidence as a check sees it. */
export function viewOf(parts: ViewParts = {}): EvidenceView {
  const items = (parts.items ?? []).map((planted, index) => ({
    id: index + 1,
    hash: 'a'.repeat(64),
    capturedAt: AS_OF,
    requestId: `request-${index + 1}`,
    ...planted,
  }))
  return {
    collection: collection(parts.collection),
    asOf: new Date(parts.asOf ?? AS_OF),
    period: parts.period ?? { start: '2026-01-01', end: '2026-12-31' },
    items: <T extends Topic>(topic: T) =>
      items.filter((entry) => entry.topic === topic) as unknown as readonly EvidenceItem<T>[],
    survey: () => surveyOf(items.map((item) => ({ ...item, body: JSON.stringify(item.content) }))),
    readings: (topic) => (parts.readings ?? []).filter((entry) => entry.topic === topic),
    lists: () => parts.lists ?? [],
    requests: () => parts.requests ?? [],
    events: (wanted = {}) => eventsOf(parts.events ?? []).filter((event) => isWanted(event, wanted)),
    eventDetails: ({ seq }) => parts.events?.[seq - 1]?.details ?? null,
    records: <K extends RecordKind>(kind: K) =>
      (parts.records ?? []).filter((record) => record.kind === kind) as unknown as readonly RecordItem<K>[],
    documents: () => parts.documents ?? [],
    work: () => ({ controls: [], signOffs: [], samples: [], verification: null, ...parts.work }),
  }
}

/** Something that a person told, under its key. */
export function told<K extends RecordKind>(kind: K, key: string, content: RecordContent<K>): RecordItem<K> {
  return { kind, key, content, by: 'ana@laptop', at: AS_OF, act: 1 }
}

/** A check that only has to be runnable, for tests of the runner. */
export function checkThat(judge: Check['judge'], facts: Partial<Check> = {}): Check {
  return {
    id: 'TST-01',
    title: 'A check for tests',
    severity: 'low',
    needs: [],
    why: '',
    fix: '',
    limits: '',
    judge,
    ...facts,
  }
}
