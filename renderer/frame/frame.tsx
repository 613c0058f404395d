import { ActionIcon, Button, Kbd } from '@mantine/core'
import { IconKeyboard, IconLock, IconSearch } from '@tabler/icons-react'
import { Activity, memo, useEffect } from 'react'
import type { WindowCommand } from '../../shared/announcements.ts'
import { go, type Route, type Screen, useRoute } from '../lib/route.ts'
import { onCommand, onDrop, shellNow, useShell } from '../lib/shell-state.ts'
import { tell } from '../lib/tell.ts'
import { ask } from '../lib/window-api.ts'
import { Confirmations } from '../parts/confirm.tsx'
import { takeDropped } from './dropped.ts'
import { JobStrip } from './job-strip.tsx'
import { KeptScreens } from './kept-screens.tsx'
import { refuseLargePaste } from './large-paste.ts'
import { LockedScreen } from './locked-screen.tsx'
import { Navigation } from './navigation.tsx'
import { openPalette, Palette } from './palette.tsx'
import { openShortcuts, Shortcuts } from './shortcuts.tsx'

const COMMAND_SCREENS: Partial<Record<WindowCommand, Screen>> = {
  new: 'new',
  open: 'start',
  collect: 'collect',
  export: 'export',
  settings: 'settings',
  journal: 'journal',
}

/** Screens that make sense without an open locker. */
const WITHOUT_LOCKER: readonly Screen[] = ['start', 'new', 'connections', 'settings']

function useCommands() {
  useEffect(() => {
    const stopCommands = onCommand((command) => {
      if (shellNow().locked) return
      const screen = COMMAND_SCREENS[command]
      if (screen) go(screen)
      else if (command === 'palette') openPalette()
      else if (command === 'find') document.querySelector<HTMLInputElement>('[data-find]')?.focus()
      else window.dispatchEvent(new CustomEvent(`command:${command}`))
    })
    const stopDrops = onDrop((dropped) => void takeDropped(dropped))
    const allowDrop = (event: DragEvent) => event.preventDefault()
    window.addEventListener('dragover', allowDrop)
    window.addEventListener('drop', takeDrop)
    document.addEventListener('paste', refuseLargePaste, true)
    return () => {
      stopCommands()
      stopDrops()
      window.removeEventListener('dragover', allowDrop)
      window.removeEventListener('drop', takeDrop)
      document.removeEventListener('paste', refuseLargePaste, true)
    }
  }, [])
}

function takeDrop(event: DragEvent) {
  event.preventDefault()
  const file = event.dataTransfer?.files[0]
  if (file) window.api.drop(file)
}

const Top = memo(function Top() {
  const { locker } = useShell()
  if (!locker) return null
  const { organisation, period } = locker.engagement
  return (
    <header className="frame-top">
      <div className="engagement">
        <strong>{organisation}</strong>
        <span className="muted">
          {period.start} to {period.end}
        </span>
      </div>
      <div className="spring" />
      <JobStrip />
      <Button
        variant="default"
        leftSection={<IconSearch aria-hidden size="0.9rem" />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={openPalette}
      >
        Find anything
      </Button>
      <ActionIcon
        variant="subtle"
        size="md"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={openShortcuts}
      >
        <IconKeyboard aria-hidden size="1.1rem" />
      </ActionIcon>
      <Button
        variant="subtle"
        leftSection={<IconLock aria-hidden size="0.9rem" />}
        onClick={() => ask('locker:lock', {}).catch(tell)}
      >
        Lock
      </Button>
    </header>
  )
})

function screenOf(route: Route, lockerOpen: boolean): Screen {
  if (!lockerOpen && !WITHOUT_LOCKER.includes(route.screen)) return 'start'
  return route.screen
}

/** The window: the lock in front of everything while the locker is shut. What was typed waits behind it, unseen. */
export function Frame() {
  const { locked } = useShell()
  useCommands()
  return (
    <>
      {locked && <LockedScreen locked={locked} />}
      <Activity mode={locked ? 'hidden' : 'visible'}>
        <Screens />
      </Activity>
    </>
  )
}

/** The frame around every screen: who the engagement is about, where one can go, what is running. */
function Screens() {
  const route = useRoute()
  const { locker, coreDown } = useShell()
  const screen = screenOf(route, locker !== null)
  const bare = screen === 'new' || (!locker && screen === 'start')
  return (
    <div className={bare ? 'frame frame-bare' : 'frame'}>
      <a className="skip" href="#main">
        Skip to content
      </a>
      {!bare && <Top />}
      {coreDown && (
        <p role="alert" className="banner">
          The part of the app that works on the locker stopped unexpectedly and is being restarted. Nothing
          committed is lost; a collection can be resumed.
        </p>
      )}
      {!bare && <Navigation />}
      <KeptScreens screen={screen} params={route.params} locker={locker?.id ?? null} />
      <Palette />
      <Confirmations />
      <Shortcuts withLocker={locker !== null} />
    </div>
  )
}
