import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SampleDetail, SampleRepeat } from '../../../shared/contract-testing.ts'
import { ATTRIBUTE_RESULTS, type SampleResult } from '../../../shared/model/records/sample.ts'
import { counted } from '../../lib/format.ts'
import { useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { Shown } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'

const RESULT_NAMES = { met: 'met', 'not-met': 'not met', 'not-applicable': 'n/a' } as const

function Items({ detail, changed }: { readonly detail: SampleDetail; readonly changed: () => void }) {
  const { locker } = useShell()
  const legend = useQuestion('tickmark:legend', {})
  const [testedBy, setTestedBy] = useState(locker?.engagement.preparer ?? '')
  const { id, sample } = detail
  const known = new Map(detail.results.map(({ position, result }) => [position, result]))
  async function keep(position: number, change: Partial<SampleResult>) {
    const before = known.get(position) ?? { results: {}, mark: '', text: '', testedBy }
    try {
      const act = await ask('sample:test', { id, items: [{ ...before, testedBy, ...change, position }] })
      offerUndo(act, changed, 'record:undo')
      changed()
    } catch (error) {
      tell(error)
    }
  }
  return (
    <>
      <TextInput
        label="Tested by"
        maxLength={200}
        value={testedBy}
        onChange={({ currentTarget: { value } }) => setTestedBy(value)}
      />
      <div className="scroll-across gap">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Item</th>
              {sample.attributes.map((attribute) => (
                <th key={attribute.id} scope="col" title={attribute.text}>
                  {attribute.id}
                </th>
              ))}
              <th scope="col">Mark</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {sample.picks.map(({ position, title }) => {
              const result = known.get(position)
              return (
                <tr key={position}>
                  <td className="num">{position}</td>
                  <td>{title}</td>
                  {sample.attributes.map((attribute) => (
                    <td key={attribute.id}>
                      <Select
                        size="xs"
                        w="7rem"
                        clearable
                        aria-label={`${attribute.id} of item ${position}`}
                        data={ATTRIBUTE_RESULTS.map((value) => ({ value, label: RESULT_NAMES[value] }))}
                        value={result?.results[attribute.id] ?? null}
                        onChange={(value) => {
                          const { [attribute.id]: _, ...rest } = result?.results ?? {}
                          const results = value ? { ...rest, [attribute.id]: value as 'met' } : rest
                          void keep(position, { results })
                        }}
                      />
                    </td>
                  ))}
                  <td>
                    <Select
                      size="xs"
                      w="5rem"
                      clearable
                      aria-label={`Mark of item ${position}`}
                      data={legend.state === 'ready' ? legend.value.map(({ mark }) => mark) : []}
                      value={result?.mark || null}
                      onChange={(mark) => void keep(position, { mark: mark ?? '' })}
                    />
                  </td>
                  <td>
                    <TextInput
                      size="xs"
                      aria-label={`Note on item ${position}`}
                      defaultValue={result?.text ?? ''}
                      onBlur={({ currentTarget: { value } }) => {
                        if (value !== (result?.text ?? '')) void keep(position, { text: value })
                      }}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {sample.attributes.length > 0 && (
        <dl className="facts gap">
          {sample.attributes.map((attribute) => (
            <div key={attribute.id}>
              <dt>{attribute.id}</dt>
              <dd>{attribute.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

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
              <Items detail={detail} changed={changed} />
            </>
          )
        }}
      </Shown>
    </aside>
  )
}
