import { memo, useEffect, useMemo, useState } from 'react'
import { go, type Screen } from '../lib/route.ts'
import { listenForShortcuts, type Shortcut, useShortcutGroups, useShortcuts } from '../lib/shortcuts.ts'
import { Dialog } from '../parts/dialog.tsx'
import { NAVIGATION } from './navigation.tsx'

type Keys = readonly (readonly [keys: string, says: string])[]

/** Keys that their own parts listen for. */
const ELSEWHERE: readonly { readonly title: string; readonly keys: Keys }[] = [
  {
    title: 'Anywhere',
    keys: [
      ['Ctrl+K', 'Find anything: screens, controls, apps, people, actions'],
      ['Ctrl+Alt+Z', 'Take the newest decision back'],
    ],
  },
  {
    title: 'In a table',
    keys: [
      ['↑ ↓', 'One row up or down'],
      ['PageUp PageDown', 'A page up or down'],
      ['Home End', 'First or last row'],
      ['Enter', 'Open the row'],
      ['Shift+↑ Shift+↓', 'Mark more rows'],
      ['Ctrl+C', 'Copy the marked rows as cells'],
      ['Space', 'Choose the marked rows, where rows can be chosen'],
    ],
  },
]

let show: ((opened: boolean) => void) | null = null

/** Opens the list of keyboard shortcuts. */
export function openShortcuts(): void {
  show?.(true)
}

const EVERYWHERE: readonly Shortcut[] = [
  { keys: '?', says: 'This list', run: openShortcuts },
  {
    keys: '/',
    says: 'Search on this screen',
    run: () => document.querySelector<HTMLInputElement>('[data-find]')?.focus(),
  },
  {
    keys: 'Escape',
    says: 'Close what is open beside the table',
    run: () => document.querySelector<HTMLButtonElement>('aside.side button[aria-label="Close"]')?.click(),
  },
]

function screenShortcuts(withLocker: boolean): readonly Shortcut[] {
  const without: readonly Screen[] = ['connections', 'settings']
  return NAVIGATION.flatMap(({ entries }) => entries)
    .filter(({ screen }) => withLocker || without.includes(screen))
    .map(({ screen, title, key }) => ({ keys: `g ${key}`, says: title, run: () => go(screen) }))
}

function Table({ title, keys }: { readonly title: string; readonly keys: Keys }) {
  return (
    <section className="keys" aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {keys.map(([which, says]) => (
          <div key={which}>
            <dt>
              {which.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Listens for the shortcuts and lists them on `?`. Once, in the frame. */
export const Shortcuts = memo(function Shortcuts({ withLocker }: { readonly withLocker: boolean }) {
  const [opened, setOpened] = useState(false)
  const groups = useShortcutGroups()
  useShortcuts('Everywhere', EVERYWHERE)
  useShortcuts(
    'Go to',
    useMemo(() => screenShortcuts(withLocker), [withLocker]),
  )
  useEffect(() => {
    show = setOpened
    const stop = listenForShortcuts()
    return () => {
      show = null
      stop()
    }
  }, [])
  const told = groups.map(({ title, shortcuts }) => ({
    title,
    keys: shortcuts.map(({ keys, says }) => [keys === 'Escape' ? 'Esc' : keys, says] as const),
  }))
  return (
    <Dialog opened={opened} onClose={() => setOpened(false)} title="Keyboard shortcuts" size="48rem">
      <div className="key-tables">
        {[...told.toReversed(), ...ELSEWHERE].map(({ title, keys }) => (
          <Table key={title} title={title} keys={keys} />
        ))}
      </div>
    </Dialog>
  )
})
