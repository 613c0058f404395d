import { CloseButton } from '@mantine/core'
import { journalWords } from '../../../shared/model/journal-words.ts'
import type { Json } from '../../../shared/model/json.ts'
import type { JournalEntry } from '../../../shared/model/locker.ts'
import { ContentTable } from '../../parts/content-value.tsx'
import { When } from '../../parts/when.tsx'

/** One entry beside the table: in words, then every fact that its hash covers. */
export function EntrySide({
  entry,
  onClose,
}: {
  readonly entry: JournalEntry
  readonly onClose: () => void
}) {
  const { did, says } = journalWords(entry)
  return (
    <aside className="side" aria-label={`Entry ${entry.seq}`}>
      <div className="side-head">
        <div>
          <h2>{did}</h2>
          <p className="muted">
            Entry {entry.seq} by {entry.actor}, <When instant={entry.at} />
          </p>
        </div>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      {says !== '' && <p>{says}</p>}
      <h3>Everything it holds</h3>
      <ContentTable content={{ action: entry.action, ...entry.detail } as Json} />
      <h3>Hash</h3>
      <p className="mono">{entry.hash}</p>
    </aside>
  )
}
