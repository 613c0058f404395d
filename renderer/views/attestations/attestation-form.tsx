import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { AttestationInfo } from '../../../shared/contract-scope.ts'
import { usualUntil } from '../../../shared/model/records/attestation.ts'
import { capital } from '../../lib/format.ts'
import { useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { offerUndo } from '../../parts/undo.tsx'
import { cellValue } from '../lists/typed-row.ts'

const ANSWERS = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'neither', label: 'Neither' },
]

const today = () => new Date().toISOString().slice(0, 10)

/** States something that no API tells: the answer, in whose words, as of when, until when, and what shows it. */
export function AttestationForm({
  info,
  changed,
}: {
  readonly info: AttestationInfo
  readonly changed: () => void
}) {
  const { locker } = useShell()
  const documents = useQuestion('document:list', {})
  const [answer, setAnswer] = useState('yes')
  const [subject, setSubject] = useState('')
  const [statement, setStatement] = useState('')
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({})
  const [person, setPerson] = useState(locker?.engagement.preparer ?? '')
  const [role, setRole] = useState('')
  const [date, setDate] = useState(today)
  const [until, setUntil] = useState(() => usualUntil(info.kind, today()))
  const [documentId, setDocumentId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const one = info.about !== 'organisation'
  const backwards = date > until

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      const told = info.facts.flatMap((fact) => {
        const value = cellValue(fact, facts[fact.name] ?? '') as string | number | string[] | null
        return value === null || (Array.isArray(value) && value.length === 0)
          ? []
          : [[fact.name, value] as const]
      })
      const { act } = await ask('attestation:add', {
        attestation: {
          about: info.kind,
          subject: one ? subject.trim() : null,
          answer: answer === 'neither' ? null : answer === 'yes',
          statement,
          facts: Object.fromEntries(told),
          person,
          role: role.trim() || null,
          date,
          until,
          documentId: documentId ? Number(documentId) : null,
        },
      })
      offerUndo(act, changed, 'record:undo')
      setStatement('')
      setSubject('')
      setFacts({})
      changed()
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="form" onSubmit={submit} aria-label="State it">
      <SegmentedControl aria-label={info.question} value={answer} onChange={setAnswer} data={ANSWERS} />
      {one && (
        <TextInput
          label={`Which ${info.about.replace('-', ' ')}`}
          description="As Heroku names it"
          withAsterisk
          maxLength={200}
          value={subject}
          onChange={({ currentTarget: { value } }) => setSubject(value)}
        />
      )}
      <Textarea
        label="Statement"
        withAsterisk
        autosize
        minRows={3}
        maxRows={10}
        maxLength={20_000}
        value={statement}
        onChange={({ currentTarget: { value } }) => setStatement(value)}
      />
      {info.facts.map(({ name, says, as }) => (
        <TextInput
          key={name}
          label={capital(name)}
          description={as === 'many' ? `${says}; several with semicolons` : says}
          type={as === 'day' ? 'date' : as === 'number' ? 'number' : 'text'}
          value={facts[name] ?? ''}
          onChange={({ currentTarget: { value } }) => setFacts((old) => ({ ...old, [name]: value }))}
        />
      ))}
      <fieldset className="row">
        <legend>Who states it</legend>
        <TextInput
          label="Person"
          withAsterisk
          maxLength={200}
          value={person}
          onChange={({ currentTarget: { value } }) => setPerson(value)}
        />
        <TextInput
          label="Role"
          maxLength={200}
          value={role}
          onChange={({ currentTarget: { value } }) => setRole(value)}
        />
      </fieldset>
      <fieldset className="row">
        <legend>How long it holds</legend>
        <TextInput
          type="date"
          label="As of"
          value={date}
          onChange={({ currentTarget: { value } }) => {
            setDate(value)
            if (value) setUntil(usualUntil(info.kind, value))
          }}
        />
        <TextInput
          type="date"
          label="Until"
          value={until}
          error={backwards ? 'It ends before it begins.' : undefined}
          onChange={({ currentTarget: { value } }) => setUntil(value)}
        />
      </fieldset>
      <Select
        label="Document that shows it"
        placeholder="None"
        clearable
        data={
          documents.state === 'ready'
            ? documents.value.map(({ id, title }) => ({ value: String(id), label: title }))
            : []
        }
        value={documentId}
        onChange={setDocumentId}
      />
      <Button
        type="submit"
        loading={busy}
        disabled={
          statement.trim() === '' || person.trim() === '' || backwards || (one && subject.trim() === '')
        }
      >
        State it
      </Button>
    </form>
  )
}
