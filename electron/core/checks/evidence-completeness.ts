import type { Verdict } from '../../../shared/model/check.ts'
import type { ListProof, RequestRecord } from '../../../shared/model/collection.ts'
import { TOPICS } from '../../../shared/model/topic.ts'
import type { Check } from './check.ts'
import { grouped } from './facts/grouped.ts'
import { pathKind, withoutQuery } from './facts/paths.ts'
import { readsOf } from './facts/reads.ts'
import { fail, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** EVD-02. */
export const listsAreComplete: Check = {
  id: 'EVD-02',
  title: 'Each list was read to its end',
  severity: 'critical',
  needs: [],
  why: 'A population that stops after the first page gives samples and counts that are wrong without looking wrong.',
  fix: 'Resume or repeat the collection. A list that never ends is to be reported, with the path named here.',
  limits:
    'Shows that every page that Heroku announced was read. A list that Heroku itself cuts short cannot be told from a complete one. Lists that were refused are disclosed with the reads that were denied.',
  *judge(view) {
    const lists = view.lists()
    if (lists.length === 0) yield notEvaluated(WHOLE, 'The collection recorded no list.')
    for (const [kind, proofs] of grouped(lists, (proof) => pathKind(proof.path)))
      yield judgeKind(kind, proofs)
  },
}

function judgeKind(kind: string, proofs: readonly ListProof[]): Verdict {
  const about = { subject: kind, subjectId: kind }
  const open = proofs.filter((proof) => !isWhole(proof) && !wasRefused(proof))
  const read = proofs.filter(isWhole)
  const refused = proofs.length - open.length - read.length
  const aside = refused > 0 ? ` ${refused} more were refused.` : ''
  const pages = read.reduce((sum, proof) => sum + proof.pages, 0)
  const records = read.reduce((sum, proof) => sum + proof.records, 0)
  if (open.length > 0)
    return fail(
      about,
      `${open.length} of ${count(proofs.length, 'list')} not read to the end: ${listed(open.map((proof) => `${proof.path} after ${count(proof.pages, 'page')} (${proof.lastStatus})`))}.`,
    )
  if (read.length === 0) return notEvaluated(about, `${count(refused, 'list')}, all refused.`)
  return pass(
    about,
    `${count(read.length, 'list')}, ${count(pages, 'page')}, ${count(records, 'record')}, each read to its end.${aside}`,
  )
}

function isWhole({ complete, lastStatus, pages, ranges }: ListProof): boolean {
  const joined = ranges.length === pages && new Set(ranges).size === ranges.length
  return complete && (lastStatus === 200 || lastStatus === 206 || lastStatus === 304) && joined
}

/** A list whose first page was refused was never begun. */
function wasRefused({ complete, pages, lastStatus }: ListProof): boolean {
  return !complete && pages === 0 && lastStatus >= 400 && lastStatus < 500
}

/** EVD-07. */
export const refusalsAreDisclosed: Check = {
  id: 'EVD-07',
  title: 'Denied or failed reads are disclosed',
  severity: 'high',
  needs: [],
  why: 'What was not read is part of the evidence. Left unsaid, a gap looks like a clean result.',
  fix: 'Report this: every refused request has to appear among the reads that were denied. Until then list the paths named here in the completeness statement by hand.',
  limits: '',
  *judge(view) {
    const disclosed = new Set<string>()
    for (const topic of TOPICS)
      for (const reading of view.readings(topic))
        if (reading.path !== null && reading.outcome !== 'read') disclosed.add(withoutQuery(reading.path))
    const { total, refused } = refusedPaths(view.requests())
    const silent = [...refused].filter((path) => !disclosed.has(path))
    const notRead = TOPICS.reduce((sum, topic) => sum + readsOf(view, topic).refusals.length, 0)
    if (total === 0) yield notEvaluated(WHOLE, 'The collection recorded no request.')
    else if (silent.length > 0)
      yield fail(
        WHOLE,
        `${silent.length} of ${count(refused.size, 'refused path')} not disclosed: ${listed(silent)}.`,
      )
    else if (refused.size === 0) yield pass(WHOLE, `None of ${count(total, 'request')} was refused.`)
    else
      yield pass(
        WHOLE,
        `${count(refused.size, 'refused path')} of ${count(total, 'request')}, all disclosed, with ${count(notRead, 'reading')} that gave no evidence.`,
      )
  },
}

/** Paths that never got an answer; a path that answered in another variant of the API was read. */
function refusedPaths(requests: Iterable<RequestRecord>): {
  readonly total: number
  readonly refused: ReadonlySet<string>
} {
  const refused = new Set<string>()
  const answered = new Set<string>()
  let total = 0
  for (const request of requests) {
    total += 1
    const path = withoutQuery(request.path)
    if (request.status >= 400) refused.add(path)
    else answered.add(path)
  }
  for (const path of answered) refused.delete(path)
  return { total, refused }
}
