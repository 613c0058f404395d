import { z } from 'zod'
import { secret } from '../heroku/secret.ts'
import type { Collector } from './collector.ts'
import { IdField, orNull, RefField, Time } from './fields.ts'

/** One authorization of `GET /oauth/authorizations`; the token texts are only ever compared in memory. */
export const Authorization = z.object({
  id: z.string(),
  description: orNull(z.string()),
  scope: z.array(z.string()),
  client: orNull(RefField),
  access_token: orNull(z.object({ expires_in: orNull(z.number()), token: orNull(secret()) })),
  refresh_token: orNull(IdField),
  session: orNull(IdField),
  created_at: Time,
  updated_at: Time,
})

/** Tokens and OAuth clients of the collecting account; nobody else's are readable. */
export const oauthAuthorizations: Collector<'oauth-authorizations', 'account'> = {
  id: 'oauth-authorizations',
  topic: 'oauth-authorizations',
  title: 'OAuth authorizations',
  says: 'which tokens and clients act for the collecting account, with which scope and until when',
  scope: 'global',
  per: 'account',
  async *collect(heroku) {
    for await (const authorization of heroku.list('/oauth/authorizations', Authorization))
      yield {
        subject: authorization.description ?? authorization.client?.name ?? authorization.id,
        subjectId: authorization.id,
        content: {
          of: 'authorization',
          id: authorization.id,
          description: authorization.description,
          scope: authorization.scope,
          client: authorization.client,
          expires_in: authorization.access_token?.expires_in ?? null,
          has_refresh_token: authorization.refresh_token !== null,
          has_session: authorization.session !== null,
          is_collector: heroku.isOwnToken(authorization.access_token?.token ?? null),
          created_at: authorization.created_at,
          updated_at: authorization.updated_at,
        },
      }
  },
}
