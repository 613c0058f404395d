import type { CheckInfo, CheckResult } from '../../../shared/model/check.ts'
import { type Supply, suppliesFor } from '../../../shared/model/supply.ts'
import { addressOf } from '../../lib/route.ts'

/** The screen on which a person can supply what is missing. */
function addressFor(supply: Supply, { subject, subjectId }: CheckResult): string {
  switch (supply.what) {
    case 'list':
      return addressOf('lists', { list: supply.kind })
    case 'attestation':
      return addressOf('attestations', { about: supply.kind })
    case 'tags':
      return addressOf('scope', { part: 'apps', search: subjectId === '*' ? null : subject })
    case 'document':
      return addressOf('vendors')
    case 'access-review':
      return addressOf('reviews')
    case 'trail-review':
      return addressOf('events')
    case 'verify':
      return addressOf('settings')
    case 'request':
      return addressOf('requests', { request: 'new' })
    case 'token':
      return addressOf('connections')
    case 'tier':
    case 'later':
      return addressOf('collect')
  }
}

/** What a person can do so that the check gets its answer: each line leads to where it is done. */
export function Supplies({ info, result }: { readonly info: CheckInfo; readonly result: CheckResult }) {
  return (
    <section aria-label="To get an answer">
      <h3 className="gap">To get an answer</h3>
      <ul>
        {suppliesFor(info, result.reason).map((supply) => (
          <li key={supply.says}>
            <a href={addressFor(supply, result)}>{supply.says}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
