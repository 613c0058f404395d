import { basename, relative, resolve } from 'node:path'

/** What this program knows about how it was started. */
export interface Calling {
  /** What to type before a command's name, such as `npm run cli --`. */
  readonly call: string
  /** Makes a path that the person typed absolute. */
  readonly path: (typed: string) => string
  /** Shortens an absolute path to what the person would type. */
  readonly show: (path: string) => string
}

/**
 * Reads how a person called us. `npm run` starts scripts in the root of the repository and tells in `INIT_CWD`
 * where the person was: paths that they type are meant from there.
 */
export function readCalling(env: NodeJS.ProcessEnv, script: string, folder: string): Calling {
  const byNpm = env.npm_lifecycle_event === 'cli' || env.npm_lifecycle_event === 'demo'
  const from = byNpm ? (env.INIT_CWD ?? folder) : folder
  const paths = {
    path: (typed: string) => resolve(from, typed),
    show: (path: string) => (relative(from, path).startsWith('..') ? path : relative(from, path)),
  }
  if (byNpm) {
    const within = !relative(folder, from).startsWith('..')
    return { call: within ? 'npm run cli --' : `npm run --prefix ${shellWord(folder)} cli --`, ...paths }
  }
  if (basename(script) === 'evidence-locker') return { call: 'evidence-locker', ...paths }
  return { call: `node ${relative(folder, script)}`, ...paths }
}

/** A word as a POSIX shell takes it: quoted where it needs to be. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
