/** Widest span of times, in milliseconds, that fits beside a 16-bit number into a double without loss. */
const SPAN = 2 ** 37

/** Numbers of the first `n` times in ascending order of time; equal times stay in the order they have. */
export function orderOf(at: Float64Array, n: number): Uint32Array {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (let i = 0; i < n; i++) {
    const time = at[i] as number
    if (time < first) first = time
    if (time > last) last = time
  }
  const order = new Uint32Array(n)
  if (last - first >= SPAN) {
    for (let i = 0; i < n; i++) order[i] = i
    return order.sort((a, b) => (at[a] as number) - (at[b] as number) || a - b)
  }
  const keys = new Float64Array(n)
  for (let i = 0; i < n; i++) keys[i] = ((at[i] as number) - first) * 65_536 + i
  keys.sort()
  for (let i = 0; i < n; i++) order[i] = (keys[i] as number) % 65_536
  return order
}

/** The first 32 bits of 16-byte ids, each with the number of its event below them, ascending. */
export function idKeys(ids: Uint8Array, n: number): Float64Array {
  const view = new DataView(ids.buffer, ids.byteOffset, 16 * n)
  const keys = new Float64Array(n)
  for (let i = 0; i < n; i++) keys[i] = view.getUint32(16 * i) * 65_536 + i
  return keys.sort()
}

/** Splits a key of `idKeys`. */
export function splitKey(key: number): readonly [id: number, event: number] {
  return [Math.floor(key / 65_536), key % 65_536]
}
