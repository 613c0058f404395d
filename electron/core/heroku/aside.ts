import { isProblem } from '../../../shared/errors.ts'
import type { Ask } from './ask.ts'
import type { Exchanging } from './exchanging.ts'
import { Refused } from './refused.ts'

/**
 * One read from a service beside the two APIs. Heroku documents neither of them, so nothing that goes wrong there
 * stops a collection: a token that is not taken, a host that is not reached, a redirect elsewhere are disclosed for
 * the path. A host that was not reached is not asked again, and those reads say so.
 * @throws Refused; the signal's reason
 */
export async function aside<T>(shared: Exchanging, ask: Ask, read: () => Promise<T>): Promise<T> {
  const { api, path } = ask
  const away = shared.away.get(api)
  if (away !== undefined) throw new Refused({ path, status: 0, outcome: 'failed', reason: away })
  try {
    return await read()
  } catch (error) {
    if (!isProblem(error)) throw error
    if (error.kind === 'host-unreachable') shared.away.set(api, error.what)
    const refused = [
      'token-refused',
      'token-expired',
      'two-factor',
      'account-delinquent',
      'account-suspended',
    ]
    const outcome = refused.includes(error.kind) ? 'denied' : 'failed'
    throw new Refused({ path, status: 0, outcome, reason: error.what, problem: error })
  }
}
