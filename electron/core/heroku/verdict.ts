import { type Problem, problem } from '../../../shared/errors.ts'
import type { Clean } from './record.ts'
import { Refused, type RefusedOutcome } from './refused.ts'

/** Reads one field of Heroku's error body `{id, message}`; empty where it is missing. */
function part(body: unknown, name: string, clean: Clean): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : null
  return typeof value === 'string' ? clean(value) : ''
}

const OUTCOMES: Readonly<Record<number, RefusedOutcome>> = {
  402: 'absent',
  403: 'denied',
  404: 'absent',
  410: 'gone',
}

/** Paths of the Data API, where 402 says that a plan does not pay for a feature: nothing about the account. */
const OF_DATA = /^\/(client|data|postgres|private-link|redis)\//

/**
 * What a 3xx or 4xx answer means: a `Problem` that stops the collection, or a `Refused` for this path. 401, 402,
 * 403 `two_factor`, 403 `suspended` and 412 (which Heroku uses for a missing second factor) concern the
 * account, so they stop; an app that is suspended and a data service whose plan lacks a feature do not. Source:
 * Platform API reference, Heroku's clients.
 */
export function verdictOf(
  host: string,
  path: string,
  status: number,
  body: unknown,
  clean: Clean,
): Problem | Refused {
  const id = part(body, 'id', clean)
  const message = part(body, 'message', clean)
  if (status === 401) {
    return /expired/i.test(`${id} ${message}`)
      ? problem('token-expired', { host })
      : problem('token-refused', { host, status })
  }
  if (status === 402 && !OF_DATA.test(path)) return problem('account-delinquent', { host })
  if (status === 412 || (status === 403 && id === 'two_factor')) return problem('two-factor', { host })
  const ofApp = /^\/(teams\/)?apps\//.test(path) && /\bapp\b/i.test(message)
  if (status === 403 && id === 'suspended' && !ofApp) return problem('account-suspended', { host })
  const said = [message || id, `(${status})`].filter((text) => text !== '').join(' ')
  return new Refused({
    path,
    status,
    outcome: OUTCOMES[status] ?? 'failed',
    reason: said,
    problem: problem('read-refused', { host, path, said }),
  })
}
