import { Button, Popover, Select, TextInput } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { memo } from 'react'
import type { Collection } from '../../../shared/model/collection.ts'
import { moment } from '../../lib/format.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { instantOf, localTime } from '../../lib/zoned.ts'
import { useTimeZone } from '../../parts/when.tsx'

type Params = Readonly<Record<'collection' | 'from' | 'to', string | null>>

function words({ collection, from, to }: Params): string {
  const which = collection ? `Collection ${collection}` : 'Newest collection'
  return from || to ? `${which}, part of its time` : which
}

function labelOf(collection: Collection, timeZone: string): string {
  const state = collection.state === 'complete' ? '' : `, ${collection.state}`
  return `No. ${collection.id}, ${moment(collection.startedAt, timeZone).slice(0, 16)}${state}`
}

/** Narrows by time: which collection, and within it what was captured from when to when. */
export const TimeChoice = memo(function TimeChoice({
  onChange,
  ...params
}: Params & {
  readonly onChange: (change: Readonly<Record<string, string | null>>) => void
}) {
  const timeZone = useTimeZone()
  const answer = useQuestion('collection:list', {})
  const collections = answer.state === 'ready' ? answer.value.toReversed() : []
  const field = (name: 'from' | 'to', label: string) => (
    <TextInput
      type="datetime-local"
      label={label}
      description={timeZone}
      value={params[name] ? localTime(params[name], timeZone) : ''}
      onChange={({ currentTarget: { value } }) => {
        const instant = value ? instantOf(value, timeZone) : null
        // The last minute is meant as a whole.
        const end = name === 'to' && instant ? new Date(Date.parse(instant) + 59_999).toISOString() : instant
        if (instant || !value) onChange({ [name]: end })
      }}
    />
  )
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconClock aria-hidden size="0.9rem" />}
          aria-label={`Time: ${words(params)}`}
        >
          {words(params)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="form">
        <Select
          label="Collection"
          placeholder="Newest"
          clearable
          clearButtonProps={{ 'aria-label': 'Newest collection' }}
          comboboxProps={{ withinPortal: false }}
          data={collections.map((one) => ({ value: String(one.id), label: labelOf(one, timeZone) }))}
          value={params.collection}
          onChange={(collection) => onChange({ collection, item: null })}
        />
        {field('from', 'Captured from')}
        {field('to', 'Captured up to')}
      </Popover.Dropdown>
    </Popover>
  )
})
