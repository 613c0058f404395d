import { Button, CloseButton } from '@mantine/core'
import { useState } from 'react'
import type { SampleRepeat } from '../../../shared/contract-testing.ts'
import { counted } from '../../lib/format.ts'
import { shortName } from '../../lib/framework-names.ts'
import { addressOf } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { Shown } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { SampleItems } from './sample-items.tsx'

/** One sample beside the table: how it was drawn, its items, and whether it comes out again. */
export function SampleSide({
  id,
  version,
  changed,
  onClose,
}: {
  readonly id: string
  readonly version: number
  readonly changed: () => void
  readonly onClose: () => void
}) {
  const answer = useQuestion('sample:get', { id }, version)
  const [again, setAgain] = useState<SampleRepeat | null>(null)
  return (
    <aside className="side" aria-label={`Sample ${id}`}>
      <Shown answer={answer} lines={8}>
        {(detail) => {
          const { sample } = detail
          return (
            <>
              <div className="side-head">
                <div>
                  <h2>
                    {id} {sample.name}
                  </h2>
                  <p className="muted">
                    {counted(sample.size, 'item')} of {sample.count.toLocaleString('en-GB')}, {sample.method},
                    drawn by {sample.drawnBy}
                  </p>
                </div>
                <CloseButton aria-label="Close" onClick={onClose} />
              </div>
              <p className="mono muted copy">
                Population SHA-256 {sample.digest}
                {sample.seed && <> · seed {sample.seed}</>}
              </p>
              {sample.control && (
                <p>
                  For{' '}
                  <a href={addressOf('controls', sample.control)}>
                    {shortName(sample.control.framework)} {sample.control.control}
                  </a>
                </p>
              )}
              {sample.reason && <p>{sample.reason}</p>}
              <div className="page-actions gap">
                <Button variant="default" onClick={() => ask('sample:repeat', { id }).then(setAgain, tell)}>
                  Draw it again
                </Button>
                <Button
                  variant="subtle"
                  onClick={() =>
                    ask('sample:remove', { id }).then((act) => {
                      offerUndo(act, changed, 'record:undo')
                      onClose()
                      changed()
                    }, tell)
                  }
                >
                  Remove
                </Button>
              </div>
              {again && (
                <p role="status">
                  <Mark meaning={again.same ? 'good' : 'bad'}>{again.same ? 'Same' : 'Different'}</Mark>{' '}
                  {again.says}.
                </p>
              )}
              <SampleItems detail={detail} changed={changed} />
            </>
          )
        }}
      </Shown>
    </aside>
  )
}
