import { isProblem } from '../../../shared/errors.ts'
import type { Ask } from './ask.ts'
import type { Exchanging } from './exchanging.ts'
import { Refused } from './refused.ts'

/** Problems that are about the token or its account, and so the same for every path. */
const REFUSING: ReadonlySet<string> = new Set([
  'token-refused',
  'token-expired',
  'two-factor',
  'account-delinquent',
  'account-suspended',
])

/**
 * One read from a service beside the two APIs. Heroku documents neither of them, so nothing that goes wrong there
 * stops a collection: a token that is not taken, a host that is not reached, a redirect elsewhere are disclosed for
 * the path. A service that was not reached, or does not take the token, is not asked again; those reads say so.
 * @throws Refused; the signal's reason
 */
export async function aside<T>(shared: Exchanging, ask: Ask, read: () => Promise<T>): Promise<T> {
  const { api, path } = ask
  const away = shared.away.get(api)
  if (away !== undefined) throw new Refused({ path, status: 0, ...away })
  try {
    return await read()
  } catch (error) {
    if (!isProblem(error)) throw error
    const outcome = REFUSING.has(error.kind) ? 'denied' : 'failed'
    if (outcome === 'denied' || error.kind === 'host-unreachable')
      shared.away.set(api, { outcome, reason: error.what })
    throw new Refused({ path, status: 0, outcome, reason: error.what, problem: error })
  }
}
