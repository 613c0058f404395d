import { createHmac } from 'node:crypto'
import { inspect } from 'node:util'
import { z } from 'zod'
import type { Fingerprint } from '../../../shared/model/content.ts'
import { isGuessable, SHORTEST_FINGERPRINTED } from './guessable.ts'

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

const SECRET_SCHEMAS = new WeakSet<object>()

/** Marks a field of a schema as secret: it is parsed into a `Secret` and can never be stored as it is. */
export function secret() {
  const schema = z.string().transform((value) => new Secret(value))
  SECRET_SCHEMAS.add(schema)
  return schema
}

/** Whether a schema was made by `secret()`: what tells fields that are looked at in memory from those that are kept. */
export function isSecretSchema(schema: object): boolean {
  return SECRET_SCHEMAS.has(schema)
}

/**
 * Whether a value holds a `Secret` anywhere. The run asks this before it stores an item: content with a secret
 * in it, even one that would print as a placeholder, is a mistake of the collector.
 */
export function containsSecret(value: unknown, seen = new Set<object>()): boolean {
  if (typeof value !== 'object' || value === null || seen.has(value)) return false
  if (value instanceof Secret) return true
  seen.add(value)
  if (value instanceof Map) return containsSecret([...value], seen)
  if (value instanceof Set) return containsSecret([...value], seen)
  return Object.values(value).some((part) => containsSecret(part, seen))
}

/**
 * What a secret leaves behind: HMAC-SHA-256 (hex) under the locker's own key, so that two collections can tell
 * whether a value changed or is used twice. Values that somebody with the locker's key could find by trying are
 * not fingerprinted; the answer tells why. `null` means that the value was not readable.
 */
export function fingerprint(key: Buffer, value: string | null): Fingerprint {
  if (value === null) return { withheld: 'not-readable' }
  if (value === '') return { withheld: 'empty' }
  if (/^[*•●]+$/.test(value)) return { withheld: 'masked' }
  if (value.length < SHORTEST_FINGERPRINTED) return { withheld: 'short' }
  if (isGuessable(value)) return { withheld: 'low-entropy' }
  return { hmac: createHmac('sha256', key).update(value, 'utf8').digest('hex') }
}
