import type { Verdict } from '../../../shared/model/check.ts'
import type { Collection, RequestRecord } from '../../../shared/model/collection.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import { TOPICS } from '../../../shared/model/topic.ts'
import type { Check } from './check.ts'
import { type About, fail, notApplicable, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** EVD-01. */
export const evidenceHasProvenance: Check = {
  id: 'EVD-01',
  title: 'Each evidence item has full provenance',
  severity: 'critical',
  needs: [],
  why: 'An auditor relies on electronic information only when its source and its way into the file are shown: who read what, when, with which tool.',
  fix: 'Collect again with the current version. If an item stays without provenance, do not rely on it and report it.',
  limits:
    'Shows that the facts are there. That Heroku truly sent the answer rests on the connection and on Heroku.',
  *judge(view) {
    yield judgeRun(view.collection)
    yield judgeRequests(view.requests())
    let topics = 0
    for (const topic of TOPICS) {
      const items = view.items(topic)
      if (items.length === 0) continue
      topics += 1
      yield judgeItems({ subject: topic, subjectId: topic }, items)
    }
    if (topics === 0)
      yield notApplicable({ subject: 'evidence', subjectId: 'evidence' }, 'The collection holds no evidence.')
  },
}

function judgeRun({ collector, account, appVersion, startedAt }: Collection): Verdict {
  const about = { subject: 'the run', subjectId: 'run' }
  const facts = { collector, account, 'tool version': appVersion, start: startedAt }
  const missing = Object.entries(facts).flatMap(([name, value]) => (value ? [] : [name]))
  return missing.length > 0
    ? fail(about, `Not recorded: ${listed(missing)}.`)
    : pass(about, `Collected by ${collector} as ${account} with version ${appVersion}.`)
}

function judgeRequests(requests: Iterable<RequestRecord>): Verdict {
  const about = { subject: 'the requests', subjectId: 'requests' }
  const incomplete: string[] = []
  let total = 0
  for (const request of requests) {
    total += 1
    const { method, host, path, apiVersion, sentAt, status } = request
    if (!method || !host || !path || !apiVersion || !sentAt || !status) incomplete.push(`no. ${request.seq}`)
  }
  if (incomplete.length > 0)
    return fail(
      about,
      `${incomplete.length} of ${count(total, 'request')} lack a fact: ${listed(incomplete)}.`,
    )
  return total === 0
    ? notApplicable(about, 'The collection made no request.')
    : pass(about, `${count(total, 'request')} with method, path, API version, time and status.`)
}

function judgeItems(about: About, items: readonly EvidenceItem[]): Verdict {
  const wanting = items.filter((item) => lacks(item).length > 0)
  if (wanting.length === 0)
    return pass(about, `${count(items.length, 'item')} with request id, time and SHA-256.`, items)
  const what = [...new Set(wanting.flatMap(lacks))]
  return fail(about, `${wanting.length} of ${count(items.length, 'item')} without ${listed(what)}.`, wanting)
}

/** Topics that are made of evidence and events that are in the locker already. */
const DERIVED: ReadonlySet<string> = new Set([
  'drift-between-periods',
  'audit-trail-retention',
  'member-removals',
])

/** Evidence that the program derived names what it was made of; it rests on no request of its own. */
function isDerived({ topic, content }: EvidenceItem): boolean {
  const of: unknown = typeof content === 'object' && content !== null ? Reflect.get(content, 'of') : null
  return DERIVED.has(topic) || of === 'reconciliation'
}

function lacks(item: EvidenceItem): readonly string[] {
  const { requestId, capturedAt, hash } = item
  return [
    ...(requestId || isDerived(item) ? [] : ['request id']),
    ...(Number.isNaN(Date.parse(capturedAt)) ? ['time'] : []),
    ...(/^[0-9a-f]{64}$/.test(hash) ? [] : ['SHA-256']),
  ]
}
