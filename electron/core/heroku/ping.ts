import type { Api } from '../collectors/collector.ts'
import { addressOf, boundsOf, type Exchanging, headersWithToken, type Note } from './exchanging.ts'
import { PLAIN } from './variants.ts'
import { Broken, getOnce } from './wire.ts'

const PATH = '/account/rate-limits'

/**
 * Asks once for the one thing that costs no allowance, to tell the failure of a path from the failure of a
 * host or a token. Gives the status, or null where no answer came.
 */
export async function ping(shared: Exchanging, api: Api, note: Note): Promise<number | null> {
  const url = addressOf(shared, api, PATH)
  const sending = { host: url.host, path: PATH, range: null, apiVersion: PLAIN, attempts: 1 }
  const times = { sentAt: new Date(), started: performance.now() }
  try {
    shared.ledger.sent()
    const answer = await getOnce(url, headersWithToken(shared, PLAIN), boundsOf(shared, url))
    note(shared.ledger.enter({ ...sending, ...times }, { answer, count: 0, next: null }))
    return answer.status
  } catch (error) {
    if (error instanceof Broken) return null
    throw error
  }
}
