import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Connection } from '../../../shared/model/connection.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'

/** A new label for a connection. */
export function RenameForm({
  connection,
  onDone,
}: {
  readonly connection: Connection
  readonly onDone: () => void
}) {
  const [label, setLabel] = useState(connection.label)
  async function submit(event: FormEvent) {
    event.preventDefault()
    try {
      await ask('connection:rename', { id: connection.id, label: label.trim() })
      onDone()
    } catch (error) {
      tell(error)
    }
  }
  return (
    <form className="filters" onSubmit={submit}>
      <TextInput label="New label" value={label} onChange={(event) => setLabel(event.currentTarget.value)} />
      <Button type="submit" disabled={label.trim() === ''}>
        Rename
      </Button>
    </form>
  )
}
