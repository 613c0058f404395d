import type { IncomingHttpHeaders } from 'node:http'
import { canary } from '../canary.ts'
import type { TeamName } from '../company.ts'
import type { Organisation } from '../organisation.ts'
import type { Person } from '../people.ts'
import { secondFactor, unauthorized } from './refusal.ts'

/** Roles of the demo's tokens. `auditor` is the one to use. */
export type Role = 'auditor' | 'reader' | 'global' | 'member' | 'expired' | 'revoked' | 'two-factor'

/** What a route asks of a token's scope. */
export type Scope = 'any' | 'identity' | 'read' | 'read-protected'

/** Who asks, and what that account may see. */
export interface Caller {
  readonly role: Role
  readonly token: string
  readonly person: Person
  readonly scopes: readonly string[]
  /** Names of visible teams. */
  readonly teams: ReadonlySet<TeamName>
  readonly enterprise: boolean
  /** Apps without a team that others share with this account. */
  readonly personal: boolean
}

interface Part {
  readonly role: Role
  readonly person: string
  readonly scopes: readonly string[]
}

const PARTS: readonly Part[] = [
  { role: 'auditor', person: 'reader', scopes: ['identity', 'read-protected'] },
  { role: 'reader', person: 'reader', scopes: ['identity', 'read'] },
  { role: 'global', person: 'viktor', scopes: ['global'] },
  { role: 'member', person: 'aiko', scopes: ['identity', 'read-protected'] },
  { role: 'expired', person: 'reader', scopes: ['identity', 'read-protected'] },
  { role: 'revoked', person: 'reader', scopes: ['identity', 'read-protected'] },
  { role: 'two-factor', person: 'reader', scopes: ['identity', 'read-protected'] },
]

/** One caller per role. Tokens look like Heroku's and are canaries. */
export function makeCallers(org: Organisation): readonly Caller[] {
  return PARTS.map((part) => {
    const person = org.people.find((p) => p.key === part.person) ?? org.people[0]
    if (!person) throw new RangeError('an organisation needs at least one person')
    return {
      role: part.role,
      token: `HRKU-${canary(org.ground, 'token', part.role)}`,
      person,
      scopes: part.scopes,
      teams: new Set(person.teams.map(([name]) => name)),
      enterprise: person.enterprise.includes('manage'),
      personal: part.role !== 'member',
    }
  })
}

/** True when the scopes of a token cover what a route needs. */
export function covers(scopes: readonly string[], need: Scope): boolean {
  if (need === 'any' || scopes.includes('global')) return true
  if (need === 'identity') return scopes.includes('identity')
  if (need === 'read') return scopes.some((scope) => /^(read|write)/.test(scope))
  return scopes.some((scope) => /^(read|write)-protected$/.test(scope))
}

/** The caller of a request, by Bearer token or Basic `:token`. Throws the 401 or 403 that Heroku would send. */
export function identify(headers: IncomingHttpHeaders, callers: ReadonlyMap<string, Caller>): Caller {
  const token = tokenOf(headers.authorization)
  if (!token) throw unauthorized('There were no credentials in your `Authorization` header.')
  const caller = callers.get(token)
  if (!caller || caller.role === 'revoked') throw unauthorized('Invalid credentials provided.')
  if (caller.role === 'expired') throw unauthorized('The access token has expired.')
  if (caller.role === 'two-factor' && !headers['heroku-two-factor-code']) throw secondFactor()
  return caller
}

function tokenOf(header: string | undefined): string | null {
  const [scheme, value] = (header ?? '').split(' ')
  if (!value) return null
  if (scheme?.toLowerCase() === 'bearer') return value
  if (scheme?.toLowerCase() !== 'basic') return null
  const text = Buffer.from(value, 'base64').toString()
  return text.slice(text.indexOf(':') + 1) || null
}
