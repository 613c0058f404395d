import { z } from 'zod'
import { reduceAddress } from './address.ts'
import type { Collector } from './collector.ts'
import { orNull, RefField, Time, UserField } from './fields.ts'

const Client = z.object({
  id: z.string(),
  name: z.string(),
  redirect_uri: z.string(),
  ignores_delinquent: orNull(z.boolean()),
  created_at: Time,
  updated_at: Time,
})

const TeamAuthorization = z.object({
  id: z.string(),
  description: orNull(z.string()),
  scope: z.array(z.string()),
  client: orNull(RefField),
  user: orNull(UserField),
  access_token: orNull(z.object({ expires_in: orNull(z.number()) })),
  created_at: Time,
  updated_at: Time,
})

/** Programs that the collecting account registered for others to authorize: one list, one request. */
export const oauthClients: Collector<'oauth-authorizations', 'account'> = {
  id: 'oauth-authorizations.clients',
  topic: 'oauth-authorizations',
  title: 'OAuth clients',
  says: 'which programs the collecting account has registered, and where they send people back to',
  scope: 'global',
  tier: 'extended',
  per: 'account',
  async *collect(heroku) {
    for await (const { redirect_uri, ...client } of heroku.list('/oauth/clients', Client)) {
      const { scheme, host } = reduceAddress(redirect_uri)
      yield {
        subject: client.name,
        subjectId: client.id,
        content: { of: 'client', ...client, redirect_scheme: scheme, redirect_host: host },
      }
    }
  },
}

/**
 * Authorizations that act for a team: one request for each team. Known from one of Heroku's schemas only; who may
 * read them is not documented, so a refusal is to be expected.
 */
export const teamAuthorizations: Collector<'oauth-authorizations', 'team'> = {
  id: 'oauth-authorizations.team',
  topic: 'oauth-authorizations',
  title: 'Authorizations of teams',
  says: 'which tokens and clients act for a team, with which scope and until when',
  scope: 'read',
  tier: 'extended',
  per: 'team',
  async *collect(heroku, team) {
    const path = `/teams/${team.id}/oauth/authorizations`
    for await (const { access_token, ...authorization } of heroku.list(path, TeamAuthorization))
      yield {
        subject: `${authorization.description ?? authorization.client?.name ?? authorization.id} of ${team.name}`,
        subjectId: `${team.id}/${authorization.id}`,
        content: {
          of: 'team-authorization',
          ...authorization,
          team: { id: team.id, name: team.name },
          expires_in: access_token?.expires_in ?? null,
        },
      }
  },
}
