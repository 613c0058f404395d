import { Button, CloseButton, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type ClientRequest, REQUEST_STATES } from '../../../shared/model/records/client-request.ts'
import { controlName, controlsOf, NO_CONTROL } from '../../lib/control-names.ts'
import { done, tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { DayLine, Line, Lines, OneOf } from '../../parts/fields.tsx'
import { offerUndo } from '../../parts/undo.tsx'

/** A request before anything is typed. */
export const NEW_REQUEST: Omit<ClientRequest, 'number'> = {
  title: '',
  text: '',
  control: null,
  owner: '',
  due: null,
  state: 'open',
  documents: [],
  answer: '',
}

/** One request to the client: what, of whom, until when, and what came of it. */
export function RequestForm({
  number,
  start,
  changed,
  onClose,
}: {
  /** Null for a new one. */
  readonly number: number | null
  readonly start: Omit<ClientRequest, 'number'>
  readonly changed: () => void
  readonly onClose: () => void
}) {
  const documents = useQuestion('document:list', {})
  const [request, setRequest] = useState(start)
  const [control, setControl] = useState(start.control ? controlName(start.control) : '')
  const named = controlsOf(control)
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<ClientRequest>) => setRequest((old) => ({ ...old, ...change }))
  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      const kept = await ask('request:set', { ...request, control: named?.[0] ?? null, number })
      done(`Request ${kept.content.number} kept`)
      changed()
      onClose()
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <aside className="side" aria-label={number === null ? 'New request' : `Request ${number}`}>
      <div className="side-head">
        <h2>{number === null ? 'New request' : `Request ${number}`}</h2>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <form className="form" onSubmit={submit}>
        <Line
          label="What is asked for"
          isNeeded
          most={300}
          value={request.title}
          set={(title) => set({ title })}
        />
        <Line
          label="For control"
          description="Framework and number, such as soc2-2017:CC6.1; may stay empty"
          error={named === null || named.length > 1 ? NO_CONTROL : undefined}
          value={control}
          set={setControl}
        />
        <Lines label="In detail" rows={[2, 10]} value={request.text} set={(text) => set({ text })} />
        <fieldset className="row">
          <legend>Of whom, until when</legend>
          <Line label="Owner" most={200} value={request.owner} set={(owner) => set({ owner })} />
          <DayLine label="Due" value={request.due} set={(due) => set({ due })} />
        </fieldset>
        <OneOf label="State" words={REQUEST_STATES} value={request.state} set={(state) => set({ state })} />
        <Lines
          label="Answer of the client"
          rows={[2, 10]}
          value={request.answer}
          set={(answer) => set({ answer })}
        />
        <Select
          label="Document that answers it"
          placeholder="None"
          clearable
          data={
            documents.state === 'ready'
              ? documents.value.map(({ id, title }) => ({ value: String(id), label: title }))
              : []
          }
          value={request.documents[0] === undefined ? null : String(request.documents[0])}
          onChange={(id) => set({ documents: id === null ? [] : [Number(id)] })}
        />
        <Button type="submit" loading={busy} disabled={request.title.trim() === ''}>
          Keep
        </Button>
        {number !== null && (
          <Button
            variant="subtle"
            onClick={() =>
              ask('request:remove', { number }).then((act) => {
                offerUndo(act, changed, 'record:undo')
                changed()
                onClose()
              }, tell)
            }
          >
            Remove
          </Button>
        )}
      </form>
    </aside>
  )
}
