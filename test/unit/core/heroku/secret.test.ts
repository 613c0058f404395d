import { createHmac } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { containsSecret, fingerprint, Secret, secret } from '../../../../electron/core/heroku/secret.ts'

const KEY = Buffer.alloc(32, 3)
const VALUE = 'CANARY-9f8e7d6c5b4a-Zq'

describe('a secret', () => {
  it('shows a placeholder however it is printed', () => {
    const one = new Secret(VALUE)
    const shown = [
      JSON.stringify({ one }),
      `${one}`,
      inspect({ deep: [one] }, { showHidden: true, depth: 9 }),
      inspect(new Error('x', { cause: one })),
      String(new Map([[one, one]])),
      JSON.stringify(structuredClone({ one })),
      Object.entries(one).join(),
    ].join('\n')
    expect(shown).not.toContain('CANARY')
    expect(one.reveal()).toBe(VALUE)
  })

  it('is found in anything that would be stored', () => {
    const one = secret().parse(VALUE)
    const round: Record<string, unknown> = { a: [1, { b: 'x' }] }
    round.self = round
    expect(
      [one, { a: [{ b: one }] }, new Map([['k', one]]), new Set([one])].map((v) => containsSecret(v)),
    ).toEqual([true, true, true, true])
    expect([round, 'text', null, 7, { a: '[secret]' }].some((value) => containsSecret(value))).toBe(false)
  })
})

describe('a fingerprint', () => {
  it('is the HMAC-SHA-256 of the value under the key of the locker', () => {
    const hmac = createHmac('sha256', KEY).update(VALUE).digest('hex')
    expect(fingerprint(KEY, VALUE)).toEqual({ hmac })
    expect(fingerprint(Buffer.alloc(32, 4), VALUE)).not.toEqual({ hmac })
  })

  it.each([
    [null, 'not-readable'],
    ['', 'empty'],
    ['********', 'masked'],
    ['••••••••••••••••', 'masked'],
    ['x9Yk2LmNq8R', 'short'],
    ['production.acme.example', 'low-entropy'],
  ])('is withheld for %j: %s', (value, withheld) => {
    expect(fingerprint(KEY, value)).toEqual({ withheld })
  })
})
