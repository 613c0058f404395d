import { CloseButton } from '@mantine/core'
import type { SubjectChange } from '../../../shared/model/changes.ts'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import type { Json } from '../../../shared/model/json.ts'
import { addressOf } from '../../lib/route.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ContentTable } from '../../parts/content-value.tsx'
import { FieldChanges } from '../../parts/field-changes.tsx'
import { Mark } from '../../parts/mark.tsx'
import { Shown } from '../../parts/states.tsx'
import { KIND_WORDS } from './change-words.ts'

function Content({ id }: { readonly id: number }) {
  const answer = useQuestion('evidence:get', { id })
  return <Shown answer={answer}>{({ item }) => <ContentTable content={item.content as Json} />}</Shown>
}

/** One change beside the table: what differs field by field, or what came or went, and the items before and after. */
export function ChangeSide({
  change,
  onClose,
}: {
  readonly change: SubjectChange
  readonly onClose: () => void
}) {
  const { subject, topic, kind, before, after, fields } = change
  const [meaning, word, says] = KIND_WORDS[kind]
  const only = after ?? before
  return (
    <aside className="side" aria-label={`Change of ${subject}`}>
      <div className="side-head">
        <div>
          <h2>{subject}</h2>
          <p className="muted">{topicTitle(topic)}</p>
        </div>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <p>
        <Mark meaning={meaning}>{word}</Mark> {says}.
      </p>
      <p>
        {before !== null && (
          <>
            Before: <a href={addressOf('evidence', { item: String(before) })}>{evidenceNumber(before)}</a>
          </>
        )}
        {before !== null && after !== null && ' · '}
        {after !== null && (
          <>
            After: <a href={addressOf('evidence', { item: String(after) })}>{evidenceNumber(after)}</a>
          </>
        )}
      </p>
      {kind === 'changed' ? <FieldChanges changes={fields} /> : only !== null && <Content id={only} />}
    </aside>
  )
}
