import { z } from 'zod'
import type { Instant } from './json.ts'

/** Schema of a connection's label: what a person calls the credential. */
export const ConnectionLabel = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@-]*$/u, 'letters, digits, spaces and . _ @ - only')

/** A Heroku credential as it is known outside the keychain: everything but the token. */
export interface Connection {
  readonly id: string
  readonly label: string
  /** Base address of the Platform API, such as `https://api.heroku.com`. */
  readonly apiUrl: string
  /** Base address of the Data API. */
  readonly dataUrl: string
  readonly account: string | null
  readonly addedAt: Instant
}

/** What a token turns out to be when it is tried, before anything is collected. */
export interface Probe {
  readonly account: { readonly id: string; readonly email: string; readonly federated: boolean }
  /** OAuth scopes of the token, or null where Heroku does not tell. */
  readonly scopes: readonly string[] | null
  readonly expiresAt: Instant | null
  readonly teams: readonly {
    readonly name: string
    readonly role: string | null
    readonly enterprise: string | null
  }[]
  readonly enterprises: readonly { readonly name: string; readonly permissions: readonly string[] }[]
  readonly rateLimitRemaining: number | null
  readonly clockOffsetMs: number | null
  /** What this token will not be able to read, each with the reason and what to ask for. */
  readonly cannotRead: readonly { readonly what: string; readonly why: string; readonly remedy: string }[]
}
