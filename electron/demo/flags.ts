import { parseArgs } from 'node:util'
import { problem } from '../../shared/errors.ts'
import type { DemoOptions } from './options.ts'

/** What `npm run heroku` was asked for. */
export interface Flags {
  readonly help: boolean
  /** Print one JSON object instead of lines. */
  readonly json: boolean
  readonly options: Partial<DemoOptions>
}

/** Whole numbers, with their highest value. */
const NUMBERS = {
  apps: 4000,
  people: 2000,
  events: 10_000_000,
  months: 108,
  latency: 60_000,
  port: 65_535,
  burst: 1_000_000_000,
  'per-minute': 1_000_000_000,
} as const

const TEXTS = ['seed', 'now'] as const

/** Lines of `--help`. */
export const HELP = `npm run heroku -- [flags]

A Heroku in the box: a made-up organisation behind the Platform API and the Data API, on 127.0.0.1 only.

  --port P         port of the API (a free one)
  --seed S         another organisation of the same kind (northquay)
  --apps N         apps (40)             --people N     people (30)
  --events N       audit events (20000)  --months N     months of archives (24)
  --latency MS     milliseconds that each answer waits (0)
  --now DATE       the day that counts as today, such as 2026-11-21
  --burst N        size of the rate limit's bucket (4500)
  --per-minute N   requests that flow back into it (75)
  --json           print one JSON object

Example: npm run heroku -- --port 5999 --apps 400 --latency 50
`

/** Reads the flags. Throws the problem `wrong-use` in one sentence for anything it does not know. */
export function readFlags(words: readonly string[]): Flags {
  const text = { type: 'string' as const }
  const names = [...Object.keys(NUMBERS), ...TEXTS]
  const known = {
    ...Object.fromEntries(names.map((name) => [name, text])),
    json: { type: 'boolean' as const },
    help: { type: 'boolean' as const, short: 'h' },
  }
  let values: Record<string, unknown>
  try {
    values = parseArgs({ args: [...words], options: known, allowPositionals: false }).values
  } catch (error) {
    throw wrong(firstSentence(error))
  }
  const options: Record<string, unknown> = {}
  for (const [name, highest] of Object.entries(NUMBERS)) {
    const value = values[name]
    if (typeof value !== 'string') continue
    options[name === 'per-minute' ? 'perMinute' : name] = whole(name, value, highest)
  }
  if (typeof values.seed === 'string') options.seed = values.seed
  if (typeof values.now === 'string') options.now = day(values.now)
  return { help: values.help === true, json: values.json === true, options: options as Partial<DemoOptions> }
}

const LEAST: Readonly<Record<string, number>> = { apps: 1, people: 1 }

function whole(name: string, value: string, highest: number): number {
  const lowest = LEAST[name] ?? 0
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= lowest && number <= highest)) {
    throw wrong(`--${name} takes a whole number from ${lowest} to ${highest}, not ${value || 'nothing'}`)
  }
  return number
}

function day(value: string): Date {
  const at = new Date(value)
  const year = at.getUTCFullYear()
  if (Number.isNaN(at.getTime()) || year < 2020 || year > 2100) {
    throw wrong(`--now takes a day such as 2026-11-21, not ${value || 'nothing'}`)
  }
  return at
}

const wrong = (what: string) => problem('wrong-use', { what, remedy: 'see --help' })

/** Node's own words, up to the first full stop and without its advice. */
const firstSentence = (error: unknown) =>
  String(error instanceof Error ? error.message : error).split('.')[0] ?? ''
