import type { Verdict } from '../../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import type { EvidenceView } from '../check.ts'
import { grouped } from './grouped.ts'
import { listGap, readsOf } from './reads.ts'
import { OUT_OF_SCOPE, scopeOf } from './scope.ts'
import { type About, notApplicable, notEvaluated, WHOLE } from './verdict.ts'

/** Mail domain of the pseudo-user that owns a team's apps: no person, no member. */
const TEAM_MAILBOX = '@herokumanager.com'

/** True for the address that stands for a team as an owner. */
export function isTeamMailbox(email: string): boolean {
  return email.toLowerCase().endsWith(TEAM_MAILBOX)
}

/** What people are joined by across lists: the address, which every list has and no two accounts share. */
export function personKey(email: string): string {
  return email.trim().toLowerCase()
}

function teamsOf(view: EvidenceView, topic: Topic, named: Iterable<string>): ReadonlyMap<string, string> {
  const teams = new Map<string, string>()
  for (const name of named) teams.set(name, name)
  for (const item of view.items('sso-identity-provider'))
    if (item.content.of === 'team') teams.set(item.content.name, item.content.id)
  for (const [id, name] of readsOf(view, topic).subjects('team')) teams.set(name, id)
  return teams
}

/**
 * Judges every team in scope that the collection knows of with its items of a topic. A team whose read was refused, or
 * that was never read, is not evaluated. `path` names the endpoint where several feed the topic.
 */
export function* eachTeam<T extends Topic>(
  view: EvidenceView,
  topic: T,
  teamOf: (item: EvidenceItem<T>) => string | null,
  judge: (team: About, items: readonly EvidenceItem<T>[]) => Iterable<Verdict>,
  path?: RegExp,
): Iterable<Verdict> {
  const groups = grouped(view.items(topic), teamOf)
  const teams = teamsOf(view, topic, groups.keys())
  const gap =
    listGap(view, topic, 'teams', /^\/teams/) ?? listGap(view, 'sso-identity-provider', 'teams', /^\/teams/)
  if (gap) yield gap
  else if (teams.size === 0) yield notApplicable(WHOLE, 'The collecting account is in no team.')
  const reads = readsOf(view, topic, path)
  const scope = scopeOf(view)
  for (const [name, id] of teams) {
    const team = { subject: name, subjectId: id }
    const items = groups.get(name) ?? []
    if (!scope.team(id, name)) {
      yield notApplicable(team, OUT_OF_SCOPE, items)
      continue
    }
    const missing = reads.refusal('team', id) || items.length === 0 ? reads.gap('team', id) : null
    if (missing) yield notEvaluated(team, missing)
    else yield* judge(team, items)
  }
}
