import type { Print } from './command.ts'
import { cut, wrap } from './screen-text.ts'

/** A terminal echoes `^C` behind the live line; on a line of its own it would keep the rest from being cleared. */
const ROOM_FOR_CTRL_C = 3

/** The part of a stream that printing needs. */
export interface Out {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

const PLAIN_PROGRESS_EVERY = 5000
const LIVE_PROGRESS_EVERY = 80

/** How to print. */
export interface PrintOptions {
  /** Exactly one JSON document goes to standard output. */
  readonly json: boolean
  /** Emphasis is welcome; false under `NO_COLOR`. */
  readonly colours: boolean
  /** Milliseconds of any origin, to thin out progress. */
  readonly now: () => number
}

/** Prints results on `out` and everything else on `err`. */
export function createPrint(out: Out, err: Out, options: PrintOptions): Print {
  const { json, colours, now } = options
  const width = out.isTTY ? (out.columns ?? 80) : null
  let live = false
  let shown: number | null = null

  function settle(): void {
    if (live) err.write('\r\x1b[2K')
    live = false
    shown = null
  }

  return {
    json,
    width,
    live: err.isTTY === true,
    heading: (text) => (out.isTTY && colours ? `\x1b[1m${text}\x1b[22m` : text),
    result(lines, data) {
      settle()
      if (json) out.write(`${JSON.stringify(data)}\n`)
      else if (lines.length > 0) out.write(`${wrapped(lines, width)}\n`)
    },
    note(line) {
      settle()
      err.write(`${wrapped([line], err.isTTY ? (err.columns ?? 80) : null)}\n`)
    },
    progress(line) {
      const passed = shown === null ? null : now() - shown
      if (err.isTTY && (passed === null || passed >= LIVE_PROGRESS_EVERY)) {
        err.write(`\r\x1b[2K${cut(line, (err.columns ?? 80) - ROOM_FOR_CTRL_C)}`)
        live = true
      } else if (!err.isTTY && passed !== null && passed >= PLAIN_PROGRESS_EVERY) err.write(`${line}\n`)
      else if (passed !== null) return
      shown = now()
    },
    settle,
  }
}

function wrapped(lines: readonly string[], width: number | null): string {
  return (width === null ? lines : lines.flatMap((line) => wrap(line, width))).join('\n')
}
