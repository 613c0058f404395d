import type { ControlDetail } from '../../../shared/contract-work.ts'
import { Mark } from '../../parts/mark.tsx'

/** That a conclusion is open again, and by what. */
export function Reopened({ detail }: { readonly detail: ControlDetail }) {
  const changed = detail.conclusion?.changed ?? []
  const notes = detail.conclusion?.openReviewNotes ?? 0
  return (
    <>
      {changed.length > 0 && (
        <p role="status">
          <Mark meaning="bad">Open again</Mark> What it rests on changed since it was signed:{' '}
          {changed.slice(0, 6).join(', ')}
          {changed.length > 6 && ` and ${changed.length - 6} more`}.
        </p>
      )}
      {notes > 0 && (
        <p role="status">
          <Mark meaning="unknown">{notes} open</Mark>{' '}
          {notes === 1 ? 'A review note waits' : 'Review notes wait'} before a reviewer can sign.
        </p>
      )}
    </>
  )
}
