import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { sentence } from '../lib/format.ts'
import { go } from '../lib/route.ts'
import type { Answer } from '../lib/use-question.ts'
import type { Failed } from '../lib/window-api.ts'

/** Grey lines in the shape of what is coming; takes the same room, so nothing jumps. */
export function Waiting({
  lines = 6,
  label = 'Loading',
}: {
  readonly lines?: number
  readonly label?: string
}) {
  return (
    <div role="status" aria-label={label} className="waiting">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={line} height="1.125rem" width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </div>
  )
}

/** What went wrong, what to do, and a way to try again. */
export function FailedBox({ problem, again }: { readonly problem: Failed; readonly again?: () => void }) {
  if (problem.kind === 'no-collection') return <NothingCollected />
  return (
    <div role="alert" className="failed">
      <IconAlertTriangle aria-hidden size="1.25rem" />
      <div>
        <strong>{sentence(problem.what)}</strong>
        <p>{sentence(problem.remedy)}</p>
        {again && (
          <Button variant="default" onClick={again}>
            Try again
          </Button>
        )}
      </div>
    </div>
  )
}

/** Nothing here yet: why, and the next step. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="empty">
      <IconInbox aria-hidden size="1.75rem" stroke={1.4} />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

/** What most screens say before the first collection: nothing is wrong, one step is missing. */
function NothingCollected() {
  return (
    <Empty title="Nothing collected yet" action={<Button onClick={() => go('collect')}>Collect</Button>}>
      This screen fills with what a collection reads from Heroku.
    </Empty>
  )
}

/** Shows an answer in one of its three states; the view writes only the third. */
export function Shown<T>({
  answer,
  lines,
  children,
}: {
  readonly answer: Answer<T>
  readonly lines?: number
  readonly children: (value: T) => ReactNode
}) {
  if (answer.state === 'waiting') return <Waiting {...(lines ? { lines } : {})} />
  if (answer.state === 'failed') return <FailedBox problem={answer.problem} again={answer.again} />
  return <>{children(answer.value)}</>
}
