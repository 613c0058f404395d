import { createHash } from 'node:crypto'
import type { ChangesSince, WorkbookSource } from '../../../../../electron/core/export/workbook-source.ts'
import { ANSWERS, type CheckInfo, type CheckResult } from '../../../../../shared/model/check.ts'
import type {
  Collection,
  CollectionConditions,
  ListProof,
  Reading,
  RequestRecord,
} from '../../../../../shared/model/collection.ts'
import type { AuditEvent } from '../../../../../shared/model/event.ts'
import type { EvidenceItem } from '../../../../../shared/model/evidence.ts'
import type { ControlState, Framework } from '../../../../../shared/model/framework.ts'
import { Policy } from '../../../../../shared/model/policy.ts'
import type { Topic } from '../../../../../shared/model/topic.ts'
import { CONTENTS } from './contents.ts'

const AT = '2026-11-21T09:30:00.000Z'
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const sha = (text: string) => createHash('sha256').update(text).digest('hex')

const ITEMS: readonly EvidenceItem[] = Object.entries(CONTENTS)
  .flatMap(([topic, contents]) => contents.map((content, n) => ({ topic, content, n })))
  .map(({ topic, content, n }, index) => ({
    ...{ id: index + 1, topic: topic as Topic, subjectId: `${topic}-${n}`, subject: `${topic} number ${n}` },
    ...{
      content: content as never,
      hash: sha(JSON.stringify(content)),
      capturedAt: AT,
      requestId: uuid(index),
    },
  }))

const COLLECTION: Collection = {
  ...{ id: 1, state: 'complete', startedAt: AT, finishedAt: '2026-11-21T09:31:12.000Z' },
  connection: { id: 'c1', label: 'Aurelia auditor' },
  ...{ account: 'auditor@aurelia.example', apiUrl: 'https://api.heroku.com', collector: 'ana@laptop' },
  ...{ scopes: ['identity', 'read-protected'], tokenExpiresAt: '2026-12-21T00:00:00Z', appVersion: '0.1.0' },
  ...{ topics: [], clockOffsetMs: -120, digest: 'd1'.repeat(32) },
  counts: { requests: 3, evidence: ITEMS.length, unchanged: 4, events: 3, notRead: 1 },
}

const REQUESTS: readonly RequestRecord[] = [
  [`/apps`, 'id ..; max=1000', 206, 'id ]x..; max=1000'],
  [`/apps`, 'id ]x..; max=1000', 200, null],
  [`/spaces/${uuid(9)}/nat`, null, 404, null],
].map(([path, asked, status, next], index) => ({
  ...{ seq: index + 1, method: 'GET', host: 'api.heroku.com', path: String(path), status: Number(status) },
  range: { asked: asked as string | null, got: null, next: next as string | null },
  ...{ requestId: uuid(index), etag: null, apiVersion: '3.sdk', serverDate: AT, sentAt: AT },
  ...{ clockOffsetMs: -120.4, durationMs: 51.2, bytes: 2048, count: 2, attempts: 1 },
}))

const READINGS: readonly Reading[] = [
  ['read', null],
  ['denied', 'Heroku answered 403: you do not have access'],
  ['off', 'NAT is not on'],
].map(([outcome, reason]) => ({
  ...{ collectionId: 1, topic: 'space-outbound-ips', subjectKind: 'space', subjectId: uuid(9) },
  ...{ subject: 'aurelia-vault', path: `/spaces/${uuid(9)}/nat`, outcome: outcome as Reading['outcome'] },
  ...{ reason: reason ?? null, items: 0 },
}))

const LISTS: readonly ListProof[] = [
  {
    ...{ path: '/apps', pages: 2, records: 4, ranges: ['id ..; max=1000', 'id ]x..; max=1000'] },
    ...{ lastStatus: 200, complete: true },
  },
  { path: '/addons', pages: 1, records: 200, ranges: ['id ..; max=1000'], lastStatus: 206, complete: false },
]

const CHECKS: readonly CheckInfo[] = [
  ['IDN-01', 'Every human team member has MFA or a federated identity', 'critical', 'member-mfa', 'A.5.17'],
  ['LOG-01', 'Every production app drains its logs', 'high', 'log-drains', 'A.8.15'],
  ['DAT-01', 'Databases are encrypted at rest', 'medium', 'postgres-encryption-at-rest', 'A.8.24'],
].map(([id, title, severity, topic, control]) => ({
  ...{ id: String(id), title: String(title), severity: severity as CheckInfo['severity'] },
  ...{ needs: [topic as Topic], why: 'Because an auditor asks.', fix: 'Do `heroku something`.', limits: '' },
  controls: [{ framework: 'iso27001-2022', control: String(control) }],
}))

const RESULTS: readonly CheckResult[] = CHECKS.flatMap(({ id, title, severity }, index) =>
  ANSWERS.map((answer, n) => ({
    ...{ collectionId: 1, checkId: id, title, severity, answer, subject: `thing ${n}`, subjectId: `${n}` },
    ...{ reason: `Seen ${n}.`, evidence: Array.from({ length: index === 0 ? 8 : n }, (_none, e) => e + 1) },
  })),
)

const FRAMEWORK: Framework = {
  ...{ id: 'iso27001-2022', title: 'ISO/IEC 27001:2022', version: '2022', source: 'ISO', published: {} },
  requirementKinds: ['control'],
  controls: [
    { id: 'A', parent: null, title: 'Annex A', kind: 'root' },
    { id: 'A.5', parent: 'A', title: 'Organizational controls', kind: 'theme' },
    { id: 'A.8', parent: 'A', title: 'Technological controls', kind: 'theme' },
    { id: 'A.8.15', parent: 'A.8', title: 'Logging', kind: 'control' },
    { id: 'A.5.17', parent: 'A.5', title: 'Authentication information', kind: 'control' },
    { id: 'A.8.24', parent: 'A.8', title: 'Use of cryptography', kind: 'control' },
    { id: 'A.8.30', parent: 'A.8', title: 'Outsourced development', kind: 'control' },
  ],
  topics: [],
  checks: [],
}

const each = { pass: 1, fail: 1, 'not-applicable': 1, 'not-evaluated': 1 }
const STATES: readonly ControlState[] = FRAMEWORK.controls.slice(3).map((control, index) => {
  const check = CHECKS[index === 0 ? 1 : index === 1 ? 0 : 2]
  const nothing = control.id === 'A.8.30'
  return {
    ...{
      framework: 'iso27001-2022',
      control,
      status: nothing ? 'open' : 'exception',
      evidence: nothing ? 0 : 2,
    },
    topics: nothing
      ? []
      : [{ topic: check?.needs[0] ?? 'releases', rationale: 'It shows it.', items: 2, notRead: index }],
    checks: nothing ? [] : [{ check: check?.id ?? '', counts: each }],
  }
})

const EVENTS: readonly AuditEvent[] = [1, 2, 3].map((seq) => ({
  ...{ seq, at: `2026-09-0${seq}T10:00:00Z`, id: uuid(seq), type: 'release', action: 'create' },
  ...{ actor: 'ana@aurelia.example', app: 'shop-api', team: null, ip: '203.0.113.7' },
}))

const CONDITIONS: CollectionConditions = {
  tiers: ['core', 'extended'],
  asked: null,
  reservePercent: 25,
  spreadHours: 0,
}

const NO_CHANGE = { 'first-read': 0, 'not-read': 1, unchanged: 7, noise: 2 }
const CHANGED = {
  topic: 'log-drains',
  compared: true,
  added: 1,
  removed: 1,
  changed: 1,
  ...NO_CHANGE,
} as const
const CHANGES: ChangesSince = {
  before: { id: 0, startedAt: '2026-08-21T09:30:00.000Z' },
  topics: [CHANGED, { ...CHANGED, topic: 'app-lock', compared: false }],
  rows: () => [
    {
      topic: 'log-drains',
      subjectId: 'd1',
      subject: 'shop-api to logs.example',
      kind: 'changed',
      before: 901,
      after: 1,
      fields: [
        { field: 'host', kind: 'changed', before: 'logs.example', after: 'evil.example' },
        { field: 'port', kind: 'changed', before: null, after: 514 },
      ],
    },
    {
      topic: 'log-drains',
      subjectId: 'd2',
      subject: 'shop-web to logs.example',
      kind: 'not-read',
      before: 902,
      after: null,
      fields: [],
    },
  ],
}

/** A source made of plain data, with an item of every kind; `more` replaces any part. */
export function madeSource(more: Partial<WorkbookSource> = {}): WorkbookSource {
  const items = more.items ?? ((topic: Topic) => ITEMS.filter((item) => item.topic === topic) as never)
  return {
    ...{ generatedAt: '2026-11-21T10:00:00.000Z', appVersion: '0.1.0', actor: 'ana@laptop' },
    conditions: () => CONDITIONS,
    changes: () => CHANGES,
    locker: {
      ...{ id: 'ab'.repeat(16), file: '/home/ana/aurelia.locker', schemaVersion: 2, createdAt: AT },
      engagement: {
        ...{ organisation: 'Aurelia Health', period: { start: '2025-11-01', end: '2026-10-31' } },
        ...{ timeZone: 'UTC', frameworks: ['iso27001-2022'], preparer: 'Ana Preparer', reviewer: null },
      },
      ...{ createdBy: '0.1.0', bytes: 1, head: 'e1'.repeat(32) },
      counts: { collections: 1, evidence: ITEMS.length, sightings: ITEMS.length, events: 3, journal: 1 },
    },
    journalHead: { seq: 1, hash: 'e1'.repeat(32) },
    collection: COLLECTION,
    register: () =>
      ITEMS.map(({ content: _, ...item }) => ({
        ...item,
        ...{ path: `/of/${item.topic}`, firstSeenAt: AT, sightings: 2 },
      })),
    items,
    readings: () => READINGS,
    notRead: () => READINGS.filter(({ outcome }) => outcome === 'denied'),
    lists: () => LISTS,
    requests: () => REQUESTS,
    dropped: () => [{ pattern: '/account', fields: ['sms_number', 'verified'] }],
    checks: () => CHECKS,
    results: () => RESULTS,
    checkRun: () => ({ actor: 'ana@laptop', at: AT, appVersion: '0.1.0', policy: Policy.parse({}) }),
    frameworks: () => [FRAMEWORK],
    controls: () => STATES,
    coverage: () => [
      {
        ...{ framework: 'iso27001-2022', title: FRAMEWORK.title, requirements: 4, mapped: 3 },
        ...{ supported: 0, exception: 3, evidence: 0, open: 1, domains: [] },
      },
    ],
    records: () => [],
    documents: () => [],
    mappings: () => [],
    conclusions: () => [],
    exceptions: () => [],
    accessReviews: () => [],
    inherited: () => [],
    period: () => ({
      period: { start: '2026-01-01', end: '2026-12-31' },
      collections: [],
      longestGapDays: 0,
      checks: [],
    }),
    events: () => EVENTS,
    eventCounts: () => ({ inPeriod: EVENTS.length, all: EVENTS.length }),
    archives: () => [
      {
        ...{
          enterprise: { name: 'aurelia' },
          year: 2026,
          month: '09',
          checksum: 'ab'.repeat(32),
          size: 1234,
        },
        ...{ events: 5, kept: 3, known: 2, changed: 0, undated: 0, firstAt: 1_788_257_600_000, lastAt: null },
        ...{ eventsHead: 'a1'.repeat(32), head: 'a2'.repeat(32), ingestedAt: AT, collectionId: 1 },
      },
    ],
    journal: () => [
      {
        ...{ seq: 1, at: AT, actor: 'ana@laptop', action: 'locker.created', hash: 'e1'.repeat(32) },
        detail: { organisation: 'Aurelia Health', hmac: 'never' },
      },
    ],
    ...more,
  }
}
