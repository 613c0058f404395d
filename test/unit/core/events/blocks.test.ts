import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Codec, packBlock, unpackBlock } from '../../../../electron/core/events/blocks.ts'

/** Packs texts that lie behind each other in memory, in the order given by `order`. */
function packed(texts: readonly Uint8Array[], order: readonly number[], codec: Codec) {
  const bytes = Buffer.concat(texts)
  const ends = Uint32Array.from(texts, (_, i) =>
    texts.slice(0, i + 1).reduce((sum, text) => sum + text.length, 0),
  )
  const starts = Uint32Array.from(texts, (text, i) => (ends[i] ?? 0) - text.length)
  return packBlock(bytes, starts, ends, Uint32Array.from(order), bytes.length, codec)
}

describe.each(['zstd', 'deflate'] as const)('a block packed with %s', (codec) => {
  it('gives back the exact bytes of each event, in the order in which they were packed', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 40 }), (texts) => {
        const order = texts.map((_, i) => texts.length - 1 - i)
        const length = texts.reduce((sum, text) => sum + text.length, 0)
        const events = unpackBlock(codec, packed(texts, order, codec), texts.length, length)
        expect(events.map((event) => event.toString('hex'))).toEqual(
          texts.toReversed().map((text) => Buffer.from(text).toString('hex')),
        )
      }),
    )
  })

  it('is refused where it is not what it says to be', () => {
    const block = packed([Buffer.from('{"a":1}'), Buffer.from('{}')], [0, 1], codec)
    expect(unpackBlock(codec, block, 2, 9).map(String)).toEqual(['{"a":1}', '{}'])
    for (const [n, bytes] of [
      [2, 8],
      [2, 10],
      [1, 13],
      [3, 5],
    ] as const)
      expect(() => unpackBlock(codec, block, n, bytes)).toThrow()
    expect(() => unpackBlock(codec, Buffer.from('nonsense'), 2, 9)).toThrow()
    expect(() => unpackBlock(codec === 'zstd' ? 'deflate' : 'zstd', block, 2, 9)).toThrow()
  })
})
