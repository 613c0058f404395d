import { createHash, randomBytes } from 'node:crypto'
import { problem } from '../../../shared/errors.ts'
import { KEY_SIZE } from './connect.ts'

/** Crockford's digits: no I, L, O, U. Source: https://www.crockford.com/base32.html */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 5
const CHECK_BYTES = 5
/** 37 bytes are 296 bits, in 60 digits of 5 bits: 12 groups of 5. */
const LENGTH = 60

function check(key: Uint8Array): Buffer {
  return createHash('sha256')
    .update('evidence-locker recovery key')
    .update(key)
    .digest()
    .subarray(0, CHECK_BYTES)
}

/** A fresh key for a locker: 32 random bytes. */
export function newKey(): Buffer {
  return randomBytes(KEY_SIZE)
}

/**
 * A locker's key as a person writes it down: its 32 bytes and 5 bytes of checksum in Crockford's base 32,
 * twelve groups of five. It opens the locker anywhere, so it is as secret as the key.
 */
export function recoveryKeyOf(key: Uint8Array): string {
  const bits = BigInt(`0x${Buffer.concat([key, check(key)]).toString('hex')}`) << 4n
  const digits = Array.from(
    { length: LENGTH },
    (_, i) => DIGITS[Number((bits >> BigInt(5 * (LENGTH - 1 - i))) & 31n)],
  )
  return (digits.join('').match(/.{5}/g) ?? []).join('-')
}

/** The digit that a typed character stands for: O is 0, I and L are 1, case does not matter. */
function digitOf(character: string): number {
  const plain = character.toUpperCase().replace('O', '0').replace(/[IL]/, '1')
  return DIGITS.indexOf(plain)
}

/**
 * Reads a recovery key as it was typed: in any case, with any dashes and spaces, O for 0, I or L for 1. Throws
 * `bad-recovery-key` with what is wrong: a character that is none of the digits, digits missing or too many, or
 * a checksum that tells of a typing mistake. The sentence never repeats what was typed.
 */
export function keyOfRecoveryKey(text: string): Buffer {
  const typed = [...text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}]/gu, '')]
  const digits = typed.map(digitOf)
  const strange = digits.indexOf(-1)
  if (strange >= 0)
    throw bad(`character ${strange + 1}, in group ${Math.floor(strange / GROUP) + 1}, is none of its digits`)
  if (digits.length !== LENGTH) throw bad(`it has ${digits.length} characters instead of ${LENGTH}`)
  const bits = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n)
  const bytes = Buffer.from((bits >> 4n).toString(16).padStart((KEY_SIZE + CHECK_BYTES) * 2, '0'), 'hex')
  const key = bytes.subarray(0, KEY_SIZE)
  if ((bits & 15n) !== 0n || !check(key).equals(bytes.subarray(KEY_SIZE)))
    throw bad('its checksum does not fit, at least one character is mistyped')
  return Buffer.from(key)
}

function bad(why: string): Error {
  return problem('bad-recovery-key', { why })
}
