/** What was received instead of what was published. */
export interface Received {
  readonly sha256: string
  readonly size: number
}

/** Why an archive cannot be taken over. The message is the rest of "audit archive acme 2026-05 …". */
export class Damaged extends Error {
  override readonly name: string = 'Damaged'
  /** Null where it was not received to its end. */
  readonly received: Received | null

  constructor(what: string, received: Received | null = null) {
    super(what)
    this.received = received
  }
}

/** Nothing is wrong with the archive, but it unpacks to more than a person allows. */
export class TooLarge extends Damaged {
  override readonly name = 'TooLarge'
}

/** A `Damaged` on its way from one thread to another. */
export interface DamageTold {
  readonly type: 'damaged'
  readonly what: string
  readonly tooLarge: boolean
}

/** Brings a `Damaged` into a form that passes between threads. */
export function tellDamage(error: Damaged): DamageTold {
  return { type: 'damaged', what: error.message, tooLarge: error instanceof TooLarge }
}

/** The `Damaged` that was told. */
export function damageTold({ what, tooLarge }: DamageTold, received: Received | null = null): Damaged {
  return tooLarge ? new TooLarge(what, received) : new Damaged(what, received)
}
