import { z } from 'zod'
import type { RequestRecord } from '../../../shared/model/collection.ts'
import type { EarlierRead, HerokuClient, SubjectCache } from '../heroku/client.ts'
import { endOf } from '../heroku/token-end.ts'
import { Authorization } from './oauth-authorizations.ts'

/** Whose token a collection reads with, and what that token may do. */
export interface Opening {
  /** E-mail address of the account. */
  readonly account: string
  /** Null where Heroku does not tell. */
  readonly scopes: readonly string[] | null
  /** Null for a token without end, and where Heroku does not tell. */
  readonly tokenExpiresAt: string | null
  /** Cache to read the account with, so that nothing is asked twice. */
  readonly cache: SubjectCache
  readonly exchanges: readonly RequestRecord[]
  /** What it rested on; null where that is not known. */
  readonly reads: readonly EarlierRead[] | null
}

const Account = z.object({ email: z.string() })

/**
 * Asks for the account and for its authorizations, among which the token's own is found by its text, in memory.
 * @throws Problem `token-refused`, `token-expired`, `two-factor`, `host-unreachable` …; Refused where `/account`
 * cannot be read with this scope
 */
export async function readOpening(client: HerokuClient): Promise<Opening> {
  const cache = client.subject()
  const reader = client.reader(cache)
  const { email } = await reader.get('/account', Account)
  let scopes: readonly string[] | null = null
  let tokenExpiresAt: string | null = null
  for await (const authorization of reader.listIfAllowed('/oauth/authorizations', Authorization)) {
    if (reader.isOwnToken(authorization.access_token?.token ?? null) !== true) continue
    scopes = authorization.scope
    const seconds = authorization.access_token?.expires_in ?? null
    const askedAt = Date.parse(reader.last()?.sentAt ?? '')
    tokenExpiresAt = endOf(askedAt, seconds)
  }
  return {
    account: email,
    scopes,
    tokenExpiresAt,
    cache,
    exchanges: reader.exchanges(),
    reads: reader.reads(),
  }
}
