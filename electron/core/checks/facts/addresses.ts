/** A range of addresses: first and last as numbers, and how it was written. */
export interface AddressRange {
  readonly version: 4 | 6
  readonly prefix: number
  readonly first: bigint
  readonly last: bigint
}

/** Reads `10.0.0.0/8`, `2001:db8::/32` or a single address; null where the text is none of these. */
export function addressRange(text: string): AddressRange | null {
  const [address = '', length] = text.trim().split('/', 2)
  const number = address.includes(':') ? sixOf(address) : fourOf(address)
  if (number === null) return null
  const bits = address.includes(':') ? 128 : 32
  const prefix = length === undefined ? bits : Number(length)
  if (!/^\d+$/.test(length ?? '0') || prefix > bits) return null
  const hosts = BigInt(bits - prefix)
  const first = (number >> hosts) << hosts
  return { version: bits === 32 ? 4 : 6, prefix, first, last: first + (1n << hosts) - 1n }
}

function fourOf(text: string): bigint | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null
  const parts = text.split('.').map(Number)
  return parts.every((part) => part <= 255)
    ? parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n)
    : null
}

function sixOf(text: string): bigint | null {
  const embedded = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const four = embedded ? fourOf(embedded[2] ?? '') : null
  if (embedded && four === null) return null
  const plain =
    embedded && four !== null
      ? `${embedded[1]}${(four >> 16n).toString(16)}:${(four & 0xffffn).toString(16)}`
      : text
  const halves = plain.split('::')
  if (halves.length > 2) return null
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.reduce((sum, group) => (sum << 16n) | BigInt(Number.parseInt(group, 16)), 0n)
    : null
}

/** True when ranges of one version together leave no address out, also when written as two halves. */
export function coversAll(ranges: readonly AddressRange[], version: 4 | 6): boolean {
  const end = (1n << (version === 4 ? 32n : 128n)) - 1n
  let reached = -1n
  for (const range of ranges
    .filter((one) => one.version === version)
    .toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    if (range.first > reached + 1n) return false
    if (range.last > reached) reached = range.last
  }
  return reached >= end
}
