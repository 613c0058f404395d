/** One request as tests see it; addresses keep their query, headers are never kept. */
export interface Logged {
  readonly method: string
  readonly path: string
  readonly status: number
}

/** Running numbers of a demo server. */
export interface Counts {
  requests: number
  /** Requests that would change something: answered 405. */
  writes: number
  /** Requests to the archive host that carried a token: answered 400. */
  leaks: number
  /** Answers 429. */
  limited: number
  /** Bytes of archives sent. */
  archiveBytes: number
}

const LONGEST = 200_000

/** A log that stops growing at 200,000 lines. */
export function openLog() {
  const lines: Logged[] = []
  const counts: Counts = { requests: 0, writes: 0, leaks: 0, limited: 0, archiveBytes: 0 }
  return {
    counts,
    lines: (): Logged[] => [...lines],
    add: (line: Logged) => {
      counts.requests++
      if (line.status === 405) counts.writes++
      if (line.status === 429) counts.limited++
      if (lines.length < LONGEST) lines.push(line)
    },
  }
}

/** What `openLog` returns. */
export type RequestLog = ReturnType<typeof openLog>
