/** What was received instead of what was published. */
export interface Received {
  readonly sha256: string
  readonly size: number
}

/** Why an archive cannot be taken over. The message is the rest of "audit archive acme 2026-05 …". */
export class Damaged extends Error {
  override readonly name = 'Damaged'
  /** Null where it was not received to its end. */
  readonly received: Received | null

  constructor(what: string, received: Received | null = null) {
    super(what)
    this.received = received
  }
}
