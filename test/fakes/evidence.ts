import type { Check, EvidenceView } from '../../electron/core/checks/check.ts'
import type {
  Collection,
  ListProof,
  Reading,
  RequestRecord,
  SubjectKind,
} from '../../shared/model/collection.ts'
import type { ContentOf } from '../../shared/model/content.ts'
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

/** What `viewOf` can be given; everything has a plain default. */
export interface ViewParts {
  readonly items?: readonly Planted[]
  readonly readings?: readonly Reading[]
  readonly lists?: readonly ListProof[]
  readonly requests?: readonly RequestRecord[]
  readonly records?: readonly RecordItem[]
  readonly documents?: readonly DocumentInfo[]
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
    readings: (topic) => (parts.readings ?? []).filter((entry) => entry.topic === topic),
    lists: () => parts.lists ?? [],
    requests: () => parts.requests ?? [],
    records: <K extends RecordKind>(kind: K) =>
      (parts.records ?? []).filter((record) => record.kind === kind) as unknown as readonly RecordItem<K>[],
    documents: () => parts.documents ?? [],
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
