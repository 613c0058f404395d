import { Button, Checkbox, CloseButton, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { RegisterEntry } from '../../../shared/contract-register.ts'
import {
  CONFIDENTIALITY,
  DocumentReview,
  type ReviewKind,
} from '../../../shared/model/records/document-review.ts'
import { HEROKU_SERVICES, SERVICE_NAMES } from '../../../shared/model/records/vendor-services.ts'
import '../../../shared/issue-words.ts'
import { useShell } from '../../lib/shell-state.ts'
import { done, tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { KIND_NAMES } from './kind-names.ts'
import { readTyped, SHEET_FIELDS, type SheetField, typedOf } from './sheet-fields.ts'

/** What is wrong, with the name of the field as the form shows it. */
function faultOf(kind: ReviewKind, path: readonly string[], message: string): string {
  const field = SHEET_FIELDS[kind].find(({ name }) => path.includes(name))
  const place = field ? `${field.label}: ` : ''
  return `${place}${message.charAt(0).toLowerCase()}${message.slice(1)}.`
}

const today = () => new Date().toISOString().slice(0, 10)

function Field({
  field,
  typed,
  set,
}: {
  readonly field: SheetField
  readonly typed: string
  readonly set: (text: string) => void
}) {
  const { label, as, choices = [], parts = [] } = field
  if (as === 'choice')
    return (
      <Select
        label={label}
        data={[...choices]}
        value={typed || null}
        onChange={(value) => set(value ?? '')}
      />
    )
  if (as === 'yes-no')
    return (
      <Checkbox
        label={label}
        checked={typed === 'true'}
        onChange={({ currentTarget: { checked } }) => set(String(checked))}
      />
    )
  if (as === 'services')
    return (
      <MultiSelect
        label={label}
        data={HEROKU_SERVICES.map((value) => ({ value, label: SERVICE_NAMES[value] }))}
        value={typed.split('\n').filter(Boolean)}
        onChange={(values) => set(values.join('\n'))}
      />
    )
  if (as === 'names' || as === 'rows' || as === 'owners')
    return (
      <Textarea
        label={label}
        description={
          as === 'rows'
            ? `One per line: ${parts.join(' | ')}`
            : as === 'owners'
              ? 'One per line, such as 3: shared (provider, customer or shared)'
              : 'One per line'
        }
        autosize
        minRows={2}
        maxRows={12}
        value={typed}
        onChange={({ currentTarget: { value } }) => set(value)}
      />
    )
  return (
    <TextInput
      label={label}
      type={as === 'day' ? 'date' : as === 'number' ? 'number' : 'text'}
      value={typed}
      onChange={({ currentTarget: { value } }) => set(value)}
    />
  )
}

/** The review sheet of one document: its kind, what it says, how it may travel, who read it. */
export function ReviewSide({
  entry: { document, review },
  changed,
  onClose,
}: {
  readonly entry: RegisterEntry
  readonly changed: () => void
  readonly onClose: () => void
}) {
  const { locker } = useShell()
  const before = review?.content
  const [kind, setKind] = useState<ReviewKind>(before?.sheet.of ?? 'soc2-report')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    before
      ? Object.fromEntries(
          SHEET_FIELDS[before.sheet.of].map((field) => [field.name, typedOf(field, before.sheet)]),
        )
      : {},
  )
  const [vendor, setVendor] = useState(
    before?.vendor ?? (/heroku|salesforce/i.test(document.title) ? 'Heroku (Salesforce)' : ''),
  )
  const [confidentiality, setConfidentiality] = useState<DocumentReview['confidentiality']>(
    before?.confidentiality ?? 'internal',
  )
  const [recipients, setRecipients] = useState(
    (before?.recipients ?? []).map(({ name, agreement, on }) => `${name} | ${agreement} | ${on}`).join('\n'),
  )
  const [reviewedBy, setReviewedBy] = useState(before?.reviewedBy ?? locker?.engagement.preparer ?? '')
  const [reviewedOn, setReviewedOn] = useState(before?.reviewedOn ?? today())
  const [notes, setNotes] = useState(before?.notes ?? '')
  const [unnamed, setUnnamed] = useState<readonly string[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (vendor.trim() === '') return setFault('Say whose document this is: fill in the vendor.')
    if (reviewedBy.trim() === '') return setFault('Say who read it: fill in the reviewer.')
    setBusy(true)
    try {
      const facts = SHEET_FIELDS[kind].map(
        (field) => [field.name, readTyped(field, typed[field.name] ?? '')] as const,
      )
      const review = DocumentReview.safeParse({
        document: document.id,
        vendor,
        sheet: {
          of: kind,
          ...Object.fromEntries(facts.filter(([, value]) => value !== undefined)),
        },
        confidentiality,
        recipients: recipients
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => {
            const [name = '', agreement = '', on = today()] = line.split('|').map((part) => part.trim())
            return { name, agreement, on }
          }),
        reviewedBy,
        reviewedOn,
        notes,
      })
      if (!review.success) {
        const [issue] = review.error.issues
        setFault(faultOf(kind, issue?.path.map(String) ?? [], issue?.message ?? 'is not as it should be'))
        return
      }
      setFault(null)
      const { unnamed } = await ask('register:review', review.data)
      setUnnamed(unnamed)
      done('Review sheet kept')
      changed()
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <aside className="side" aria-label={`Review sheet of ${document.title}`}>
      <div className="side-head">
        <div>
          <h2>{document.title}</h2>
          <p className="mono muted copy">SHA-256 {document.sha256}</p>
        </div>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <form className="form" onSubmit={submit}>
        <Select
          label="Kind of document"
          searchable
          allowDeselect={false}
          data={(Object.keys(KIND_NAMES) as ReviewKind[]).map((value) => ({
            value,
            label: KIND_NAMES[value],
          }))}
          value={kind}
          onChange={(value) => value && setKind(value as ReviewKind)}
        />
        <TextInput
          label="Vendor"
          maxLength={200}
          value={vendor}
          onChange={({ currentTarget: { value } }) => setVendor(value)}
        />
        {SHEET_FIELDS[kind].map((field) => (
          <Field
            key={`${kind} ${field.name}`}
            field={field}
            typed={typed[field.name] ?? ''}
            set={(text) => setTyped((old) => ({ ...old, [field.name]: text }))}
          />
        ))}
        <Select
          label="Class"
          description="A restricted file leaves the locker only for a recipient with an agreement"
          allowDeselect={false}
          data={[...CONFIDENTIALITY]}
          value={confidentiality}
          onChange={(value) => value && setConfidentiality(value as DocumentReview['confidentiality'])}
        />
        <Textarea
          label="Recipients"
          description="One per line: name | agreement | day"
          autosize
          minRows={1}
          value={recipients}
          onChange={({ currentTarget: { value } }) => setRecipients(value)}
        />
        <fieldset className="row">
          <legend>Who read it, when</legend>
          <TextInput
            label="Reviewed by"
            maxLength={200}
            value={reviewedBy}
            onChange={({ currentTarget: { value } }) => setReviewedBy(value)}
          />
          <TextInput
            label="On"
            type="date"
            value={reviewedOn}
            onChange={({ currentTarget: { value } }) => setReviewedOn(value)}
          />
        </fieldset>
        <Textarea
          label="Notes"
          autosize
          minRows={1}
          maxRows={8}
          value={notes}
          onChange={({ currentTarget: { value } }) => setNotes(value)}
        />
        {fault && (
          <p role="alert">
            <Mark meaning="bad">Not kept</Mark> {fault}
          </p>
        )}
        {unnamed.length > 0 && (
          <p role="status">
            <Mark meaning="bad">Not covered</Mark> This account uses {unnamed.join(', ')}, which the report
            does not name: it says nothing about {unnamed.length === 1 ? 'it' : 'them'}.
          </p>
        )}
        <Button type="submit" loading={busy} disabled={reviewedBy.trim() === '' || reviewedOn === ''}>
          Keep the sheet
        </Button>
      </form>
    </aside>
  )
}
