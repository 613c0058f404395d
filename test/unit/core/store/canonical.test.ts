import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, hex, sha256, wellFormed } from '../../../../electron/core/store/canonical.ts'

describe('canonical JSON', () => {
  it('is that of RFC 8785, section 3.2.3', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\u0022/",
      literals: [null, true, false],
    }
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts names by UTF-16 units as section 3.2.3 shows', () => {
    const names = { '\u20ac': 5, '\r': 1, '\ufb33': 7, '1': 2, '\u{1f600}': 6, '\u0080': 3, '\u00f6': 4 }
    expect(Object.values(JSON.parse(canonicalJson(names)))).toHaveLength(7)
    expect([...canonicalJson(names).matchAll(/:(\d)/g)].map((match) => match[1]).join('')).toBe('1234567')
  })

  it('does not depend on the order of names', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
      }),
    )
  })

  it('replaces lone surrogates, in values and in names, so that what is hashed can be stored as UTF-8', () => {
    const text = canonicalJson({ 'a\ud800': ['x\udc00y', { b: '😀' }] })
    expect(text).toBe('{"a\ufffd":["x\ufffdy",{"b":"😀"}]}')
    expect(Buffer.from(text).toString()).toBe(text)
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow()
  })

  it('leaves well-formed values equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(wellFormed(value)).toEqual(value)
      }),
    )
  })
})

describe('a hash', () => {
  it('goes over all parts one after the other', () => {
    expect(sha256('a', Buffer.from('b'), 'c')).toEqual(sha256('abc'))
    expect(hex(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
