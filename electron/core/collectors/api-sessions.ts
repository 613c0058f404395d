import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'

/** The list is known from Heroku's own command line only, so little is taken for granted. */
const Session = z.object({
  id: z.string(),
  description: orNull(z.string()),
  expires_in: orNull(z.number()),
  created_at: Time,
  updated_at: Time,
})

/** Log-ins of the collecting account that have not ended: one list, one request. */
export const apiSessions: Collector<'api-sessions', 'account'> = {
  id: 'api-sessions',
  topic: 'api-sessions',
  title: 'Sessions',
  says: 'which log-ins of the collecting account are open, from where and since when',
  scope: 'global',
  tier: 'extended',
  per: 'account',
  async *collect(heroku) {
    for await (const session of heroku.list('/oauth/sessions', Session, { variant: '3' }))
      yield { subject: session.description ?? session.id, subjectId: session.id, content: session }
  },
}
