import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DOCUMENT_TYPES, type DocumentInfo } from '../../../shared/model/work.ts'
import { tell } from '../../lib/tell.ts'
import { DOCUMENT_NAMES } from './document-names.ts'

/** What a person tells about a document. */
export type Facts = Pick<DocumentInfo, 'title' | 'type' | 'validFrom' | 'validTo' | 'notes'>

/** A form for what is told about a document; what was typed stays when it fails. */
export function FactsForm({
  start,
  action,
  onFacts,
  onLeave,
}: {
  readonly start: Facts
  readonly action: string
  readonly onFacts: (facts: Facts) => Promise<void>
  readonly onLeave?: () => void
}) {
  const [facts, setFacts] = useState<Facts>({
    title: start.title,
    type: start.type,
    validFrom: start.validFrom,
    validTo: start.validTo,
    notes: start.notes,
  })
  const [busy, setBusy] = useState(false)
  const change = (part: Partial<Facts>) => setFacts((old) => ({ ...old, ...part }))
  const backwards = facts.validFrom && facts.validTo && facts.validFrom > facts.validTo
  const tooLong = facts.notes.length > 20_000

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      await onFacts(facts)
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="form gap" onSubmit={submit}>
      <TextInput
        label="Title"
        required
        maxLength={300}
        value={facts.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Select
        label="Type"
        data={DOCUMENT_TYPES.map((type) => ({ value: type, label: DOCUMENT_NAMES[type] }))}
        value={facts.type}
        allowDeselect={false}
        onChange={(type) => type && change({ type: type as Facts['type'] })}
      />
      <fieldset className="row">
        <legend>Period that it covers</legend>
        <TextInput
          type="date"
          label="From"
          value={facts.validFrom ?? ''}
          onChange={(event) => change({ validFrom: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label="To"
          value={facts.validTo ?? ''}
          error={backwards ? 'It ends before it begins.' : undefined}
          onChange={(event) => change({ validTo: event.currentTarget.value || null })}
        />
      </fieldset>
      <Textarea
        label="Notes"
        autosize
        minRows={2}
        maxRows={8}
        value={facts.notes}
        error={tooLong ? `Notes hold 20,000 characters; these are ${facts.notes.length}.` : undefined}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
      <div className="page-actions">
        <Button
          type="submit"
          loading={busy}
          disabled={facts.title.trim() === '' || Boolean(backwards) || tooLong}
        >
          {action}
        </Button>
        {onLeave && (
          <Button variant="subtle" onClick={onLeave}>
            Leave it
          </Button>
        )}
      </div>
    </form>
  )
}
