import { Button } from '@mantine/core'
import { lazy, useState } from 'react'
import { Page } from '../parts/page.tsx'
import { Empty } from '../parts/states.tsx'
import type { View, ViewProps } from './view.ts'

/** A screen whose code is read when it is first needed. */
export interface LaterView {
  /** Waits (React's Suspense) while its code is on its way; is there at once where `fetch` has ended. */
  readonly View: View
  /** Reads the code. Never fails: what cannot be read says so when it is opened. */
  readonly fetch: () => Promise<View>
}

/** Makes a screen of what `load` reads; it is read once. */
export function later(load: () => Promise<View>): LaterView {
  let loaded: View | null = null
  let loading: Promise<View> | null = null
  const fetch = () => {
    loading ??= load().then(
      (view) => (loaded = view),
      () => {
        loading = null
        return Unread
      },
    )
    return loading
  }
  const Waits = lazy(async () => ({ default: await fetch() }))
  // Which of the two it is stays as it was when the screen appeared: a change would forget what was typed.
  function Later(props: ViewProps) {
    const [Chosen] = useState<View>(() => loaded ?? Waits)
    return <Chosen {...props} />
  }
  return { View: Later, fetch }
}

/** Stands where the code of a screen could not be read, as while the app is being replaced by a newer version. */
function Unread() {
  return (
    <Page title="This screen could not be opened">
      <Empty
        title="A part of the app could not be read"
        action={<Button onClick={() => window.location.reload()}>Reload the window</Button>}
      >
        Nothing in the locker is touched. If it happens again, start the app anew.
      </Empty>
    </Page>
  )
}
