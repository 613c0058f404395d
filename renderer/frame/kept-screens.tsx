import { Activity, memo, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Ahead, type DrawnAhead } from '../lib/ahead.ts'
import type { Screen } from '../lib/route.ts'
import { shellNow } from '../lib/shell-state.ts'
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
  'export',
  'settings',
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
  ahead,
  isPresent,
}: {
  readonly screen: Screen
  readonly params: Params
  readonly place: HTMLElement
  readonly ahead: DrawnAhead | null
  readonly isPresent: boolean
}) {
  const View = VIEWS[screen]
  const content = useMemo(
    () => (
      <Ahead value={ahead}>
        <Suspense fallback={<WaitingScreen screen={screen} />}>
          <View params={params} />
        </Suspense>
      </Ahead>
    ),
    [View, screen, params, ahead],
  )
  return <Activity mode={isPresent ? 'visible' : 'hidden'}>{createPortal(content, place)}</Activity>
})

interface Held {
  readonly params: Params
  readonly place: HTMLElement
  /** Null where it was opened before it could be drawn. */
  readonly ahead: DrawnAhead | null
}

type AllHeld = ReadonlyMap<Screen, Held>

/** When the first screen is there, in milliseconds after the window began to draw. */
const AHEAD_MS = 600

/** Milliseconds until it is looked again whether the core still works: what nobody opened has time. */
const BUSY_MS = 3000

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const isWorking = () => shellNow().jobs.some(({ state }) => state === 'running')

/**
 * Draws the screens that nobody opened yet, out of the page, with what they ask first, when neither the window nor the
 * core has anything else to do.
 */
function useDrawnAhead(locker: string | null, setHeld: (change: (held: AllHeld) => AllHeld) => void): void {
  useEffect(() => {
    let isOver = false
    async function draw() {
      await pause(AHEAD_MS)
      for await (const screen of fetchViewsAhead()) {
        while (!isOver && isWorking()) await pause(BUSY_MS)
        if (isOver) return
        if (!locker || !KEPT.includes(screen)) continue
        const held = { params: {}, place: newPlace(), ahead: { locker, isAhead: true } }
        setHeld((all) => (all.has(screen) ? all : new Map(all).set(screen, held)))
      }
      performance.mark('screens:ahead')
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
    const { place, ahead } = known ?? { place: newPlace(), ahead: null }
    now = new Map(kept).set(screen, { params, place, ahead })
    setHeld(now)
    setOf(locker)
  }
  const present = now.get(screen)
  if (present?.ahead) present.ahead.isAhead = false
  return (
    <>
      {present && <Slot place={present.place} />}
      {[...now].map(([name, one]) => (
        <OneScreen
          key={name}
          screen={name}
          params={one.params}
          place={one.place}
          ahead={one.ahead}
          isPresent={name === screen}
        />
      ))}
    </>
  )
}
