import type { Command as Commander } from 'commander'

/** Where a command prints: results to standard output, everything else to standard error. */
export interface Print {
  readonly json: boolean
  /** The result: prose lines, or one JSON document with `--json`. */
  result(lines: readonly string[], data: unknown): void
  /** A note to the person, on standard error; silent with `--json`. */
  note(line: string): void
  /** Progress on standard error: one live line on a terminal, plain lines elsewhere. */
  progress(line: string): void
  /** Ends a live progress line. */
  settle(): void
}

/** Exit codes that scripts can rely on. */
export const EXIT = { done: 0, failed: 1, wrongUse: 2, incomplete: 3 } as const

/** What a command run ends with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** One command: a name, a summary, examples, flags, and a run. One file each, one line in `index.ts`. */
export interface Command {
  /** Words as typed, such as `locker new`. */
  readonly name: string
  readonly summary: string
  readonly examples: readonly string[]
  /** Declares arguments and options on the parser. */
  flags(parser: Commander): void
  run(input: {
    readonly args: readonly string[]
    readonly flags: Readonly<Record<string, unknown>>
    readonly print: Print
    readonly signal: AbortSignal
  }): Promise<ExitCode>
}
