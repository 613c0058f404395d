import { Damaged } from './damaged.ts'
import { CLOSE, CLOSE_LIST, COLON, COMMA, isBlank, OPEN, OPEN_LIST, QUOTE, valueEnd } from './json-bytes.ts'

/** How an archive wraps its events: a bare array, or an object with the array under one of these names. */
export type Envelope = 'array' | 'entries' | 'data' | 'events'

/** Cuts a JSON document into its events while its bytes arrive. Positions are indexes into the buffer read. */
export interface Splitter {
  /** Reads bytes [from, to) and answers where it stopped: at `to`, or behind an event that asked for a pause. */
  read(bytes: Uint8Array, from: number, to: number): number
  /** Where the value that is being read begins, or -1: earlier bytes are not needed any more. */
  begun(): number
  /** Tells that the bytes from `begun` on were moved to the start of the buffer. */
  moved(): void
  /** Ends the document. Throws `Damaged` where it is not complete. */
  end(): Envelope
}

const NAMES: ReadonlySet<string> = new Set(['entries', 'data', 'events'])
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** What may come next, in words that can follow "where … should be". */
type Expected =
  | 'a list or an object'
  | 'a name or the end'
  | 'a name'
  | 'a colon'
  | 'a value'
  | 'a comma or the end'
  | 'an event or the end of the list'
  | 'an event'
  | 'a comma or the end of the list'
  | 'nothing more'

/**
 * Makes a splitter. `onEvent` is told where each event's exact bytes lie, and answers false to pause behind it.
 * Only structure is read here, at about a gigabyte a second; whether an event is JSON is for JSON.parse to say.
 */
export function splitter(onEvent: (start: number, end: number) => boolean): Splitter {
  const value = valueEnd()
  let expected: Expected = 'a list or an object'
  let envelope: Envelope | null = null
  let name = ''
  let mark = 0
  let start = -1

  const afterList = (): Expected => (envelope === 'array' ? 'nothing more' : 'a comma or the end')

  /** What comes after a byte between values; null where the byte begins a value, undefined where it is wrong. */
  const after = (byte: number): Expected | null | undefined => {
    switch (expected) {
      case 'a list or an object':
        if (byte === BYTE_ORDER_MARK[mark]) {
          mark++
          return expected
        }
        if (byte === OPEN_LIST) envelope = 'array'
        return byte === OPEN_LIST
          ? 'an event or the end of the list'
          : byte === OPEN
            ? 'a name or the end'
            : undefined
      case 'a name or the end':
        return byte === CLOSE ? 'nothing more' : byte === QUOTE ? null : undefined
      case 'a name':
        return byte === QUOTE ? null : undefined
      case 'a colon':
        return byte === COLON ? 'a value' : undefined
      case 'a value':
        if (byte !== OPEN_LIST || !NAMES.has(name)) return null
        if (envelope !== null) throw new Damaged('holds more than one list of events')
        envelope = name as Envelope
        return 'an event or the end of the list'
      case 'a comma or the end':
        return byte === COMMA ? 'a name' : byte === CLOSE ? 'nothing more' : undefined
      case 'an event or the end of the list':
        return byte === CLOSE_LIST ? afterList() : byte === OPEN ? null : undefined
      case 'an event':
        return byte === OPEN ? null : undefined
      case 'a comma or the end of the list':
        return byte === COMMA ? 'an event' : byte === CLOSE_LIST ? afterList() : undefined
      case 'nothing more':
        return undefined
    }
  }

  /** Takes the value that ends before `end`; false asks for a pause. */
  const take = (bytes: Uint8Array, end: number): boolean => {
    const from = start
    start = -1
    switch (expected) {
      case 'an event':
      case 'an event or the end of the list':
        expected = 'a comma or the end of the list'
        return onEvent(from, end)
      case 'a value':
        parsed(bytes.subarray(from, end))
        expected = 'a comma or the end'
        return true
      default:
        name = String(parsed(bytes.subarray(from, end)))
        expected = 'a colon'
        return true
    }
  }

  return {
    read(bytes, from, to) {
      for (let i = from; i < to; ) {
        if (start >= 0) {
          const end = value.read(bytes, i, to)
          if (end < 0) return to
          if (!take(bytes, end)) return end
          i = end
          continue
        }
        const byte = bytes[i] as number
        const next = isBlank(byte) ? expected : after(byte)
        if (next === undefined) throw unexpected(expected, byte)
        if (next === null) {
          start = i
          value.begin(byte)
        } else {
          expected = next
          i++
        }
      }
      return to
    },
    begun: () => start,
    moved() {
      start = 0
    },
    end() {
      if (expected !== 'nothing more') throw new Damaged('ends in the middle of its JSON')
      if (envelope === null) throw new Damaged('holds no list of events')
      return envelope
    },
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw new Damaged('is not JSON around its events')
  }
}

function unexpected(expected: Expected, byte: number): Damaged {
  const found = byte > 32 && byte < 127 ? `"${String.fromCharCode(byte)}"` : `byte ${byte}`
  return new Damaged(`is not a JSON list of events: it has ${found} where ${expected} should be`)
}
