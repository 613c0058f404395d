import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Damaged } from '../../../../electron/core/events/damaged.ts'
import { gunzipped } from '../../../../electron/core/events/gunzip.ts'

async function unpacked(packed: Buffer): Promise<Buffer> {
  async function* pieces() {
    for (let at = 0; at < packed.length; at += 700) yield packed.subarray(at, at + 700)
  }
  const chunks: Buffer[] = []
  for await (const chunk of gunzipped(pieces())) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe('unpacking an archive', () => {
  const text = Buffer.from(
    JSON.stringify(Array.from({ length: 5000 }, (_, i) => ({ i, text: `event ${i * i}` }))),
  )

  it('gives back what was packed, in one part or several', async () => {
    expect((await unpacked(gzipSync(text))).equals(text)).toBe(true)
    const parts = Buffer.concat([gzipSync(text.subarray(0, 999)), gzipSync(text.subarray(999))])
    expect((await unpacked(parts)).equals(text)).toBe(true)
  })

  it.each([
    ['no gzip', Buffer.from('{"entries":[]}')],
    ['cut short', gzipSync(text).subarray(0, 900)],
    ['without its checksum', gzipSync(text).subarray(0, -8)],
    ['changed in the middle', changed(gzipSync(text), 800)],
  ])('calls a file damaged that is %s', async (_, packed) => {
    const failure = unpacked(packed)
    await expect(failure).rejects.toThrow(Damaged)
    await expect(failure).rejects.toThrow('is not a whole gzip file')
  })

  it('passes on what goes wrong with the source', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield gzipSync(text).subarray(0, 500)
      throw new Error('the line is dead')
    }
    const reading = async () => {
      for await (const _ of gunzipped(broken()));
    }
    await expect(reading()).rejects.toThrow('the line is dead')
  })
})

function changed(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}
