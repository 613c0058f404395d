import type { ParsedInputOf } from '../../../shared/contract.ts'
import { problem } from '../../../shared/errors.ts'
import { TIERS } from '../../../shared/model/collection.ts'
import type { Connection } from '../../../shared/model/connection.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { COLLECTORS } from '../collectors/index.ts'
import { type Choice, chosen, topicsToRead } from '../collectors/plan.ts'
import type { CoreHost } from '../core.ts'
import { reserveOf } from '../heroku/allowance.ts'
import { type HerokuClient, openHeroku } from '../heroku/client.ts'
import type { ReadableDb } from '../store/db.ts'
import { fingerprintKey } from '../store/locker.ts'

/** What is chosen to be read; the core always is. */
export function choiceOf(input: Pick<ParsedInputOf<'collection:run'>, 'tiers' | 'topics'>): Choice {
  const tiers = TIERS.filter((tier) => tier === 'core' || input.tiers.includes(tier))
  return { tiers, asked: input.topics }
}

/** The topics to read; the vocabulary has more of them than there are collectors. Throws `wrong-use` for those. */
export function topicsAskedFor(choice: Choice): Topic[] {
  const collected = topicsToRead(null, COLLECTORS)
  const others = (choice.asked ?? []).filter((topic) => !collected.includes(topic))
  if (others.length > 0)
    throw problem('wrong-use', {
      what: `nothing collects ${others.join(', ')} yet`,
      remedy: 'leave it out; that evidence comes from documents or a later version',
    })
  return topicsToRead(choice.asked, chosen(COLLECTORS, choice))
}

/** What a client of a collection is opened with. */
export interface ClientFacts {
  readonly db: ReadableDb
  readonly host: CoreHost
  readonly connection: Connection
  readonly token: string
  readonly concurrency: number
  /** Share of the account's requests that is left to others. */
  readonly reservePercent: number
  readonly signal: AbortSignal
  readonly firstSeq: number
}

/** Opens the client of a collection over a connection; nothing is sent yet. */
export function openClient(facts: ClientFacts): HerokuClient {
  const { db, host, connection, token, concurrency, reservePercent, signal, firstSeq } = facts
  return openHeroku({
    apiUrl: connection.apiUrl,
    dataUrl: connection.dataUrl,
    token,
    proxy: host.proxy,
    ...(host.timing && { timing: host.timing }),
    concurrency,
    fingerprintKey: fingerprintKey(db),
    reserve: reserveOf(reservePercent),
    signal,
    firstSeq,
  })
}
