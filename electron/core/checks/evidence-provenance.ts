import type { Verdict } from '../../../shared/model/check.ts'
import type { Collection, RequestRecord } from '../../../shared/model/collection.ts'
import type { Check } from './check.ts'
import type { TopicSurvey } from './facts/survey.ts'
import { fail, notApplicable, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** EVD-01. */
export const evidenceHasProvenance: Check = {
  id: 'EVD-01',
  title: 'Each evidence item has full provenance',
  severity: 'critical',
  needs: [],
  surveys: true,
  why: 'An auditor relies on electronic information only when its source and its way into the file are shown: who read what, when, with which tool.',
  fix: 'Collect again with the current version. If an item stays without provenance, do not rely on it and report it.',
  limits:
    'Shows that the facts are there. That Heroku truly sent the answer rests on the connection and on Heroku.',
  *judge(view) {
    yield judgeRun(view.collection)
    yield judgeRequests(view.requests())
    const topics = view.survey()
    for (const topic of topics) yield judgeItems(topic)
    if (topics.length === 0)
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

function judgeItems({ topic, items, some, wanting }: TopicSurvey): Verdict {
  const about = { subject: topic, subjectId: topic }
  if (wanting.items === 0)
    return pass(about, `${count(items, 'item')} with request id, time and SHA-256.`, some)
  return fail(
    about,
    `${wanting.items} of ${count(items, 'item')} without ${listed(wanting.what)}.`,
    wanting.some,
  )
}
