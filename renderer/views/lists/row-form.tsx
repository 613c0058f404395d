import { Button, Select, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { ListColumn } from '../../../shared/model/records/list-definition.ts'
import { isWhole, type TypedRow } from './typed-row.ts'

/** One row of a list, typed cell by cell. */
export function RowForm({
  columns,
  typed,
  onTyped,
  onAdd,
}: {
  readonly columns: readonly ListColumn[]
  readonly typed: TypedRow
  readonly onTyped: (typed: TypedRow) => void
  readonly onAdd: () => void
}) {
  function submit(event: FormEvent) {
    event.preventDefault()
    onAdd()
  }
  return (
    <form className="row-form" onSubmit={submit} aria-label="A new row">
      {columns.map(({ field, header, says, as, required, example }) =>
        as === 'yes-no' ? (
          <Select
            key={field}
            label={header}
            description={says}
            withAsterisk={required}
            data={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
            value={typed[field] || null}
            onChange={(value) => onTyped({ ...typed, [field]: value ?? '' })}
          />
        ) : (
          <TextInput
            key={field}
            label={header}
            description={as === 'many' ? `${says}; several with semicolons` : says}
            withAsterisk={required}
            type={as === 'day' ? 'date' : 'text'}
            placeholder={example}
            value={typed[field] ?? ''}
            onChange={({ currentTarget: { value } }) => onTyped({ ...typed, [field]: value })}
          />
        ),
      )}
      <Button type="submit" variant="default" disabled={!isWhole(columns, typed)}>
        Add the row
      </Button>
    </form>
  )
}
