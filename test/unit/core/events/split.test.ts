import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Damaged } from '../../../../electron/core/events/damaged.ts'
import { splitter } from '../../../../electron/core/events/split.ts'

/** Splits a document that arrives in pieces which end at `cuts`, keeping in memory only what has to be kept. */
function split(document: Buffer, cuts: readonly number[] = [], pauseEvery = Number.POSITIVE_INFINITY) {
  const memory = Buffer.alloc(document.length)
  const events: string[] = []
  const splitting = splitter((start, end) => {
    events.push(memory.toString('utf8', start, end))
    return events.length % pauseEvery !== 0
  })
  const ends = [...new Set(cuts.filter((cut) => cut < document.length)), document.length].sort(
    (a, b) => a - b,
  )
  let filled = 0
  let at = 0
  for (const end of ends) {
    filled += document.copy(memory, filled, at, end)
    let from = filled - (end - at)
    at = end
    while (from < filled) from = splitting.read(memory, from, filled)
    const keep = splitting.begun()
    memory.copyWithin(0, keep < 0 ? filled : keep, filled)
    filled = keep < 0 ? 0 : filled - keep
    if (keep >= 0) splitting.moved()
  }
  return { envelope: splitting.end(), events }
}

const anyObject = fc.dictionary(
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 }),
)
const blank = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 3 })

/** Objects as JSON texts, some of them written over several lines. */
const texts = fc.array(
  fc
    .tuple(anyObject, fc.constantFrom(0, 1, '\t'))
    .map(([value, indent]) => JSON.stringify(value, null, indent)),
  { maxLength: 8 },
)

const list = fc.tuple(texts, fc.array(blank, { minLength: 20, maxLength: 20 })).map(([events, blanks]) => {
  const inner = events.map((event, i) => `${blanks[2 * i]}${event}${blanks[2 * i + 1]}`).join(',')
  return { events, json: `[${inner || blanks[18]}]` }
})

const others = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })), {
  maxLength: 3,
})

const document = fc
  .record({
    list,
    before: others,
    after: others,
    around: blank,
    envelope: fc.constantFrom('array', 'entries', 'data', 'events'),
  })
  .map(({ list: { events, json }, before, after, around, envelope }) => {
    if (envelope === 'array') return { envelope, events, text: around + json + around }
    const field = ([name, value]: readonly [string, unknown]) =>
      `${JSON.stringify(name)}${around}:${JSON.stringify(value)}`
    const isOther = ([name, value]: readonly [string, unknown]) =>
      !(['entries', 'data', 'events'].includes(name) && Array.isArray(value))
    const fields = [
      ...before.filter(isOther).map(field),
      `${JSON.stringify(envelope)}${around}:${around}${json}`,
      ...after.filter(isOther).map(field),
    ]
    return { envelope, events, text: `${around}{${fields.join(`${around},${around}`)}}${around}` }
  })

describe('cutting an archive into events', () => {
  it('finds the exact bytes of every event, however they are wrapped, written and cut into pieces', () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.nat(400), { maxLength: 12 }),
        fc.constantFrom(1, 2, 1000),
        (made, cuts, pause) => {
          expect(split(Buffer.from(made.text), cuts, pause)).toEqual({
            envelope: made.envelope,
            events: made.events,
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('does so when every byte arrives alone', () => {
    fc.assert(
      fc.property(document, (made) => {
        const bytes = Buffer.from(made.text)
        expect(split(bytes, Array.from(bytes.keys())).events).toEqual(made.events)
      }),
      { numRuns: 100 },
    )
  })

  it('calls every archive damaged that was cut short', () => {
    fc.assert(
      fc.property(document, fc.nat(), (made, at) => {
        const bytes = Buffer.from(made.text.trimEnd())
        expect(() => split(bytes.subarray(0, at % bytes.length))).toThrow(Damaged)
      }),
    )
  })

  it('skips a byte order mark', () => {
    expect(split(Buffer.from('\ufeff[{"a":1}]'))).toEqual({ envelope: 'array', events: ['{"a":1}'] })
  })

  it('is not misled by brackets, quotes and separators within texts', () => {
    const event = JSON.stringify({ a: '},{', b: ']}"\\', c: { d: ['[{', '\\"'] } })
    expect(split(Buffer.from(`{"x":"entries","entries":[${event},${event}]}`)).events).toEqual([event, event])
  })

  it('reads the name of the list also where it is written with escapes', () => {
    expect(split(Buffer.from('{"\\u0065ntries":[{}]}'))).toEqual({ envelope: 'entries', events: ['{}'] })
  })

  it('takes a list under another name for something else', () => {
    expect(split(Buffer.from('{"data":{"a":[]},"links":[{"x":1}],"events":[{"y":2}]}')).events).toEqual([
      '{"y":2}',
    ])
  })

  it.each([
    ['', 'ends in the middle of its JSON'],
    ['   ', 'ends in the middle of its JSON'],
    ['[{"a":1}', 'ends in the middle of its JSON'],
    ['[{"a":1', 'ends in the middle of its JSON'],
    ['{"entries":[{}]', 'ends in the middle of its JSON'],
    ['{}', 'holds no list of events'],
    ['{"meta":[]}', 'holds no list of events'],
    ['{"entries":{}}', 'holds no list of events'],
    ['{"entries":[],"data":[]}', 'holds more than one list of events'],
    ['"x"', '"\\"" where a list or an object should be'],
    ['[1]', '"1" where an event or the end of the list should be'],
    ['[{},]', '"]" where an event should be'],
    ['[{} {}]', '"{" where a comma or the end of the list should be'],
    ['[{}]]', '"]" where nothing more should be'],
    ['[{}] x', '"x" where nothing more should be'],
    ['{"a" 1}', '"1" where a colon should be'],
    ['{"a":1,}', '"}" where a name should be'],
    ['{,"a":1}', '"," where a name or the end should be'],
    ['{"a":1 "b":2}', '""" where a comma or the end should be'],
    ['{"a":tru,"entries":[]}', 'is not JSON around its events'],
    ['{"a":}', 'is not JSON around its events'],
    ['\u0000', 'byte 0 where a list or an object should be'],
  ])('calls %j damaged and says why', (text, why) => {
    expect(() => split(Buffer.from(text))).toThrow(why.replaceAll('\\"', '"'))
    expect(() => split(Buffer.from(text))).toThrow(Damaged)
  })
})
