import { Button } from '@mantine/core'
import { memo, useSyncExternalStore } from 'react'
import { Dialog } from './dialog.tsx'

/** What cannot be undone, asked before it is done. */
export interface Confirmation {
  readonly title: string
  readonly says: string
  /** The word on the button that does it. */
  readonly action: string
}

let pending: (Confirmation & { readonly answer: (sure: boolean) => void }) | null = null
const watchers = new Set<() => void>()

function set(next: typeof pending) {
  pending = next
  for (const watcher of watchers) watcher()
}

/** Asks the person; resolves to whether they want it. */
export function confirm(confirmation: Confirmation): Promise<boolean> {
  return new Promise((resolve) => {
    set({
      ...confirmation,
      answer(sure) {
        set(null)
        resolve(sure)
      },
    })
  })
}

/** The place where confirmations appear; once, in the frame. */
export const Confirmations = memo(function Confirmations() {
  const asked = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => pending,
  )
  return (
    <Dialog opened={asked !== null} onClose={() => asked?.answer(false)} title={asked?.title ?? ''}>
      <p>{asked?.says}</p>
      <div className="page-actions modal-actions">
        <Button variant="default" data-autofocus onClick={() => asked?.answer(false)}>
          Leave it
        </Button>
        <Button color="red" onClick={() => asked?.answer(true)}>
          {asked?.action}
        </Button>
      </div>
    </Dialog>
  )
})
