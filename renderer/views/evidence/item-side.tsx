import { Button, CloseButton, SegmentedControl } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { EvidenceDetail } from '../../../shared/contract-evidence.ts'
import { type EvidenceId, evidenceNumber } from '../../../shared/model/evidence.ts'
import type { Json } from '../../../shared/model/json.ts'
import { copyText } from '../../lib/copy.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ContentTable } from '../../parts/content-value.tsx'
import { Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { ItemChanges } from './item-changes.tsx'
import { ItemUses } from './item-uses.tsx'

const PARTS = [
  { value: 'table', label: 'Content' },
  { value: 'json', label: 'JSON' },
  { value: 'changes', label: 'Changes' },
  { value: 'uses', label: 'Used in' },
  { value: 'origin', label: 'Origin' },
] as const

/** Which part of an item is shown. */
export type ItemPart = (typeof PARTS)[number]['value']

/** Reads the part from the address; the content where it names none. */
export function itemPart(text: string | undefined): ItemPart {
  return PARTS.find(({ value }) => value === text)?.value ?? 'table'
}

function Raw({ content }: { readonly content: Json }) {
  const text = JSON.stringify(content, null, 2)
  return (
    <>
      <Button
        className="copy"
        variant="default"
        leftSection={<IconCopy aria-hidden size="0.9rem" />}
        onClick={() => void copyText(text)}
      >
        Copy
      </Button>
      <pre className="json">{text}</pre>
    </>
  )
}

function Origin({ item, sightings, path }: EvidenceDetail) {
  return (
    <dl className="facts content">
      <dt>Captured</dt>
      <dd>
        <When instant={item.capturedAt} />
      </dd>
      <dt>Path</dt>
      <dd className="mono">{path ?? 'derived by the app'}</dd>
      <dt>Request</dt>
      <dd className="mono">{item.requestId ?? '–'}</dd>
      <dt>Subject id</dt>
      <dd className="mono">{item.subjectId}</dd>
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
  )
}

/** One item beside the table: its content for people and as JSON, what changed, where it is used, where it came from. */
export function ItemSide({
  id,
  part,
  onPart,
  onItem,
  onClose,
}: {
  readonly id: EvidenceId
  readonly part: ItemPart
  readonly onPart: (part: ItemPart) => void
  readonly onItem: (id: EvidenceId) => void
  readonly onClose: () => void
}) {
  const answer = useQuestion('evidence:get', { id })
  return (
    <aside className="side" aria-label={evidenceNumber(id)}>
      <Shown answer={answer}>
        {(detail) => (
          <>
            <div className="side-head">
              <div>
                <h2>{detail.item.subject}</h2>
                <p className="muted">
                  {evidenceNumber(id)} · {topicTitle(detail.item.topic)} ·{' '}
                  <When instant={detail.item.capturedAt} />
                </p>
              </div>
              <CloseButton aria-label="Close" onClick={onClose} />
            </div>
            <SegmentedControl
              aria-label="What is shown of the item"
              fullWidth
              value={part}
              onChange={(value) => onPart(itemPart(value))}
              data={[...PARTS]}
            />
            {part === 'table' && <ContentTable content={detail.item.content as Json} />}
            {part === 'json' && <Raw content={detail.item.content as Json} />}
            {part === 'changes' && <ItemChanges id={id} onItem={onItem} />}
            {part === 'uses' && <ItemUses id={id} />}
            {part === 'origin' && <Origin {...detail} />}
          </>
        )}
      </Shown>
    </aside>
  )
}
