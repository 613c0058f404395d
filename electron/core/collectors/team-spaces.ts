import { z } from 'zod'
import type { Collector } from './collector.ts'
import { secondSource } from './evidence-package-integrity.ts'

const TeamSpace = z.object({ id: z.string(), name: z.string() })

/** Spaces as a team's list has them, against the account's list: one request for each team. */
export const teamSpaces: Collector<'evidence-package-integrity', 'team'> = {
  ...secondSource,
  id: 'evidence-package-integrity.team-spaces',
  tier: 'extended',
  per: 'team',
  async *collect(heroku, team) {
    for await (const space of heroku.list(`/teams/${team.id}/spaces`, TeamSpace))
      yield {
        subject: `${space.name} of ${team.name}`,
        subjectId: `space/${space.id}`,
        content: { of: 'team-space', id: space.id, name: space.name, team: team.name },
      }
  },
}
