import { problem } from '../../../shared/errors.ts'
import type { Ask } from './ask.ts'
import { type Attempted, attempt } from './attempts.ts'
import { addressOf, boundsOf, type Exchanging, type Note } from './exchanging.ts'
import { failed } from './failed.ts'
import { mayBeAsked } from './forbidden.ts'
import { ping } from './ping.ts'
import { headerOf } from './record.ts'
import { Refused } from './refused.ts'
import { Broken, TooLarge } from './wire.ts'

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const MOST_REDIRECTS = 3
const NOWHERE = 'an address that cannot be read'

/**
 * Asks for a path and follows redirects within the same origin, a few. The token never goes anywhere else.
 * @throws Problem `redirect-refused`, `host-unreachable`, `rate-limited`; Refused where only this path fails
 */
export async function follow(
  shared: Exchanging,
  ask: Ask,
  headers: Readonly<Record<string, string>>,
  note: Note,
): Promise<Attempted> {
  let url = addressOf(shared, ask.api, ask.path)
  let attempts = 0
  for (let redirects = 0; ; redirects++) {
    const step = await answered(shared, ask, url, headers, note)
    attempts += step.attempts
    const location = headerOf(step.answer, 'location', (text) => text)
    if (!REDIRECTS.has(step.answer.status) || location === null) return { answer: step.answer, attempts }
    const to = URL.canParse(location, url.href) ? new URL(location, url.href) : null
    if (to?.origin !== url.origin) {
      const where = to?.host ? shared.clean(to.host === url.host ? to.origin : to.host) : NOWHERE
      throw problem('redirect-refused', { from: url.host, to: where })
    }
    const path = to.pathname + to.search
    const base = shared.bases[ask.api].pathname.replace(/\/$/, '')
    const known = path.startsWith(base) && shared.mayRead(ask.api, path.slice(base.length))
    if (redirects === MOST_REDIRECTS || !mayBeAsked(path) || !known) {
      const reason = 'it is redirected too often, or to a read that is never made'
      throw new Refused({ path: ask.path, status: step.answer.status, outcome: 'failed', reason })
    }
    url = to
  }
}

async function answered(
  shared: Exchanging,
  ask: Ask,
  url: URL,
  headers: Readonly<Record<string, string>>,
  note: Note,
): Promise<Attempted> {
  try {
    return await attempt(shared, url, headers, boundsOf(shared, url))
  } catch (error) {
    if (error instanceof TooLarge) {
      const facts = { path: ask.path, limit: shared.maxBytes }
      throw failed(shared, ask.path, 0, problem('answer-too-large', facts))
    }
    if (!(error instanceof Broken)) throw error
    const unreachable = problem('host-unreachable', { host: url.host, why: error.why })
    if (error.phase === 'connect' || (await ping(shared, ask.api, note)) === null) throw unreachable
    throw failed(shared, ask.path, 0, unreachable)
  }
}
