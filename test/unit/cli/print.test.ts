import { describe, expect, it } from 'vitest'
import { createPrint } from '../../../electron/cli/print.ts'

function screen(options: { json?: boolean; tty?: boolean; colours?: boolean } = {}) {
  const written = { out: '', err: '' }
  const clock = { now: 0 }
  const tty = options.tty === true ? { isTTY: true, columns: 20 } : {}
  const print = createPrint(
    { write: (text: string) => (written.out += text), ...tty },
    { write: (text: string) => (written.err += text), ...tty },
    { json: options.json === true, colours: options.colours !== false, now: () => clock.now },
  )
  return { print, written, clock }
}

describe('print', () => {
  it('puts prose on standard output', () => {
    const { print, written } = screen()
    print.result(['one', 'two'], { a: 1 })
    expect(written).toEqual({ out: 'one\ntwo\n', err: '' })
  })

  it('puts one JSON document on standard output and the rest on standard error', () => {
    const { print, written } = screen({ json: true })
    print.note('a note')
    print.progress('working')
    print.result(['one'], { a: 1 })
    expect(written).toEqual({ out: '{"a":1}\n', err: 'a note\n' })
  })

  it('prints plain progress every five seconds, and none for what is over before', () => {
    const { print, written, clock } = screen()
    for (clock.now = 0; clock.now < 11_000; clock.now += 100) print.progress(`at ${clock.now}`)
    expect(written.err).toBe('at 5000\nat 10000\n')
  })

  it('keeps one live line on a terminal, cut to its width, and clears it', () => {
    const { print, written, clock } = screen({ tty: true })
    print.progress('a line that is far too long for this terminal')
    clock.now += 200
    print.progress('short')
    print.settle()
    expect(written.err).toBe('\r\x1b[2Ka line that is f…\r\x1b[2Kshort\r\x1b[2K')
  })

  it('wraps prose on a terminal, but no command that is to be copied', () => {
    const { print, written } = screen({ tty: true })
    print.result(['a sentence that is too long', '    npm run cli -- locker info'], null)
    print.note('and so is this note here')
    expect(written.out).toBe('a sentence that is\ntoo long\n    npm run cli -- locker info\n')
    expect(written.err).toBe('and so is this note\nhere\n')
  })

  it('emphasises headings only where colours are welcome', () => {
    expect(screen({ tty: true }).print.heading('x')).toBe('\x1b[1mx\x1b[22m')
    expect(screen({ tty: true, colours: false }).print.heading('x')).toBe('x')
    expect(screen().print.heading('x')).toBe('x')
  })
})
