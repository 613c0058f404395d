import { z } from 'zod'
import type { SecondSourceContent } from '../../../shared/model/content.ts'
import type { Collector, EnterpriseSubject, HerokuReader } from './collector.ts'
import { Amount, secondSource } from './evidence-package-integrity.ts'
import { orNull } from './fields.ts'

const amounts = { dynos: Amount, addons: Amount, data: Amount, partner: Amount }
const AppUsage = z.object({ app_name: z.string(), ...amounts })
const TeamUsage = z.object({
  id: z.string(),
  name: z.string(),
  space: Amount,
  apps: orNull(z.array(AppUsage)),
  ...amounts,
})
const TeamMonth = TeamUsage.extend({ month: z.string(), connect: Amount })
const EnterpriseUsage = z.object({
  month: orNull(z.string()),
  date: orNull(z.string()),
  teams: orNull(z.array(TeamUsage)),
})

/**
 * Which apps a team was billed for, month by month: who was billed for an app had it. One request for each team.
 * Extended, though Heroku's list of endpoints is read by choice elsewhere: apps are counted against it (PLT-07).
 */
export const teamUsage: Collector<'evidence-package-integrity', 'team'> = {
  ...secondSource,
  id: 'evidence-package-integrity.team-usage',
  tier: 'extended',
  per: 'team',
  async *collect(heroku, team) {
    const ref = { id: team.id, name: team.name }
    const path = `/teams/${team.id}/usage/monthly?start=${yearBefore(team.asOf)}`
    for await (const { month, apps, space, connect } of heroku.list(path, TeamMonth))
      yield {
        subject: `${team.name} in ${month}`,
        subjectId: `usage/${team.id}/${month}`,
        content: {
          of: 'team-usage',
          team: ref,
          month,
          apps: (apps ?? []).map(({ app_name, ...used }) => ({ name: app_name, ...used })).sort(byName),
          space,
          connect,
        },
      }
  },
}

/** What the teams of an enterprise account used, by month: one request. */
export const enterpriseMonths: Collector<'evidence-package-integrity', 'enterprise'> = {
  ...secondSource,
  id: 'evidence-package-integrity.enterprise-months',
  tier: 'optional',
  per: 'enterprise',
  collect: (heroku, enterprise) => enterpriseUsage(heroku, enterprise, 'monthly'),
}

/** What the teams of an enterprise account used, by day: one request. */
export const enterpriseDays: Collector<'evidence-package-integrity', 'enterprise'> = {
  ...secondSource,
  id: 'evidence-package-integrity.enterprise-days',
  tier: 'optional',
  per: 'enterprise',
  collect: (heroku, enterprise) => enterpriseUsage(heroku, enterprise, 'daily'),
}

async function* enterpriseUsage(
  heroku: HerokuReader,
  { id, name, asOf }: EnterpriseSubject,
  resolution: 'daily' | 'monthly',
) {
  const start = resolution === 'daily' ? monthBefore(asOf) : yearBefore(asOf)
  const path = `/enterprise-accounts/${id}/usage/${resolution}?start=${start}`
  for await (const used of heroku.list(path, EnterpriseUsage)) {
    const period = (resolution === 'daily' ? used.date : used.month) ?? ''
    const content: SecondSourceContent = {
      of: 'enterprise-usage',
      enterprise_account: { id, name },
      period,
      teams: (used.teams ?? [])
        .map(({ apps, ...team }) => ({ ...team, apps: (apps ?? []).map((app) => app.app_name).sort() }))
        .sort(byName),
    }
    yield { subject: `${name} in ${period}`, subjectId: `usage/${id}/${period}`, content }
  }
}

/** The same month a year earlier, such as `2025-11`. */
function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4, 7)}`
}

/** Thirty days earlier. */
function monthBefore(day: string): string {
  return new Date(Date.parse(day) - 30 * 86_400_000).toISOString().slice(0, 10)
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}
