import type { Check } from './check.ts'
import { ageInDays, isOlderThan } from './facts/ages.ts'
import { eachTeam } from './facts/teams.ts'
import { fail, notApplicable, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

/** IDN-11. */
export const noStaleInvitation: Check = {
  id: 'IDN-11',
  title: 'No invitation has been pending longer than 14 days',
  severity: 'low',
  needs: ['team-invitations'],
  why: 'An open invitation is a key in a mailbox: whoever reads that mailbox can still walk in, long after the reason is gone.',
  fix: 'Revoke it in the Dashboard (team, Access, Invitations) and invite again when the person is ready.',
  limits: 'The limit comes from the policy (`invitationMaxAgeDays`).',
  *judge(view, { invitationMaxAgeDays: limit }) {
    yield* eachTeam(
      view,
      'team-invitations',
      (item) => item.content.team,
      function* (team, items) {
        const old = items.filter((item) => isOlderThan(view.asOf, item.content.created_at, limit))
        if (items.length === 0) yield notApplicable(team, 'The team has no open invitation.')
        else if (old.length === 0)
          yield pass(team, `${count(items.length, 'open invitation')}, none older than ${limit} days.`, items)
        else {
          const who = old.map(
            ({ content }) =>
              `${content.email} (${day(content.created_at)}, ${ageInDays(view.asOf, content.created_at)} days)`,
          )
          yield fail(team, `Open for more than ${limit} days: ${listed(who)}.`, old)
        }
      },
    )
  },
}
