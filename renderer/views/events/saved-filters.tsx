import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { SavedFilter } from '../../../shared/model/work.ts'
import { done, tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'

/** Filters kept under a name, in the locker: choose one, keep the present one, forget one. */
export function SavedFilters({
  isFiltered,
  params,
  onChoose,
}: {
  readonly isFiltered: boolean
  /** The present filter. */
  readonly params: () => Readonly<Record<string, string>>
  readonly onChoose: (params: SavedFilter['params']) => void
}) {
  const [version, setVersion] = useState(0)
  const [name, setName] = useState('')
  const answer = useQuestion('filter:list', { screen: 'events' }, version)
  const list = answer.state === 'ready' ? answer.value : []

  async function keep(event: FormEvent) {
    event.preventDefault()
    await ask('filter:save', { screen: 'events', name, params: { ...params() } })
    done(`Filter “${name.trim()}” kept`)
    setName('')
    setVersion((n) => n + 1)
  }

  async function forget(filter: SavedFilter) {
    await ask('filter:forget', { screen: 'events', name: filter.name })
    setVersion((n) => n + 1)
  }

  return (
    <Menu position="bottom-end" withinPortal trapFocus={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark aria-hidden size="0.9rem" />}>
          Saved filters
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {list.length === 0 && <Menu.Label>None kept yet</Menu.Label>}
        {list.map((filter) => (
          <div key={filter.name} className="saved-filter">
            <Menu.Item onClick={() => onChoose(filter.params)}>{filter.name}</Menu.Item>
            <ActionIcon
              variant="subtle"
              aria-label={`Forget ${filter.name}`}
              onClick={() => forget(filter).catch(tell)}
            >
              <IconTrash aria-hidden size="0.9rem" />
            </ActionIcon>
          </div>
        ))}
        <Menu.Divider />
        <form className="saved-filter-form" onSubmit={(event) => keep(event).catch(tell)}>
          <TextInput
            aria-label="Name for the present filter"
            placeholder={isFiltered ? 'Name for the present filter' : 'Filter first, then keep it here'}
            value={name}
            maxLength={100}
            disabled={!isFiltered}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.stopPropagation()}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            Keep
          </Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  )
}
