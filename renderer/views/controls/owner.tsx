import type { ControlOwner, ControlState } from '../../../shared/model/framework.ts'
import { ownershipOf } from '../../../shared/model/ownership.ts'
import { counted } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { topicTitle } from '../../lib/topic-titles.ts'

const OWNERS: Readonly<Record<ControlOwner, string>> = {
  inherited: 'Heroku usually sees to it: only its documents speak to it.',
  shared:
    'Heroku and the customer each see to a part of it: documents of Heroku and own evidence speak to it.',
  customer: 'The customer sees to it: all that speaks to it is evidence of the own account.',
}

/** Who sees to a control, where that is said, and what is left to the customer. */
export function Owner({ state }: { readonly state: ControlState }) {
  const { owner } = state.control
  if (!owner) return null
  const { documents, inherited } = ownershipOf(
    owner,
    state.topics.map(({ topic }) => topic),
  )
  return (
    <section aria-label="Who sees to it">
      <p className="muted">
        {OWNERS[owner]}
        {documents.length > 0 && (
          <>
            {' '}
            Source: <a href={addressOf('vendors')}>{documents.map(topicTitle).join(', ')}</a>.
          </>
        )}
      </p>
      {inherited.length > 0 && (
        <details>
          <summary>{counted(inherited.length, 'inherited statement')}, and what is left to do</summary>
          <ul>
            {inherited.map(({ id, title, says, cites, duty }) => (
              <li key={id}>
                <strong>{title}</strong> (inherited). {says}{' '}
                <span className="muted">
                  {cites.map(({ document, section }) => `${document}: ${section}`).join('; ')}.
                </span>{' '}
                Left to the customer: {duty}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
