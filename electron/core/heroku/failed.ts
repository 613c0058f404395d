import type { Problem } from '../../../shared/errors.ts'
import type { Exchanging } from './exchanging.ts'
import { Refused } from './refused.ts'

/**
 * A read that failed on Heroku's side: disclosed for its path. Where too many fail in a row it is the host that
 * fails, and the problem itself comes back, which stops the collection.
 */
export function failed(shared: Exchanging, path: string, status: number, why: Problem): Refused | Problem {
  if (shared.ledger.failed()) return why
  return new Refused({ path, status, outcome: 'failed', reason: why.what, problem: why })
}
