import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, RefField, Time } from './fields.ts'

/** One member of `GET /teams/{team}/members`; roles and second factors read the same list. */
export const TeamMember = z.object({
  id: z.string(),
  email: z.string(),
  user: orNull(z.object({ id: z.string() })),
  role: orNull(z.string()),
  federated: z.boolean(),
  two_factor_authentication: orNull(z.boolean()),
  identity_provider: orNull(RefField),
  created_at: Time,
  updated_at: Time,
})

/** Who belongs to each team, and in which role. */
export const teamMembersRoles: Collector<'team-members-roles', 'team'> = {
  id: 'team-members-roles',
  topic: 'team-members-roles',
  title: 'Team members and roles',
  says: 'who belongs to each team, in which role and since when',
  scope: 'read',
  per: 'team',
  async *collect(heroku, team) {
    for await (const member of heroku.list(`/teams/${team.id}/members`, TeamMember))
      yield {
        subject: `${member.email} in ${team.name}`,
        subjectId: `${team.id}/${member.id}`,
        content: {
          id: member.id,
          team: team.name,
          email: member.email,
          user_id: member.user?.id ?? null,
          role: member.role,
          federated: member.federated,
          created_at: member.created_at,
          updated_at: member.updated_at,
        },
      }
  },
}
