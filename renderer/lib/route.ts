import { useSyncExternalStore } from 'react'

/** The screens of the app, by the name in the address. */
export const SCREENS = [
  'start',
  'new',
  'overview',
  'scope',
  'collect',
  'frameworks',
  'controls',
  'evidence',
  'changes',
  'events',
  'checks',
  'documents',
  'lists',
  'attestations',
  'vendors',
  'samples',
  'requests',
  'findings',
  'reviews',
  'export',
  'journal',
  'connections',
  'settings',
] as const

/** The name of a screen. */
export type Screen = (typeof SCREENS)[number]

/** Where the person is: a screen and what it is narrowed to. Lives in the address, so a reload keeps it. */
export interface Route {
  readonly screen: Screen
  readonly params: Readonly<Record<string, string>>
}

function isScreen(text: string): text is Screen {
  return (SCREENS as readonly string[]).includes(text)
}

function read(hash: string): Route {
  const [name = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  return { screen: isScreen(name) ? name : 'start', params: Object.fromEntries(new URLSearchParams(query)) }
}

let current = { hash: '', route: read('') }

function snapshot(): Route {
  const { hash } = window.location
  if (hash !== current.hash) current = { hash, route: read(hash) }
  return current.route
}

/** The address of a screen, for links. */
export function addressOf(
  screen: Screen,
  params: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const kept = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]))
  const query = new URLSearchParams(kept).toString()
  return `#/${screen}${query ? `?${query}` : ''}`
}

let leaving: (() => Promise<boolean>) | null = null

/** Asks before the present screen is left, until it is told null: for what is shown once and never again. */
export function askBeforeLeaving(ask: (() => Promise<boolean>) | null): void {
  leaving = ask
}

/** Goes to a screen. `replace` changes the present entry of the history, for filters while typing. */
export function go(
  screen: Screen,
  params: Readonly<Record<string, string | null | undefined>> = {},
  replace = false,
): void {
  const asks = leaving
  if (asks && screen !== snapshot().screen) {
    void asks().then((sure) => {
      if (!sure) return
      leaving = null
      go(screen, params, replace)
    })
    return
  }
  const address = addressOf(screen, params)
  if (replace) window.history.replaceState(null, '', address)
  else window.history.pushState(null, '', address)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** The screen of this moment, outside of drawing. */
export function presentScreen(): Screen {
  return snapshot().screen
}

function watch(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  window.addEventListener('popstate', changed)
  return () => {
    window.removeEventListener('hashchange', changed)
    window.removeEventListener('popstate', changed)
  }
}

/** Where the person is; renders again when it changes. */
export function useRoute(): Route {
  return useSyncExternalStore(watch, snapshot)
}

/** The screen on which the person is; a change of its filters draws nothing anew. */
export function useScreen(): Screen {
  return useSyncExternalStore(watch, presentScreen)
}
