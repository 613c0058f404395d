import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOfRecoveryKey, newKey, recoveryKeyOf } from '../../../../electron/core/store/recovery-key.ts'

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const key = () => fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes))

describe('a recovery key', () => {
  it('reads back as the key it was made of', () => {
    fc.assert(
      fc.property(key(), (bytes) => {
        expect(keyOfRecoveryKey(recoveryKeyOf(bytes))).toEqual(bytes)
      }),
    )
  })

  it('is twelve groups of five plain digits', () => {
    expect(recoveryKeyOf(newKey())).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){11}[0-9A-HJKMNP-TV-Z]{5}$/)
  })

  it('never changes its form: written down once, it has to open the locker in ten years', () => {
    expect(recoveryKeyOf(Buffer.alloc(32))).toBe(
      '00000-00000-00000-00000-00000-00000-00000-00000-00000-00000-0EB8W-N37X0',
    )
    expect(recoveryKeyOf(Buffer.from(Array.from({ length: 32 }, (_, i) => i * 8)))).toBe(
      '00410-61050-R3GG2-8A1C6-0T3GF-208H4-4RM2M-B1E60-S38DH-R78Y3-W34M4-39630',
    )
  })

  it('is read in any case, with any spaces and dashes, with O for 0 and I or L for 1', () => {
    const noise = fc.constantFrom('', ' ', '-', '–', '\n', '\u00a0', '\u200b')
    fc.assert(
      fc.property(
        key(),
        fc.array(noise, { minLength: 71, maxLength: 71 }),
        fc.boolean(),
        (bytes, between, lower) => {
          const typed = [...recoveryKeyOf(bytes)]
            .map((c, i) => (c === '0' ? 'O' : c === '1' ? (i % 2 ? 'I' : 'l') : c) + between[i])
            .join('')
          expect(keyOfRecoveryKey(lower ? typed.toLowerCase() : typed)).toEqual(bytes)
        },
      ),
    )
  })

  it('is read when every zero was typed as O, also more than one in a group', () => {
    expect(keyOfRecoveryKey(recoveryKeyOf(Buffer.alloc(32)).replaceAll('0', 'o'))).toEqual(Buffer.alloc(32))
  })

  it('is refused with one digit wrong, and with two digits swapped', () => {
    fc.assert(
      fc.property(key(), fc.nat(59), fc.integer({ min: 1, max: 31 }), (bytes, at, by) => {
        const digits = [...recoveryKeyOf(bytes).replaceAll('-', '')]
        const wrong = [...digits]
        wrong[at] = DIGITS[(DIGITS.indexOf(digits[at] ?? '') + by) % 32] ?? ''
        expect(() => keyOfRecoveryKey(wrong.join(''))).toThrow(/mistyped/)
        const swapped = [...digits]
        const other = (at + 1) % 60
        ;[swapped[at], swapped[other]] = [digits[other] ?? '', digits[at] ?? '']
        if (swapped.join() !== digits.join())
          expect(() => keyOfRecoveryKey(swapped.join(''))).toThrow(/mistyped/)
      }),
    )
  })

  it.each([
    ['nothing', '', /0 characters instead of 60/],
    ['a digit missing', recoveryKeyOf(Buffer.alloc(32, 1)).slice(0, -1), /59 characters instead of 60/],
    ['a digit too many', `${recoveryKeyOf(Buffer.alloc(32, 1))}7`, /61 characters instead of 60/],
    ['a letter that is no digit', recoveryKeyOf(Buffer.alloc(32, 1)).replace(/^.{6}./, 'UUUUU-U'), /group 1/],
  ])('says what is wrong with %s', (_, typed, words) => {
    expect(() => keyOfRecoveryKey(typed)).toThrow(words)
  })

  it('is never repeated in the error', () => {
    fc.assert(
      fc.property(key(), (bytes) => {
        const typed = recoveryKeyOf(bytes).slice(0, -1)
        expect(() => keyOfRecoveryKey(typed)).toThrow(
          expect.objectContaining({ message: expect.not.stringContaining(typed.slice(0, 5)) }),
        )
      }),
    )
  })
})
