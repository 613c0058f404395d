import type { Verdict } from '../../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import type { EvidenceView } from '../check.ts'
import { grouped } from './grouped.ts'
import { listGap, readsOf } from './reads.ts'
import { type About, notApplicable, notEvaluated, WHOLE } from './verdict.ts'

const PATH = /^\/enterprise-accounts/

function enterprisesOf(
  view: EvidenceView,
  topic: Topic,
  named: Iterable<string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const name of named) found.set(name, name)
  for (const item of view.items('sso-identity-provider'))
    if (item.content.of === 'enterprise-account') found.set(item.content.name, item.content.id)
  for (const [id, name] of readsOf(view, topic).subjects('enterprise')) found.set(name, id)
  return found
}

/**
 * Judges every enterprise account that the collection knows of with its items of a topic. One that was refused
 * or never read is not evaluated; where there is none, the question does not arise. `path` limits refusals
 * to one endpoint where several feed the topic.
 */
export function* eachEnterprise<T extends Topic>(
  view: EvidenceView,
  topic: T,
  enterpriseOf: (item: EvidenceItem<T>) => string | null,
  judge: (enterprise: About, items: readonly EvidenceItem<T>[]) => Iterable<Verdict>,
  path?: RegExp,
): Iterable<Verdict> {
  const groups = grouped(view.items(topic), enterpriseOf)
  const known = enterprisesOf(view, topic, groups.keys())
  const gap =
    listGap(view, topic, 'enterprise accounts', PATH) ??
    listGap(view, 'sso-identity-provider', 'enterprise accounts', PATH)
  if (gap) yield gap
  else if (known.size === 0) yield notApplicable(WHOLE, 'The collecting account sees no enterprise account.')
  const reads = readsOf(view, topic)
  for (const [name, id] of known) {
    const enterprise = { subject: name, subjectId: id }
    const items = groups.get(name) ?? []
    const refused = reads.refusals.some(
      (reading) => reading.subjectId === id && (!path || (reading.path !== null && path.test(reading.path))),
    )
    const missing = refused || items.length === 0 ? reads.gap('enterprise', id) : null
    if (missing) yield notEvaluated(enterprise, missing)
    else yield* judge(enterprise, items)
  }
}
