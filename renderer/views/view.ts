import type { ComponentType } from 'react'

/** What every screen gets: what the address narrows it to. */
export interface ViewProps {
  readonly params: Readonly<Record<string, string>>
}

/** A screen. */
export type View = ComponentType<ViewProps>
