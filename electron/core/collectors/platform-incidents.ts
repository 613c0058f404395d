import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'

const Delinquency = z.object({
  scheduled_suspension_time: orNull(Time),
  scheduled_deletion_time: orNull(Time),
})

const common = {
  topic: 'platform-incidents',
  title: 'Suspension ahead',
  says: 'whether Heroku is going to suspend or delete an account or a team that was not paid for',
  scope: 'read',
  tier: 'optional',
} as const

/** Of the collecting account: one request. */
export const accountDelinquency: Collector<'platform-incidents', 'account'> = {
  ...common,
  id: 'platform-incidents.account',
  per: 'account',
  async *collect(heroku, account) {
    const times = await heroku.get('/account/delinquency', Delinquency)
    const owner = { id: account.id, name: account.name, type: 'account' } as const
    yield { subject: account.name, subjectId: account.id, content: { of: 'delinquency', owner, ...times } }
  },
}

/** Of a team: one request for each. */
export const teamDelinquency: Collector<'platform-incidents', 'team'> = {
  ...common,
  id: 'platform-incidents.team',
  per: 'team',
  async *collect(heroku, team) {
    const times = await heroku.get(`/teams/${team.id}/delinquency`, Delinquency)
    const owner = { id: team.id, name: team.name, type: 'team' } as const
    yield { subject: team.name, subjectId: team.id, content: { of: 'delinquency', owner, ...times } }
  },
}
