import type { IncomingMessage, ServerResponse } from 'node:http'

/** What the true server answered, whole. */
export interface TrueAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** One request on its way through the fault layer. */
export interface Passing {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
  /** How many requests came before it in this run. */
  readonly n: number
  /** How many requests for the same path came before it. */
  readonly before: number
  /** A number in [0, 1): the same for this run and this path, whenever it is asked for. */
  readonly ofPath: number
  readonly random: () => number
  /** Where the token must never arrive: another server on this computer, reached under two names of hosts. */
  readonly thief: { readonly host: string; readonly otherHost: string }
  /** What a fault keeps from one request to the next within a run. */
  readonly memory: Map<string, unknown>
  /** Asks the true server; `range` replaces the header of that name. */
  truth(range?: string): Promise<TrueAnswer>
  /** Passes an answer on, with a body or headers of another kind. */
  pass(answer: TrueAnswer, body?: Buffer, headers?: Readonly<Record<string, string>>): void
  /** Remembers that this answer says something else than the true server: its evidence is not held against us. */
  altered(answer: TrueAnswer): void
}

/** A way in which a server or a network misbehaves, seeded and repeatable. */
export interface Fault {
  readonly id: string
  readonly says: string
  /** Handles a request to the API; answers true where it did, false to let it pass. */
  readonly api?: (passing: Passing) => Promise<boolean> | boolean
  /** Handles a download of an archive. */
  readonly archive?: (passing: Passing) => Promise<boolean> | boolean
  /** Where the misbehaviour is not the server's: see `run.ts`. */
  readonly local?: 'disk-full' | 'killed'
}

/** Answers as Heroku does when it refuses. */
export function refuse(response: ServerResponse, status: number, id: string, headers = {}): true {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Request-Id': `fault-${Math.random()}`,
    ...headers,
  })
  response.end(JSON.stringify({ id, message: 'A fault of this trial.' }))
  return true
}
