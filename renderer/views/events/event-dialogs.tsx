import { memo } from 'react'
import { counted } from '../../lib/format.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { MarkForm } from './mark-form.tsx'
import type { Marked } from './marked.ts'
import { MonthReviews } from './month-reviews.tsx'

/** What lies over the events: marking some of them, and the reviews of the trail. */
export const EventDialogs = memo(function EventDialogs({
  marking,
  setMarking,
  marked,
  isReviewing,
  setReviewing,
  version,
}: {
  readonly marking: readonly Marked[] | null
  readonly setMarking: (marking: readonly Marked[] | null) => void
  /** Tickmarks have changed. */
  readonly marked: () => void
  readonly isReviewing: boolean
  readonly setReviewing: (isReviewing: boolean) => void
  readonly version: string
}) {
  return (
    <>
      <Dialog
        opened={marking !== null}
        onClose={() => setMarking(null)}
        title={marking ? `Mark ${counted(marking.length, 'event')}` : 'Mark'}
      >
        {marking && <MarkForm about={marking} mark={null} changed={marked} onDone={() => setMarking(null)} />}
      </Dialog>
      <Dialog
        opened={isReviewing}
        onClose={() => setReviewing(false)}
        title="Reviews of the trail"
        size="44rem"
      >
        <MonthReviews version={version} />
      </Dialog>
    </>
  )
})
