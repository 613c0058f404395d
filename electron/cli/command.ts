import type { Command as Commander } from 'commander'

/** Where a command prints: results to standard output, everything else to standard error. */
export interface Print {
  readonly json: boolean
  /** Columns of the terminal that results go to; null where it is none and nothing needs to be cut. */
  readonly width: number | null
  /** True where progress is one live line on a terminal. */
  readonly live: boolean
  /** The text as a heading: bold on a terminal that may show it. */
  heading(text: string): string
  /** The result, once per run: prose lines, or one JSON document with `--json`. */
  result(lines: readonly string[], data: unknown): void
  /** A note to the person, on standard error. */
  note(line: string): void
  /** Progress on standard error: one live line on a terminal, a plain line every few seconds elsewhere. */
  progress(line: string): void
  /** Ends a live progress line. */
  settle(): void
}

/** Exit codes that scripts can rely on. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, incomplete: 3 } as const

/** What a command run ends with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Values of a command's flags by their long name in camel case, as the parser leaves them. */
export type Flags = Readonly<Record<string, unknown>>

/** What a command gets when it runs. */
export interface CommandInput {
  readonly args: readonly string[]
  readonly flags: Flags
  readonly print: Print
  /** Fires on the first Ctrl-C: stop cleanly and say how to continue. */
  readonly signal: AbortSignal
  /** How the person calls this program, such as `npm run cli --`; for the commands that are suggested. */
  readonly call: string
  /** Makes a path that the person typed absolute. */
  readonly path: (typed: string) => string
  /** Shortens an absolute path to what the person would type. */
  readonly show: (path: string) => string
}

/** One command: a name, a summary, examples, flags, and a run. One file each, one line in `index.ts`. */
export interface Command {
  /** Words as typed, such as `locker new`. */
  readonly name: string
  readonly summary: string
  /** What follows the program's name, such as `locker info --locker acme.locker`. */
  readonly examples: readonly string[]
  /** Declares arguments and options on the parser. Heavy imports belong into `run`. */
  flags(parser: Commander): void
  run(input: CommandInput): Promise<ExitCode>
}
