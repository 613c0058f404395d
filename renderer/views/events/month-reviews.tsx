import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useCallback, useState } from 'react'
import type { RecordItem } from '../../../shared/model/records.ts'
import { useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { monthsOf } from './months.ts'

const today = () => new Date().toISOString().slice(0, 10)

function SignForm({
  months,
  reviews,
  changed,
}: {
  readonly months: readonly string[]
  readonly reviews: readonly RecordItem<'trail-review'>[]
  readonly changed: () => void
}) {
  const { locker } = useShell()
  const signed = new Map(reviews.map(({ key, content }) => [key, content]))
  const next = months.toReversed().find((month) => !signed.has(month)) ?? months[0] ?? ''
  const [chosen, setChosen] = useState<string | null>(null)
  const [reviewer, setReviewer] = useState(locker?.engagement.reviewer ?? '')
  const [date, setDate] = useState(today)
  const [text, setText] = useState('')
  const month = chosen ?? next
  const early = date.slice(0, 7) < month

  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      offerUndo(await ask('trail-review:sign', { month, reviewer, date, text }), changed, 'record:undo')
      setText('')
      setChosen(null)
      changed()
    } catch (error) {
      tell(error)
    }
  }

  return (
    <>
      <form className="form wide-form" onSubmit={submit} aria-label="Sign a month off">
        <div className="row-form">
          <Select
            label="Month"
            allowDeselect={false}
            data={months.map((value) => ({
              value,
              label: signed.has(value) ? `${value}, signed` : value,
            }))}
            value={month}
            onChange={setChosen}
          />
          <TextInput
            label="Reviewed by"
            withAsterisk
            maxLength={200}
            value={reviewer}
            onChange={({ currentTarget: { value } }) => setReviewer(value)}
          />
          <TextInput
            label="On"
            type="date"
            withAsterisk
            value={date}
            error={early ? 'The month has not begun then.' : undefined}
            onChange={({ currentTarget: { value } }) => setDate(value)}
          />
        </div>
        <TextInput
          label="What was looked at"
          maxLength={20_000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <div className="page-actions">
          <Button type="submit" disabled={early || date === '' || reviewer.trim() === ''}>
            {signed.has(month) ? `Sign ${month} again` : `Sign ${month} off`}
          </Button>
        </div>
      </form>
      <div className="scroll-across gap">
        <table className="plain" aria-label="Months">
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">State</th>
              <th scope="col">By</th>
              <th scope="col">On</th>
              <th scope="col">What was looked at</th>
            </tr>
          </thead>
          <tbody>
            {months.map((value) => {
              const review = signed.get(value)
              return (
                <tr key={value}>
                  <td>{value}</td>
                  <td>
                    <Mark meaning={review ? 'good' : 'unknown'}>{review ? 'signed' : 'open'}</Mark>
                  </td>
                  <td>{review?.reviewer ?? '–'}</td>
                  <td>{review?.date ?? '–'}</td>
                  <td>{review?.text || '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Who reviewed the audit trail of which month, and the place to sign one off. */
export function MonthReviews({ version }: { readonly version: string }) {
  const [round, setRound] = useState(0)
  const changed = useCallback(() => setRound((n) => n + 1), [])
  const trail = useQuestion('event:histogram', { filter: {} }, version)
  const reviews = useQuestion('trail-review:list', {}, round)
  return (
    <Shown answer={trail} lines={4}>
      {(told) => {
        const months = monthsOf(told)
        if (months.length === 0)
          return <Empty title="No events yet">After a collection of the trail, its months stand here.</Empty>
        return (
          <Shown answer={reviews} lines={4}>
            {(signed) => <SignForm months={months} reviews={signed} changed={changed} />}
          </Shown>
        )
      }}
    </Shown>
  )
}
