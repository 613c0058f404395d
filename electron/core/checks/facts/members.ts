import type { Verdict } from '../../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { readsOf, refusedSubjects } from './reads.ts'
import { scopeOf } from './scope.ts'
import { isTeamMailbox } from './teams.ts'
import { notApplicable, WHOLE } from './verdict.ts'

/** A person in a team. */
export type Member = EvidenceItem<'team-members-roles'>

/** People in teams in scope; collaborators of single apps, whom the list shows too, are no members. */
export function membersOf(view: EvidenceView): readonly Member[] {
  const scope = scopeOf(view)
  return view
    .items('team-members-roles')
    .filter(
      ({ content }) =>
        !isTeamMailbox(content.email) &&
        content.role !== 'collaborator' &&
        scope.team(content.team, content.team),
    )
}

/** Judges every member in scope; teams whose members were refused are told on their own. */
export function* eachMember(view: EvidenceView, judge: (member: Member) => Verdict): Iterable<Verdict> {
  const members = membersOf(view)
  for (const member of members) yield judge(member)
  const reads = readsOf(view, 'team-members-roles')
  yield* refusedSubjects(reads, ['account', 'team'])
  if (members.length === 0 && reads.refusals.length === 0)
    yield notApplicable(WHOLE, 'No team in scope has a member.')
}
