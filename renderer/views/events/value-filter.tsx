import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { memo, useState } from 'react'
import type { EventField } from '../../../shared/contract-events.ts'
import { useQuestion } from '../../lib/use-question.ts'

/** Narrows by one value of a field; the values that occur are offered while one types. */
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
  const answer = useQuestion('event:values', { field, containing: settled, limit: 100 })
  const values = answer.state === 'ready' ? answer.value : []
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
      nothingFoundMessage={answer.state === 'waiting' ? 'Looking…' : 'None occurs'}
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(chosen) => onChange(field, chosen)}
    />
  )
})
