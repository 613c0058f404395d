import { Button, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { DocumentReview } from '../../../shared/model/records/document-review.ts'

/** Asks for whom the copy of a restricted document is; only who signed something can be chosen. */
export function RecipientForm({
  recipients,
  onRecipient,
  onLeave,
}: {
  readonly recipients: DocumentReview['recipients']
  readonly onRecipient: (name: string) => void
  readonly onLeave: () => void
}) {
  const signed = recipients.filter(({ agreement }) => agreement !== '')
  const [chosen, setChosen] = useState(signed.length === 1 ? (signed[0]?.name ?? '') : '')
  if (signed.length === 0)
    return (
      <div className="form gap" role="alert">
        <p>
          The document is restricted, and nobody is recorded who may have it. Name the recipient and the
          agreement in its review sheet (screen Vendors) first.
        </p>
        <Button variant="default" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) onRecipient(chosen)
  }
  return (
    <form className="form gap" onSubmit={submit}>
      <Radio.Group
        label="For whom is the copy?"
        description="The document is restricted; the journal keeps who got it and under which agreement."
        value={chosen}
        onChange={setChosen}
      >
        {signed.map(({ name, agreement, on }) => (
          <Radio
            key={`${name} ${on}`}
            value={name}
            label={name}
            description={`${agreement}, ${on}`}
            mt="xs"
          />
        ))}
      </Radio.Group>
      <div className="page-actions">
        <Button type="submit" disabled={!chosen}>
          Choose where…
        </Button>
        <Button variant="default" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
