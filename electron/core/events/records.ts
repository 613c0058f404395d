/**
 * Picks records out of bytes that hold one after the other: those numbered in `order`, in that order. `width` is
 * the size of a record and `kept` how much of its beginning is picked, both in bytes and multiples of four.
 */
export function inOrder(
  records: Uint8Array | Uint32Array,
  order: Uint32Array,
  width: number,
  kept = width,
): Uint8Array<ArrayBuffer> {
  const from = new Uint32Array(records.buffer, records.byteOffset, records.byteLength / 4)
  const to = new Uint32Array((order.length * kept) / 4)
  const [step, words] = [width / 4, kept / 4]
  for (let i = 0, at = 0; i < order.length; i++) {
    const record = (order[i] as number) * step
    for (let word = 0; word < words; word++) to[at++] = from[record + word] as number
  }
  return new Uint8Array(to.buffer)
}
