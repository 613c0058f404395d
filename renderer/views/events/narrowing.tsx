import { Button, TextInput } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { memo } from 'react'
import type { EventFilter } from '../../../shared/model/event.ts'
import { count } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { done, tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { paramsOf } from './filter.ts'
import { SavedFilters } from './saved-filters.tsx'

// Each of these stays as it is while somebody types into the search field: rows come first.

type Params = Readonly<Record<string, string>>

async function exportRows(filter: EventFilter) {
  const place = await ask('shell:pick-table', { suggestedName: 'audit events.csv' })
  if (!place) return
  const told = await ask('event:export', { filter, destination: place.token })
  done(`${count(told.rows)} events exported to ${place.name}`)
}

const choose = (kept: Params) => go('events', kept)

/** What can be done with the events that are shown. `newest` holds the present address and filter. */
export const Actions = memo(function Actions({
  isFiltered,
  newest,
  onReview,
}: {
  readonly isFiltered: boolean
  readonly newest: () => { readonly params: Params; readonly filter: EventFilter }
  readonly onReview: () => void
}) {
  return (
    <>
      <SavedFilters isFiltered={isFiltered} params={() => paramsOf(newest().params)} onChoose={choose} />
      <Button variant="default" onClick={onReview}>
        Sign a month off…
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileExport aria-hidden size="0.9rem" />}
        onClick={() => exportRows(newest().filter).catch(tell)}
      >
        Export these
      </Button>
    </>
  )
})

/** The first and the last day, and the way back to all events. */
export const Days = memo(function Days({
  from,
  to,
  isFiltered,
  set,
}: {
  readonly from: string | null
  readonly to: string | null
  readonly isFiltered: boolean
  readonly set: (change: Readonly<Record<string, string | null>>) => void
}) {
  const isBackwards = Boolean(from && to && from > to)
  return (
    <>
      <TextInput
        label="From"
        type="date"
        w="9rem"
        max={to?.slice(0, 10)}
        value={from?.slice(0, 10) ?? ''}
        onChange={({ currentTarget: { value } }) => set({ from: value ? `${value}T00:00:00.000Z` : null })}
      />
      <TextInput
        label="To"
        type="date"
        w="9rem"
        min={from?.slice(0, 10)}
        value={to?.slice(0, 10) ?? ''}
        error={isBackwards ? 'It ends before it begins.' : undefined}
        onChange={({ currentTarget: { value } }) => set({ to: value ? `${value}T23:59:59.999Z` : null })}
      />
      <Button variant="subtle" disabled={!isFiltered} onClick={() => go('events', {}, true)}>
        Clear all
      </Button>
    </>
  )
})
