import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Sha256 } from '../../../shared/model/json.ts'

/**
 * The same value with every lone surrogate replaced by U+FFFD: RFC 8785 forbids them, UTF-8 cannot hold them,
 * and what is hashed has to equal what is stored. A value without any is returned as it is.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return (value.isWellFormed() ? value : value.toWellFormed()) as T
  if (Array.isArray(value)) return value.map(wellFormed) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toWellFormed(), wellFormed(inner)]),
  ) as T
}

/**
 * JSON text of a value in the one form that RFC 8785 allows: what is stored and what is hashed. Throws on
 * NaN, infinity and circles: programming errors, not data.
 */
export function canonicalJson(value: unknown): string {
  const text = plainly(value) ?? canonicalize(wellFormed(value))
  if (text === undefined) throw new TypeError('undefined has no JSON form')
  return text
}

/** The fast way, for values without lone surrogates: those make `canonicalize` throw or leave an escape. */
function plainly(value: unknown): string | undefined {
  try {
    const text = canonicalize(value)
    return text?.includes('\\ud') ? undefined : text
  } catch {
    return undefined
  }
}

/** SHA-256 of texts (as UTF-8) and bytes, one after the other, as 32 bytes. */
export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Hexadecimal form of a hash, as people and the contract see it. */
export function hex(hash: Uint8Array): Sha256 {
  return Buffer.from(hash).toString('hex')
}
