import type { Check, EvidenceView } from './check.ts'
import { isOlderThan } from './facts/ages.ts'
import { givenList } from './facts/lists.ts'
import { eachMember } from './facts/members.ts'
import { personKey } from './facts/teams.ts'
import { trailOf } from './facts/trail.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day } from './facts/words.ts'

/** IDN-14. */
export const silentMembersReviewed: Check = {
  id: 'IDN-14',
  title: 'Members with no recorded activity for 90 days are reviewed',
  severity: 'low',
  needs: ['team-members-roles', 'audit-trail-events'],
  needsLists: ['explanations'],
  why: 'An account that nobody uses is one that nobody misses when somebody else does.',
  fix: 'Ask the person or the team lead. Remove the member (`heroku members:remove EMAIL --team TEAM`), or write down why the access stays, in the list of explanations (kind silent-member).',
  limits:
    'Log-ins, reads and `heroku run` are not in the audit trail, so silence is a prompt and no proof. Releases count as activity, too. The number of days comes from the policy (`silentMemberDays`).',
  *judge(view, { silentMemberDays: limit }) {
    const from = new Date(view.asOf.getTime() - limit * 86_400_000).toISOString()
    const trail = trailOf(view)
    const released = releasers(view, from)
    const explained = new Map(
      givenList(view, 'explanations')
        ?.rows.filter(({ kind }) => kind === 'silent-member')
        .map((row) => [personKey(row.subject), row]),
    )
    const active = new Map<string, string>()
    yield* eachMember(view, (member) => {
      const email = personKey(member.content.email)
      const known = active.get(email) ?? lastAct(view, email, from) ?? released.get(email)
      if (known) {
        active.set(email, known)
        return pass(member, `Active on ${day(known)}.`, [member])
      }
      if (!isOlderThan(view.asOf, member.content.created_at, limit))
        return notApplicable(member, `A member since ${day(member.content.created_at)} only.`, [member])
      const why = explained.get(email)
      if (why)
        return pass(
          member,
          `No activity for ${count(limit, 'day')}, explained: ${why.reason}`.replace(/\.?$/, '.'),
          [member],
        )
      if ('none' in trail)
        return notEvaluated(
          member,
          `No release in ${count(limit, 'day')}, and nothing else is known. ${trail.none}`,
          [member],
        )
      if (trail.first === null || trail.first > from)
        return notEvaluated(
          member,
          `The audit trail of this locker does not reach ${count(limit, 'day')} back.`,
          [member],
        )
      return fail(
        member,
        `No recorded activity since ${day(from)}. Log-ins are not in the audit trail: a prompt, no proof.`,
        [member, ...trail.grounds.slice(-4)],
      )
    })
  },
}

function lastAct(view: EvidenceView, actor: string, from: string): string | undefined {
  for (const { at } of view.events({ actor, from })) return at
  return undefined
}

function releasers(view: EvidenceView, from: string): ReadonlyMap<string, string> {
  const people = new Map<string, string>()
  for (const { content } of view.items('releases'))
    if (content.created_at >= from) people.set(personKey(content.user.email), content.created_at)
  return people
}
