import { z } from 'zod'
import type { Collector } from './collector.ts'

const TeamApp = z.object({ id: z.string(), name: z.string(), locked: z.boolean() })

/** The lock of each team app; also names apps that `/apps` leaves out. */
export const appLock: Collector<'app-lock', 'team'> = {
  id: 'app-lock',
  topic: 'app-lock',
  title: 'App lock',
  says: 'which team apps other members can join without being invited',
  scope: 'read',
  per: 'team',
  async *collect(heroku, team) {
    for await (const app of heroku.list(`/teams/${team.id}/apps`, TeamApp))
      yield {
        subject: app.name,
        subjectId: app.id,
        content: { id: app.id, name: app.name, team: team.name, locked: app.locked },
      }
  },
}
