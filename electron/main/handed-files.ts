import { app } from 'electron'

/** Lockers that the system hands over: with the start, by a double click, by a second start. */
export interface HandedFiles {
  /** The locker that came with the start, once; null where there is none. */
  first(): string | null
  /** Tells of every later one. */
  listen(handed: (path: string) => void): void
}

/** The locker among the words of a command line. */
export function lockerIn(words: readonly string[]): string | null {
  return words.findLast((word) => word.endsWith('.locker') && !word.startsWith('-')) ?? null
}

/** Hears from the start on: macOS hands a file over before the app is ready. `focus` brings the window to the front. */
export function handedFiles(words: readonly string[], focus: () => void): HandedFiles {
  let first = lockerIn(words)
  let tell: ((path: string) => void) | null = null
  const take = (path: string) => {
    if (tell) tell(path)
    else first = path
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take(path)
  })
  app.on('second-instance', (_event, other) => {
    const path = lockerIn(other)
    if (path) take(path)
    focus()
  })
  return {
    first() {
      const path = first
      first = null
      return path
    },
    listen(handed) {
      tell = handed
    },
  }
}
