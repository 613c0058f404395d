import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'

const Person = z.object({ email: z.string() })

const Invitation = z.object({
  id: z.string(),
  user: Person,
  role: orNull(z.string()),
  invited_by: Person,
  created_at: Time,
})

/** People who were invited to a team and have not answered. */
export const teamInvitations: Collector<'team-invitations', 'team'> = {
  id: 'team-invitations',
  topic: 'team-invitations',
  title: 'Pending invitations',
  says: 'who was invited to each team, by whom, and is still expected',
  scope: 'read',
  per: 'team',
  async *collect(heroku, team) {
    for await (const invitation of heroku.list(`/teams/${team.name}/invitations`, Invitation))
      yield {
        subject: `${invitation.user.email} to ${team.name}`,
        subjectId: invitation.id,
        content: {
          id: invitation.id,
          team: team.name,
          email: invitation.user.email,
          role: invitation.role,
          invited_by: invitation.invited_by.email,
          created_at: invitation.created_at,
        },
      }
  },
}
