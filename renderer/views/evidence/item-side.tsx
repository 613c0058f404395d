import { CloseButton, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import type { Json } from '../../../shared/model/json.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { ContentTable } from './content-table.tsx'

/** One item beside the table: its content for people and as JSON, its provenance, where it was seen. */
export function ItemSide({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const answer = useQuestion('evidence:get', { id })
  const [shape, setShape] = useState('table')
  return (
    <aside className="side" aria-label={evidenceNumber(id)}>
      <Shown answer={answer}>
        {({ item, sightings, path }) => (
          <>
            <div className="side-head">
              <div>
                <h2>{item.subject}</h2>
                <p className="muted">
                  {evidenceNumber(item.id)} · {topicTitle(item.topic)}
                </p>
              </div>
              <CloseButton aria-label="Close" onClick={onClose} />
            </div>
            <SegmentedControl
              aria-label="How the content is shown"
              value={shape}
              onChange={setShape}
              data={[
                { value: 'table', label: 'Table' },
                { value: 'json', label: 'JSON' },
              ]}
            />
            {shape === 'table' ? (
              <ContentTable content={item.content as Json} />
            ) : (
              <pre className="json">{JSON.stringify(item.content, null, 2)}</pre>
            )}
            <h3 className="gap">Where it came from</h3>
            <dl className="facts">
              <dt>Captured</dt>
              <dd>
                <When instant={item.capturedAt} />
              </dd>
              <dt>Path</dt>
              <dd className="mono">{path ?? 'derived by the app'}</dd>
              <dt>Request</dt>
              <dd className="mono">{item.requestId ?? '–'}</dd>
              <dt>SHA-256</dt>
              <dd className="mono">{item.hash}</dd>
              <dt>Seen in</dt>
              <dd>
                {sightings.map((sighting) => (
                  <div key={sighting.collectionId}>
                    collection {sighting.collectionId}, <When instant={sighting.capturedAt} />
                  </div>
                ))}
              </dd>
            </dl>
          </>
        )}
      </Shown>
    </aside>
  )
}
