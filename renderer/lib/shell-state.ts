import { useSyncExternalStore } from 'react'
import type { Announcement, WindowCommand } from '../../shared/announcements.ts'
import type { Job, ShellState } from '../../shared/shell.ts'
import { ask } from './window-api.ts'

/** A file that was dropped on the window, or handed over by the system. */
export type Dropped = Extract<Announcement, { readonly kind: 'dropped' }>

let state: ShellState | null = null
const watchers = new Set<() => void>()
const commandWatchers = new Set<(command: WindowCommand) => void>()
const dropWatchers = new Set<(dropped: Dropped) => void>()

/** Behind a lock the screens keep what they knew of the locker: it is opened again, and what was typed is still there. */
function behindLock(next: ShellState): ShellState {
  const known = state?.locker
  return next.locked && !next.locker && known?.id === next.locked.id ? { ...next, locker: known } : next
}

function set(next: ShellState) {
  state = behindLock(next)
  for (const watcher of watchers) watcher()
}

function withJob(shell: ShellState, job: Job): ShellState {
  const others = shell.jobs.filter((other) => other.id !== job.id)
  return { ...shell, jobs: [...others, job].sort((a, b) => a.id - b.id) }
}

function hear(announcement: Announcement) {
  if (announcement.kind === 'state') set(announcement.state)
  else if (announcement.kind === 'job' && state) set(withJob(state, announcement.job))
  else if (announcement.kind === 'command')
    for (const watcher of commandWatchers) watcher(announcement.command)
  else if (announcement.kind === 'dropped') for (const watcher of dropWatchers) watcher(announcement)
}

/** Starts listening to the shell; call once, before the first render. */
export async function startShellState(): Promise<ShellState> {
  window.api.listen(hear)
  performance.mark('shell:state')
  const first = await ask('shell:state', {})
  set(first)
  return first
}

/** What the window knows of the shell at this moment, outside of drawing. */
export function shellNow(): ShellState {
  if (!state) throw new Error('the shell has not answered yet')
  return state
}

/** What the window knows of the shell: the open locker, jobs, settings. Never null after the start. */
export function useShell(): ShellState {
  const current = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => state,
  )
  if (!current) throw new Error('the shell has not answered yet')
  return current
}

/** How many jobs are done: a version for questions whose answers such work may have changed. */
export function useJobsDone(): number {
  return useShell().jobs.filter(({ state }) => state === 'done').length
}

/** The newest job of a question, or null. */
export function useJob(question: string): Job | null {
  return useShell().jobs.findLast((job) => job.question === question) ?? null
}

/** Hears what the native menu asks; returns how to stop. */
export function onCommand(watcher: (command: WindowCommand) => void): () => void {
  commandWatchers.add(watcher)
  return () => commandWatchers.delete(watcher)
}

/** Hears of files dropped on the window; returns how to stop. */
export function onDrop(watcher: (dropped: Dropped) => void): () => void {
  dropWatchers.add(watcher)
  return () => dropWatchers.delete(watcher)
}
