import { Button, CloseButton, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { SEVERITIES } from '../../../shared/model/check.ts'
import { FINDING_STATES, type Finding } from '../../../shared/model/records/finding.ts'
import { controlName, controlsOf, NO_CONTROL } from '../../lib/control-names.ts'
import { addressOf } from '../../lib/route.ts'
import { done, tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'

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
        <TextInput
          label="Title"
          withAsterisk
          maxLength={300}
          value={finding.title}
          onChange={({ currentTarget: { value } }) => set({ title: value })}
        />
        <TextInput
          label="Controls"
          description="Framework and number with commas between, such as soc2-2017:CC6.1"
          error={named === null ? NO_CONTROL : undefined}
          value={controls}
          onChange={({ currentTarget: { value } }) => setControls(value)}
        />
        {finding.checkId && (
          <p className="muted">
            Found by <a href={addressOf('checks', { check: finding.checkId })}>{finding.checkId}</a>:{' '}
            {finding.subjects.map(({ subject }) => subject).join(', ')}
          </p>
        )}
        <Textarea
          label="What was found"
          autosize
          minRows={3}
          maxRows={12}
          maxLength={20_000}
          value={finding.text}
          onChange={({ currentTarget: { value } }) => set({ text: value })}
        />
        <fieldset className="row">
          <legend>How bad, who, until when</legend>
          <Select
            label="Severity"
            allowDeselect={false}
            data={[...SEVERITIES]}
            value={finding.severity}
            onChange={(severity) => severity && set({ severity: severity as Finding['severity'] })}
          />
          <TextInput
            label="Owner"
            maxLength={200}
            value={finding.owner}
            onChange={({ currentTarget: { value } }) => set({ owner: value })}
          />
          <TextInput
            label="Due"
            type="date"
            value={finding.due ?? ''}
            onChange={({ currentTarget: { value } }) => set({ due: value || null })}
          />
        </fieldset>
        <Select
          label="State"
          allowDeselect={false}
          data={[...FINDING_STATES]}
          value={finding.state}
          error={missing}
          onChange={(state) => state && set({ state: state as Finding['state'] })}
        />
        <Textarea
          label="Response of management"
          autosize
          minRows={2}
          maxRows={10}
          maxLength={20_000}
          value={finding.response}
          onChange={({ currentTarget: { value } }) => set({ response: value })}
        />
        <Textarea
          label="Why it is resolved"
          autosize
          minRows={1}
          maxRows={8}
          maxLength={20_000}
          value={finding.resolution}
          onChange={({ currentTarget: { value } }) => set({ resolution: value })}
        />
        <TextInput
          label="Raised by"
          withAsterisk
          maxLength={200}
          value={finding.raisedBy}
          onChange={({ currentTarget: { value } }) => set({ raisedBy: value })}
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
