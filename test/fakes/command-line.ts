import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The command line's program, as `npm run cli` starts it. */
export const PROGRAM = join(root, 'electron', 'cli', 'main.ts')

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Where and with what the command line runs. */
export interface Place {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** Runs the command line as a process of its own, with text on standard input; `meanwhile` may kill it without warning. */
export async function commandLine(
  words: readonly string[],
  place: Place,
  input = '',
  meanwhile: (kill: () => void) => Promise<void> = async () => {},
): Promise<Ran> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: place.cwd,
    env: { PATH: process.env.PATH ?? '', ...place.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const told = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told.err += text))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const closed = once(child, 'close')
  await Promise.race([meanwhile(() => void child.kill('SIGKILL')), closed])
  const [code] = (await closed) as [number | null]
  return { code, ...told }
}

/** The one JSON document of a run with `--json`; fails where there is not exactly one. */
export function documentOf<T = Record<string, unknown>>(ran: Ran): T {
  const lines = ran.out.trimEnd().split('\n')
  if (lines.length !== 1)
    throw new Error(`expected one line of JSON, got ${lines.length}: ${ran.out.slice(0, 500)}`)
  return JSON.parse(lines[0] ?? '') as T
}
