import { inspect } from 'node:util'
import { z } from 'zod'

/**
 * A secret that came with an answer. It can be fingerprinted or compared in memory; printing it in any way
 * (JSON, string, inspection) shows a placeholder.
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The text itself, for fingerprints and comparisons in memory only. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }

  [inspect.custom](): string {
    return '[secret]'
  }
}

/** Marks a field of a schema as secret: it is parsed into a `Secret` and can never be stored as it is. */
export function secret() {
  return z.string().transform((value) => new Secret(value))
}
