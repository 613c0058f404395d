import { Activity, memo, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Screen } from '../lib/route.ts'
import { fetchViewsAhead, VIEWS } from '../views/index.ts'
import { WaitingScreen } from './waiting-screen.tsx'

type Params = Readonly<Record<string, string>>

/**
 * Screens that stay as they were left and are there at once when they are opened again, with what they knew; then
 * they ask anew. The others hold what must not stay (a recovery key, a token) or begin anew each time.
 */
export const KEPT: readonly Screen[] = [
  'overview',
  'controls',
  'checks',
  'evidence',
  'events',
  'collect',
  'journal',
  'documents',
  'changes',
  'scope',
  'frameworks',
  'vendors',
  'lists',
  'attestations',
  'samples',
  'reviews',
  'requests',
  'findings',
]

const sameParams = (a: Params, b: Params) =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value)

function newPlace(): HTMLElement {
  const place = document.createElement('div')
  place.className = 'screen'
  return place
}

/** Where the present screen stands. Comes before the screens: they measure themselves when they are in the page. */
function Slot({ place }: { readonly place: HTMLElement }) {
  const slot = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (slot.current?.firstChild !== place) slot.current?.replaceChildren(place)
  }, [place])
  return <div ref={slot} className="screen" />
}

const OneScreen = memo(function OneScreen({
  screen,
  params,
  place,
  isPresent,
}: {
  readonly screen: Screen
  readonly params: Params
  readonly place: HTMLElement
  readonly isPresent: boolean
}) {
  const View = VIEWS[screen]
  const content = useMemo(
    () => (
      <Suspense fallback={<WaitingScreen screen={screen} />}>
        <View params={params} />
      </Suspense>
    ),
    [View, screen, params],
  )
  return <Activity mode={isPresent ? 'visible' : 'hidden'}>{createPortal(content, place)}</Activity>
})

interface Held {
  readonly params: Params
  readonly place: HTMLElement
}

type AllHeld = ReadonlyMap<Screen, Held>

/** When the first screen is there, in milliseconds after the window began to draw. */
const AHEAD_MS = 1500

/** Draws the screens that nobody opened yet, out of the page, when the window has nothing else to do. */
function useDrawnAhead(locker: string | null, setHeld: (change: (held: AllHeld) => AllHeld) => void): void {
  useEffect(() => {
    let isOver = false
    async function draw() {
      await new Promise((resolve) => setTimeout(resolve, AHEAD_MS))
      for await (const screen of fetchViewsAhead()) {
        if (isOver) return
        if (locker && KEPT.includes(screen))
          setHeld((held) =>
            held.has(screen) ? held : new Map(held).set(screen, { params: {}, place: newPlace() }),
          )
      }
    }
    void draw()
    return () => {
      isOver = true
    }
  }, [locker, setHeld])
}

/** The present screen in the page, and those that were left beside it, out of the page. Another locker begins anew. */
export function KeptScreens({
  screen,
  params,
  locker,
}: {
  readonly screen: Screen
  readonly params: Params
  /** Id of the open locker. */
  readonly locker: string | null
}) {
  const [held, setHeld] = useState<AllHeld>(new Map())
  const [of, setOf] = useState(locker)
  useDrawnAhead(locker, setHeld)
  const known = held.get(screen)
  let now = held
  if (!known || !sameParams(known.params, params) || of !== locker) {
    // The screen on which a locker was made or opened goes on.
    const kept = [...held].filter(([name]) => name === screen || (of === locker && KEPT.includes(name)))
    now = new Map(kept).set(screen, { params, place: known?.place ?? newPlace() })
    setHeld(now)
    setOf(locker)
  }
  const present = now.get(screen)
  return (
    <>
      {present && <Slot place={present.place} />}
      {[...now].map(([name, one]) => (
        <OneScreen
          key={name}
          screen={name}
          params={one.params}
          place={one.place}
          isPresent={name === screen}
        />
      ))}
    </>
  )
}
