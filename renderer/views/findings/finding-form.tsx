import { Button, CloseButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { SEVERITIES } from '../../../shared/model/check.ts'
import { FINDING_STATES, type Finding } from '../../../shared/model/records/finding.ts'
import { controlName, controlsOf, NO_CONTROL } from '../../lib/control-names.ts'
import { addressOf } from '../../lib/route.ts'
import { done, tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { DayLine, Line, Lines, OneOf } from '../../parts/fields.tsx'

/** One finding: what is wrong, how bad, who sees to it until when, what management says. */
export function FindingForm({
  id,
  start,
  changed,
  onClose,
}: {
  /** Null for a new one. */
  readonly id: string | null
  readonly start: Finding
  readonly changed: () => void
  readonly onClose: () => void
}) {
  const [finding, setFinding] = useState(start)
  const [controls, setControls] = useState(start.controls.map(controlName).join(', '))
  const named = controlsOf(controls)
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Finding>) => setFinding((old) => ({ ...old, ...change }))
  const missing =
    finding.state === 'answered' && finding.response.trim() === ''
      ? 'An answered finding needs the response of management.'
      : finding.state === 'resolved' && finding.resolution.trim() === ''
        ? 'Say why it is resolved.'
        : undefined
  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      const kept = await ask('finding:set', { id, finding: { ...finding, controls: [...(named ?? [])] } })
      done(`Finding ${kept.key} kept`)
      changed()
      onClose()
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <aside className="side" aria-label={id === null ? 'New finding' : `Finding ${id}`}>
      <div className="side-head">
        <h2>{id === null ? 'New finding' : `Finding ${id}`}</h2>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <form className="form" onSubmit={submit}>
        <Line label="Title" isNeeded most={300} value={finding.title} set={(title) => set({ title })} />
        <Line
          label="Controls"
          description="Framework and number with commas between, such as soc2-2017:CC6.1"
          error={named === null ? NO_CONTROL : undefined}
          value={controls}
          set={setControls}
        />
        {finding.checkId && (
          <p className="muted">
            Found by <a href={addressOf('checks', { check: finding.checkId })}>{finding.checkId}</a>:{' '}
            {finding.subjects.map(({ subject }) => subject).join(', ')}
          </p>
        )}
        <Lines label="What was found" rows={[3, 12]} value={finding.text} set={(text) => set({ text })} />
        <fieldset className="row">
          <legend>How bad, who, until when</legend>
          <OneOf
            label="Severity"
            words={SEVERITIES}
            value={finding.severity}
            set={(severity) => set({ severity })}
          />
          <Line label="Owner" most={200} value={finding.owner} set={(owner) => set({ owner })} />
          <DayLine label="Due" value={finding.due} set={(due) => set({ due })} />
        </fieldset>
        <OneOf
          label="State"
          words={FINDING_STATES}
          value={finding.state}
          error={missing}
          set={(state) => set({ state })}
        />
        <Lines
          label="Response of management"
          rows={[2, 10]}
          value={finding.response}
          set={(response) => set({ response })}
        />
        <Lines
          label="Why it is resolved"
          rows={[1, 8]}
          value={finding.resolution}
          set={(resolution) => set({ resolution })}
        />
        <Line
          label="Raised by"
          isNeeded
          most={200}
          value={finding.raisedBy}
          set={(raisedBy) => set({ raisedBy })}
        />
        <Button
          type="submit"
          loading={busy}
          disabled={finding.title.trim() === '' || finding.raisedBy.trim() === '' || missing !== undefined}
        >
          Keep
        </Button>
      </form>
    </aside>
  )
}
