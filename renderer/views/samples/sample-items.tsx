import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SampleDetail } from '../../../shared/contract-testing.ts'
import type { SampleResult } from '../../../shared/model/records/sample.ts'
import { useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { offerUndo } from '../../parts/undo.tsx'
import { AttributeChoice } from './attribute-choice.tsx'
import { RestMet } from './rest-met.tsx'

type Pick = SampleDetail['sample']['picks'][number]
type Keep = (position: number, change: Partial<SampleResult>) => void

function Row({
  item: { position, title },
  attributes,
  marks,
  result,
  keep,
}: {
  readonly item: Pick
  readonly attributes: SampleDetail['sample']['attributes']
  readonly marks: readonly string[]
  readonly result: SampleResult | undefined
  readonly keep: Keep
}) {
  return (
    <tr>
      <td className="num">{position}</td>
      <td>{title}</td>
      {attributes.map(({ id }) => (
        <td key={id}>
          <AttributeChoice
            attribute={id}
            item={position}
            value={result?.results[id] ?? null}
            onChoose={(value) => {
              const { [id]: _, ...rest } = result?.results ?? {}
              keep(position, { results: value ? { ...rest, [id]: value } : rest })
            }}
          />
        </td>
      ))}
      <td>
        <Select
          size="xs"
          w="4.5rem"
          clearable
          aria-label={`Mark of item ${position}`}
          data={[...new Set([...marks, ...(result?.mark ? [result.mark] : [])])]}
          value={result?.mark || null}
          onChange={(mark) => keep(position, { mark: mark ?? '' })}
        />
      </td>
      <td className="wide">
        <TextInput
          size="xs"
          aria-label={`Note on item ${position}`}
          defaultValue={result?.text ?? ''}
          onBlur={({ currentTarget: { value } }) => {
            if (value !== (result?.text ?? '')) keep(position, { text: value })
          }}
        />
      </td>
    </tr>
  )
}

/** The items of a sample, each with what testing its attributes gave, a tickmark and a note. */
export function SampleItems({
  detail,
  changed,
}: {
  readonly detail: SampleDetail
  readonly changed: () => void
}) {
  const { locker } = useShell()
  const legend = useQuestion('tickmark:legend', {})
  const [testedBy, setTestedBy] = useState(locker?.engagement.preparer ?? '')
  const { id, sample } = detail
  const known = new Map(detail.results.map(({ position, result }) => [position, result]))
  const marks = legend.state === 'ready' ? legend.value.map(({ mark }) => mark) : []
  const keep: Keep = (position, change) => {
    const before = known.get(position) ?? { results: {}, mark: '', text: '' }
    ask('sample:test', { id, items: [{ ...before, testedBy, ...change, position }] }).then((act) => {
      offerUndo(act, changed, 'record:undo')
      changed()
    }, tell)
  }
  return (
    <>
      <TextInput
        label="Tested by"
        maxLength={200}
        maw="20rem"
        value={testedBy}
        onChange={({ currentTarget: { value } }) => setTestedBy(value)}
      />
      {sample.attributes.length > 0 && (
        <>
          <dl className="facts gap">
            {sample.attributes.map((attribute) => (
              <div key={attribute.id} className="fact">
                <dt>{attribute.id}</dt>
                <dd>{attribute.text}</dd>
              </div>
            ))}
          </dl>
          <p className="muted">
            In a cell, <kbd>M</kbd> is met, <kbd>N</kbd> not met, <kbd>A</kbd> not applicable; each goes on to
            the next item.
          </p>
          <RestMet detail={detail} testedBy={testedBy} changed={changed} />
        </>
      )}
      <div className="scroll-across gap">
        <table className="plain testing">
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
            {sample.picks.map((item) => (
              <Row
                key={item.position}
                item={item}
                attributes={sample.attributes}
                marks={marks}
                result={known.get(item.position)}
                keep={keep}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
