import { useEffect, useSyncExternalStore } from 'react'

/** A key, or two keys one after the other, and what they do. */
export interface Shortcut {
  /** As `KeyboardEvent.key` writes them, such as `?` or `g o`. */
  readonly keys: string
  readonly says: string
  readonly run: () => void
}

/** Shortcuts of one place, as the dialog lists them. */
export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

/** Milliseconds between the two keys of a sequence. */
const PATIENCE_MS = 1500

let groups: readonly ShortcutGroup[] = []
const watchers = new Set<() => void>()

function set(next: readonly ShortcutGroup[]) {
  groups = next
  for (const watcher of watchers) watcher()
}

/** Offers shortcuts while a view is there. `shortcuts` has to stay the same object while nothing changes. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const group = { title, shortcuts }
    set([...groups, group])
    return () => set(groups.filter((other) => other !== group))
  }, [title, shortcuts])
}

/** The shortcuts of this moment, for the dialog. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => groups,
  )
}

/** What a key press means: a shortcut, the first key of one, or nothing. */
export function meaningOf(
  all: readonly ShortcutGroup[],
  before: string | null,
  key: string,
): Shortcut | 'wait' | null {
  // Newest first: a screen may give a key a meaning of its own.
  const list = all.toReversed().flatMap(({ shortcuts }) => shortcuts)
  const sequence = before === null ? null : list.find(({ keys }) => keys === `${before} ${key}`)
  if (sequence) return sequence
  const single = list.find(({ keys }) => keys === key)
  if (single) return single
  return list.some(({ keys }) => keys.startsWith(`${key} `)) ? 'wait' : null
}

const WITHOUT_TEXT: readonly string[] = ['radio', 'checkbox', 'button', 'submit', 'reset']

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type)
  return (
    target.isContentEditable || target.matches('textarea, select, [role=listbox], [role=menu], [role=menu] *')
  )
}

/** Listens for shortcuts; returns how to stop. Keys typed into a field or a dialog are left alone. */
export function listenForShortcuts(): () => void {
  let before: { readonly key: string; readonly at: number } | null = null
  function onKey(event: KeyboardEvent) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.length > 1 && event.key !== 'Escape') return
    if (takesText(event.target) || document.querySelector('[role=dialog]')) return
    const first = before && event.timeStamp - before.at < PATIENCE_MS ? before.key : null
    before = null
    const meaning = meaningOf(groups, first, event.key)
    if (meaning === null) return
    if (meaning === 'wait') before = { key: event.key, at: event.timeStamp }
    else meaning.run()
    event.preventDefault()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
