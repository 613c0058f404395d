/** Bytes that mean something in JSON. */
export const QUOTE = 34
export const COMMA = 44
export const COLON = 58
export const OPEN = 123
export const CLOSE = 125
export const OPEN_LIST = 91
export const CLOSE_LIST = 93

const BACKSLASH = 92

/** What a byte means outside a text: 1 a quote, 2 opens, 3 closes, 0 nothing. */
const MEANING = new Uint8Array(256)
MEANING[QUOTE] = 1
MEANING[OPEN] = MEANING[OPEN_LIST] = 2
MEANING[CLOSE] = MEANING[CLOSE_LIST] = 3

/** 1 for the four bytes that JSON counts as white space. */
const BLANK = new Uint8Array(256)
for (const byte of [32, 9, 10, 13]) BLANK[byte] = 1

/** True for white space. */
export function isBlank(byte: number): boolean {
  return BLANK[byte] === 1
}

/** Finds the end of one JSON value whose bytes arrive in pieces. */
export interface ValueEnd {
  /** Begins a value; `first` is its first byte, which is read next. */
  begin(first: number): void
  /** Reads bytes [from, to): the position behind the value, or -1 where it goes on. */
  read(bytes: Uint8Array, from: number, to: number): number
}

/** Makes a finder. It counts brackets and skips texts; whether the value is JSON is for JSON.parse to say. */
export function valueEnd(): ValueEnd {
  let depth = 0
  let inText = false
  let escaped = false
  let isPlain = false

  const readPlain = (bytes: Uint8Array, from: number, to: number): number => {
    for (let i = from; i < to; i++) {
      const byte = bytes[i] as number
      if (byte === COMMA || MEANING[byte] === 3 || BLANK[byte] === 1) return i
    }
    return -1
  }

  return {
    begin(first) {
      depth = 0
      inText = false
      escaped = false
      isPlain = MEANING[first] === 0
    },
    read(bytes, from, to) {
      if (isPlain) return readPlain(bytes, from, to)
      for (let i = from; i < to; ) {
        if (escaped) {
          escaped = false
          i++
        } else if (inText) {
          let byte = bytes[i]
          while (byte !== QUOTE && byte !== BACKSLASH && ++i < to) byte = bytes[i]
          if (i++ >= to) return -1
          escaped = byte === BACKSLASH
          inText = escaped
          if (!inText && depth === 0) return i
        } else {
          let meaning = MEANING[bytes[i] as number]
          while (meaning === 0 && ++i < to) meaning = MEANING[bytes[i] as number]
          if (i++ >= to) return -1
          if (meaning === 1) inText = true
          else if (meaning === 2) depth++
          else if (--depth <= 0) return i
        }
      }
      return -1
    },
  }
}
