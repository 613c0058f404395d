import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useCallback, useState } from 'react'
import type { AccessReviewSummary } from '../../../shared/contract-testing.ts'
import { count, counted } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { done, tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import type { ViewProps } from '../view.ts'
import { ReviewRows } from './review-rows.tsx'

const COLUMNS: readonly TableColumn<AccessReviewSummary>[] = [
  { title: 'No.', width: '4.5rem', cell: ({ id }) => id, text: ({ id }) => id },
  {
    title: 'Review',
    width: 'minmax(12rem, 1fr)',
    cell: ({ review }) => review.title,
    text: ({ review }) => review.title,
  },
  {
    title: 'State',
    width: '11rem',
    cell: ({ review, decided }) =>
      review.completedOn ? (
        <Mark meaning="good">completed {review.completedOn}</Mark>
      ) : (
        <Mark meaning="unknown">
          {count(decided)} of {count(review.count)}
        </Mark>
      ),
    text: ({ review, decided }) => review.completedOn ?? `${decided} of ${review.count}`,
  },
  {
    title: 'Reviewer',
    width: '12rem',
    cell: ({ review }) => review.reviewer,
    text: ({ review }) => review.reviewer,
  },
  {
    title: 'To revoke',
    width: '7rem',
    end: true,
    cell: ({ revoked }) => count(revoked),
    text: ({ revoked }) => String(revoked),
  },
]

const today = () => new Date().toISOString().slice(0, 10)

function OpenForm({ onOpened }: { readonly onOpened: (id: string) => void }) {
  const { locker } = useShell()
  const population = useQuestion('access-review:population', {})
  const [title, setTitle] = useState(`Review of access, ${today().slice(0, 7)}`)
  const [reviewer, setReviewer] = useState(locker?.engagement.reviewer ?? '')
  const [due, setDue] = useState('')
  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      const { id } = await ask('access-review:open', { title, reviewer, due: due || null })
      onOpened(id)
    } catch (error) {
      tell(error)
    }
  }
  return (
    <form className="card form" onSubmit={submit} aria-label="Open a review">
      <h2>Open a review</h2>
      <p role="status" className="muted">
        {population.state === 'ready'
          ? `${counted(population.value.count, 'row')} of people and rights in the newest collection`
          : population.state === 'failed'
            ? population.problem.what
            : 'Counting …'}
      </p>
      <TextInput
        label="Title"
        withAsterisk
        maxLength={200}
        value={title}
        onChange={({ currentTarget: { value } }) => setTitle(value)}
      />
      <TextInput
        label="Reviewer"
        withAsterisk
        maxLength={200}
        value={reviewer}
        onChange={({ currentTarget: { value } }) => setReviewer(value)}
      />
      <TextInput
        label="Due"
        type="date"
        value={due}
        onChange={({ currentTarget: { value } }) => setDue(value)}
      />
      <Button type="submit" disabled={title.trim() === '' || reviewer.trim() === ''}>
        Open it
      </Button>
    </form>
  )
}

function OneReview({
  id,
  version,
  changed,
}: {
  readonly id: string
  readonly version: number
  readonly changed: () => void
}) {
  const answer = useQuestion('access-review:get', { id }, version)
  async function complete() {
    await ask('access-review:complete', { id, on: today() })
    done('Review completed')
    changed()
  }
  return (
    <Shown answer={answer} lines={12}>
      {(detail) => (
        <>
          <div className="page-actions gap">
            <Button variant="default" onClick={() => go('reviews', {}, true)}>
              All reviews
            </Button>
            {detail.review.completedOn === null && (
              <Button disabled={detail.decided < detail.review.count} onClick={() => complete().catch(tell)}>
                Complete it
              </Button>
            )}
            <span>
              <strong>{detail.review.title}</strong>: {count(detail.decided)} of{' '}
              {counted(detail.review.count, 'row')} decided, {count(detail.revoked)} to revoke or change
              {!detail.samePopulation && <Mark meaning="bad">the population has changed</Mark>}
            </span>
          </div>
          <ReviewRows detail={detail} changed={changed} />
        </>
      )}
    </Shown>
  )
}

/** Reviews of access: who may do what, decided row by row by somebody else, followed up in the next collection. */
export function Reviews({ params }: ViewProps) {
  const [version, setVersion] = useState(0)
  const [opening, setOpening] = useState(false)
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const answer = useQuestion('access-review:list', {}, version)
  const action = params.review ? null : (
    <Button onClick={() => setOpening(!opening)}>{opening ? 'Leave it' : 'Open a review'}</Button>
  )
  return (
    <Page
      title="Access reviews"
      fill
      says="Every person and right, decided by a named reviewer; the next collection shows what was carried out."
      actions={action}
    >
      {params.review ? (
        <OneReview id={params.review} version={version} changed={changed} />
      ) : opening ? (
        <OpenForm
          onOpened={(id) => {
            setOpening(false)
            changed()
            go('reviews', { review: id })
          }}
        />
      ) : (
        <Shown answer={answer} lines={8}>
          {(rows) => (
            <div className="split">
              <VirtualTable
                label="Access reviews"
                columns={COLUMNS}
                total={rows.length}
                rowAt={(index) => rows[index]}
                keyOf={({ id }) => id}
                onOpen={({ id }) => go('reviews', { review: id })}
                empty={
                  <Empty title="No review yet">
                    Open one to have every right looked at by somebody who knows the people.
                  </Empty>
                }
              />
            </div>
          )}
        </Shown>
      )}
    </Page>
  )
}
