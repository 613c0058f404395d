import { CloseButton } from '@mantine/core'
import type { Json } from '../../../shared/model/json.ts'
import type { Tickmark } from '../../../shared/model/records/tickmark.ts'
import { count } from '../../lib/format.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { MarkForm } from './mark-form.tsx'
import { markable } from './marked.ts'

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json) as Json, null, 2)
  } catch {
    return json
  }
}

/** One event beside the table: what its columns say, and the exact JSON as it was published. */
export function EventSide({
  seq,
  mark,
  changed,
  onClose,
}: {
  readonly seq: number
  /** The tickmark that it carries. */
  readonly mark: Tickmark | null
  readonly changed: () => void
  readonly onClose: () => void
}) {
  const answer = useQuestion('event:get', { seq })
  return (
    <aside className="side" aria-label={`Event ${seq}`}>
      <Shown answer={answer}>
        {({ event, json, archive }) => (
          <>
            <div className="side-head">
              <div>
                <h2>
                  {event.type} {event.action}
                </h2>
                <p className="muted">
                  Event {count(event.seq)} of the chain, from archive {archive}
                </p>
              </div>
              <CloseButton aria-label="Close" onClick={onClose} />
            </div>
            <dl className="facts">
              <dt>When</dt>
              <dd>
                <When instant={event.at} />
              </dd>
              <dt>Who</dt>
              <dd>{event.actor ?? '–'}</dd>
              <dt>App</dt>
              <dd>{event.app ?? '–'}</dd>
              <dt>Team</dt>
              <dd>{event.team ?? '–'}</dd>
              <dt>Address</dt>
              <dd className="mono">{event.ip ?? '–'}</dd>
              <dt>Id</dt>
              <dd className="mono">{event.id}</dd>
            </dl>
            <h3 className="gap">Tickmark</h3>
            <MarkForm key={event.seq} about={[markable(event)]} mark={mark} changed={changed} />
            <h3 className="gap">As published</h3>
            <pre className="json">{pretty(json)}</pre>
          </>
        )}
      </Shown>
    </aside>
  )
}
