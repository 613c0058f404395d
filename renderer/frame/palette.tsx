import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { memo, useEffect, useState } from 'react'
import { evidenceNumber } from '../../shared/model/evidence.ts'
import { frameworkName } from '../lib/framework-names.ts'
import { go } from '../lib/route.ts'
import { useShell } from '../lib/shell-state.ts'
import { tell } from '../lib/tell.ts'
import { ask } from '../lib/window-api.ts'
import { NAVIGATION } from './navigation.tsx'
import { openShortcuts } from './shortcuts.tsx'

/** Opens the command palette. */
export function openPalette(): void {
  spotlight.open()
}

type Group = { readonly group: string; readonly actions: SpotlightActionData[] }

function screens(): Group {
  return {
    group: 'Screens',
    actions: NAVIGATION.flatMap(({ entries }) => entries).map(({ screen, title }) => ({
      id: `screen-${screen}`,
      label: title,
      onClick: () => go(screen),
    })),
  }
}

function moves(): Group {
  return {
    group: 'Actions',
    actions: [
      { id: 'collect', label: 'Collect now', onClick: () => go('collect', { start: '1' }) },
      { id: 'check', label: 'Run the checks', onClick: () => void ask('check:run', {}).catch(tell) },
      { id: 'verify', label: 'Verify the locker', onClick: () => void ask('locker:verify', {}).catch(tell) },
      { id: 'keys', label: 'Keyboard shortcuts', onClick: openShortcuts },
      { id: 'lock', label: 'Lock', onClick: () => void ask('locker:lock', {}).catch(tell) },
      {
        id: 'close',
        label: 'Close this locker',
        onClick: () => void ask('locker:close', {}).then(() => go('start'), tell),
      },
    ],
  }
}

async function controls(text: string): Promise<Group> {
  const words = text.toLowerCase()
  const frameworks = (await ask('framework:list', {})).filter(({ chosen }) => chosen)
  const found = await Promise.all(
    frameworks.map(async ({ id }) => {
      const states = await ask('framework:controls', { framework: id })
      return states
        .filter(
          ({ control }) =>
            control.id.toLowerCase().startsWith(words) || control.title.toLowerCase().includes(words),
        )
        .slice(0, 5)
        .map(({ control }) => ({
          id: `control-${id}-${control.id}`,
          label: `${control.id} ${control.title}`,
          description: frameworkName(id),
          onClick: () => go('controls', { framework: id, control: control.id }),
        }))
    }),
  )
  return { group: 'Controls', actions: found.flat().slice(0, 8) }
}

async function hits(text: string): Promise<Group> {
  const found = await ask('search', { text, limit: 10 })
  return {
    group: 'Evidence and events',
    actions: found.map((hit) => ({
      id: `${hit.in}-${hit.id}`,
      label: hit.title,
      description:
        hit.in === 'evidence' ? `${evidenceNumber(hit.id)} · ${hit.topic}` : `${hit.topic} · ${hit.excerpt}`,
      onClick: () =>
        hit.in === 'evidence'
          ? go('evidence', { item: String(hit.id) })
          : go('events', { event: String(hit.id) }),
    })),
  }
}

/** Finds everything: screens, actions, controls, apps, people, evidence, events. Ctrl+K or Cmd+K. */
export const Palette = memo(function Palette() {
  const { locker } = useShell()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly Group[]>([])

  useEffect(() => {
    const text = query.trim()
    if (!locker || text.length < 2) return setFound([])
    let late = false
    Promise.all([controls(text), hits(text)]).then((groups) => !late && setFound(groups), tell)
    return () => {
      late = true
    }
  }, [query, locker])

  const words = query.trim().toLowerCase()
  const fixed = [screens(), ...(locker ? [moves()] : [])].map(({ group, actions }) => ({
    group,
    actions: actions.filter((action) => (action.label ?? '').toLowerCase().includes(words)),
  }))
  const groups = [...fixed, ...found].filter(({ actions }) => actions.length > 0)
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_query, actions) => actions}
      shortcut={['mod + K']}
      nothingFound="Nothing found"
      highlightQuery
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, transitionProps: { duration: 0 } }}
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch aria-hidden size="1rem" />,
        placeholder: 'Screen, control, app, person, action',
        'aria-label': 'Find anything',
      }}
    />
  )
})
