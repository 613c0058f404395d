import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FrameworkInfo } from '../../../shared/contract-frameworks.ts'
import { counted } from '../../lib/format.ts'
import { TableImport } from '../../parts/table-import.tsx'
import { ownIdOf } from './own-id.ts'

/** Takes a framework of one's own over from a table; one of the same name is replaced. */
export function ImportFramework({
  opened,
  onClose,
  all,
  changed,
}: {
  readonly opened: boolean
  readonly onClose: () => void
  readonly all: readonly FrameworkInfo[]
  readonly changed: () => void
}) {
  const [title, setTitle] = useState('')
  const [version, setVersion] = useState('1')
  const id = ownIdOf(title)
  const there = all.find((one) => one.id === id)
  const hint = there
    ? `Takes the place of the ${counted(there.counts.entries, 'entry', 'entries')} that are there.`
    : id
      ? `Kept as ${id}`
      : 'Such as Internal controls'
  return (
    <TableImport
      opened={opened}
      onClose={onClose}
      title="Import a framework of your own"
      says="Columns: Id, Title, and where you have them Parent, Says, Same as. Same as names controls of other frameworks, such as soc2-2017:CC6.1; iso27001-2022:A.8.5: what speaks to those speaks to yours."
      question="framework:import"
      input={{ id, title: title.trim(), version: version.trim() }}
      changed={changed}
      ready={id !== null && version.trim() !== ''}
    >
      <div className="row-form">
        <TextInput
          label="Title"
          description={hint}
          withAsterisk
          maxLength={200}
          error={
            title.trim() !== '' && id === null ? 'It needs a letter from a to z, or a digit.' : undefined
          }
          value={title}
          onChange={({ currentTarget: { value } }) => setTitle(value)}
        />
        <TextInput
          label="Version"
          description="As you number it"
          withAsterisk
          maxLength={60}
          value={version}
          onChange={({ currentTarget: { value } }) => setVersion(value)}
        />
      </div>
    </TableImport>
  )
}
