import type { Job, ProblemShape, ShellState } from './shell.ts'

/** The few things that the shell tells the window without being asked. */
export type Announcement =
  | { readonly kind: 'state'; readonly state: ShellState }
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'command'; readonly command: WindowCommand }
  | {
      readonly kind: 'dropped'
      readonly token: string
      readonly name: string
      /** Why the file is no locker, where it is none. */
      readonly problem: ProblemShape | null
    }

/** What the native menu asks the window to do. */
export type WindowCommand =
  | 'new'
  | 'open'
  | 'collect'
  | 'export'
  | 'palette'
  | 'settings'
  | 'find'
  | 'undo'
  | 'journal'
