import type { RequestRecord } from '../../../shared/model/collection.ts'
import type { Api } from '../collectors/collector.ts'
import { type Answer, exchangeAs } from './exchange.ts'
import type { Exchanging } from './exchanging.ts'
import { Refused } from './refused.ts'

/** A read as an earlier collection made it. */
export interface EarlierRead {
  readonly api: Api
  readonly expand: string | null
  readonly record: RequestRecord
}

/** What became of a read: still the same (304), another answer, or a refusal. All exchanges that it took. */
export type Revisited = { readonly exchanges: readonly RequestRecord[] } & (
  | { readonly state: 'same'; readonly record: RequestRecord }
  | { readonly state: 'answered'; readonly answer: Answer }
  | { readonly state: 'refused'; readonly refused: Refused }
)

/**
 * Asks for a path again just as an earlier collection did, with the entity tag of its answer: where nothing
 * changed, Heroku answers 304 without a body. A read that was refused is asked again without one.
 * @throws Problem where the collection has to stop; the signal's reason
 */
export async function revisit(shared: Exchanging, { api, expand, record }: EarlierRead): Promise<Revisited> {
  const exchanges: RequestRecord[] = []
  const ask = { api, path: record.path, variant: null, expand, range: record.range.asked }
  const earlier = record.status < 400 && record.etag !== null ? record : null
  try {
    const answer = await exchangeAs(shared, ask, record.apiVersion, earlier, (one) => exchanges.push(one))
    return answer.status === 304
      ? { state: 'same', record: answer.record, exchanges }
      : { state: 'answered', answer, exchanges }
  } catch (refused) {
    if (refused instanceof Refused) return { state: 'refused', refused, exchanges }
    throw refused
  }
}
