import { problem } from '../../../shared/errors.ts'

/** How a text was written. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252'

const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Without a mark at the start: every second byte of such a text in Latin letters is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const part = bytes.subarray(0, 4000)
  const zeros = [...part.entries()].filter(([, byte]) => byte === 0).map(([at]) => at % 2)
  const odd = zeros.filter((side) => side === 1).length
  const even = zeros.length - odd
  const many = part.length / 4
  if (odd > many && even < many / 8) return 'utf-16le'
  return even > many && odd < many / 8 ? 'utf-16be' : null
}

function attempts(bytes: Uint8Array): readonly (readonly [label: string, name: Encoding])[] {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return [['utf-16le', 'UTF-16']]
  if (a === 0xfe && b === 0xff) return [['utf-16be', 'UTF-16']]
  if (a === 0xef && b === 0xbb && c === 0xbf) return [['utf-8', 'UTF-8']]
  const unmarked = unmarkedUtf16(bytes)
  if (unmarked) return [[unmarked, 'UTF-16']]
  return [
    ['utf-8', 'UTF-8'],
    ['windows-1252', 'Windows-1252'],
  ]
}

/**
 * Reads the bytes of a text file, whatever wrote it: UTF-8 and UTF-16 with and without their mark, and the
 * Windows code page that older spreadsheets write. Throws `not-a-table` where the bytes are no text.
 */
export function textOf(
  bytes: Uint8Array,
  file: string,
): { readonly text: string; readonly encoding: Encoding } {
  for (const [label, encoding] of attempts(bytes)) {
    const text = decoded(bytes, label)
    if (text !== null && !NO_TEXT.test(text)) return { text, encoding }
  }
  throw problem('not-a-table', { file, why: 'it is no text in UTF-8, UTF-16 or Windows-1252' })
}
