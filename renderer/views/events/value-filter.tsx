import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { memo, useEffect, useState } from 'react'
import type { EventField } from '../../../shared/contract-events.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'

/** Narrows by one value of a field; the values that occur are asked for when the list opens, and while one types. */
export const ValueFilter = memo(function ValueFilter({
  field,
  label,
  value,
  onChange,
}: {
  readonly field: EventField
  readonly label: string
  readonly value: string | null
  readonly onChange: (field: EventField, value: string | null) => void
}) {
  const [typed, setTyped] = useState('')
  const [settled] = useDebouncedValue(typed === value ? '' : typed, 80)
  const [isOpen, setOpen] = useState(false)
  const [known, setKnown] = useState<readonly string[] | null>(null)
  const values = known ?? []
  useEffect(() => {
    if (!isOpen) return
    let isNewest = true
    ask('event:values', { field, containing: settled, limit: 100 }).then(
      (told) => isNewest && setKnown(told),
      (error) => isNewest && tell(error),
    )
    return () => {
      isNewest = false
    }
  }, [isOpen, settled, field])
  return (
    <Select
      label={label}
      placeholder="All"
      clearable
      searchable
      w="11rem"
      clearButtonProps={{ 'aria-label': `All values of ${label}` }}
      data={value && !values.includes(value) ? [value, ...values] : [...values]}
      filter={({ options }) => options}
      nothingFoundMessage={known === null ? 'Looking…' : 'None occurs'}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => onChange(field, chosen)}
    />
  )
})
