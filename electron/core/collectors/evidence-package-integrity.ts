import { z } from 'zod'
import type { Collector } from './collector.ts'
import { orNull, RefField } from './fields.ts'

const Addon = z.object({ id: z.string(), name: z.string(), app: RefField, plan: RefField })
const Team = z.object({ id: z.string(), name: z.string() })

/** What all second sources have in common. */
export const secondSource = {
  topic: 'evidence-package-integrity',
  title: 'Second sources',
  says: 'what Heroku counts and lists elsewhere, to hold the evidence against',
  scope: 'read',
} as const

/** Add-ons as a team's list has them, against the account's list: one request for each team. */
export const teamAddons: Collector<'evidence-package-integrity', 'team'> = {
  ...secondSource,
  id: 'evidence-package-integrity.team-addons',
  per: 'team',
  async *collect(heroku, team) {
    for await (const addon of heroku.list(`/teams/${team.id}/addons`, Addon))
      yield {
        subject: `${addon.name} of ${team.name}`,
        subjectId: `addon/${addon.id}`,
        content: {
          of: 'team-addon',
          id: addon.id,
          name: addon.name,
          team: team.name,
          app: addon.app,
          plan: addon.plan.name,
        },
      }
  },
}

/** Teams of an enterprise account, whether or not the collecting account is in them: one request. */
export const enterpriseTeams: Collector<'evidence-package-integrity', 'enterprise'> = {
  ...secondSource,
  id: 'evidence-package-integrity.enterprise-teams',
  per: 'enterprise',
  async *collect(heroku, enterprise) {
    const ref = { id: enterprise.id, name: enterprise.name }
    for await (const team of heroku.list(`/enterprise-accounts/${enterprise.id}/teams`, Team))
      yield {
        subject: `${team.name} of ${enterprise.name}`,
        subjectId: `team/${team.id}`,
        content: { of: 'enterprise-team', id: team.id, name: team.name, enterprise_account: ref },
      }
  },
}

/** An amount that may be missing. */
export const Amount = orNull(z.number())
