import { describe, expect, it } from 'vitest'
import { readFlags } from '../../../electron/demo/flags.ts'

describe('flags of npm run heroku', () => {
  it('sizes become options', () => {
    const { options, json } = readFlags(
      '--port 5999 --apps 400 --people 10 --events 1000 --months 6 --latency 50 --seed x --per-minute 9 --json'.split(
        ' ',
      ),
    )
    expect(json).toBe(true)
    expect(options).toEqual({
      port: 5999,
      apps: 400,
      people: 10,
      events: 1000,
      months: 6,
      latency: 50,
      seed: 'x',
      perMinute: 9,
    })
    expect(readFlags(['--now', '2026-11-21']).options.now).toEqual(new Date('2026-11-21T00:00:00Z'))
    expect(readFlags([]).options).toEqual({})
  })

  it.each([
    [['--bogus'], '--bogus'],
    [['--apps'], '--apps'],
    [['--apps', '0'], '--apps takes a whole number from 1'],
    [['--apps', '99999'], 'to 4000'],
    [['--latency', '-1'], '--latency'],
    [['--port', '1e3'], '--port'],
    [['--now', 'yesterday'], '--now'],
    [['more'], 'more'],
  ])('%j is refused in one sentence that names it', (words, named) => {
    let message = ''
    try {
      readFlags(words)
    } catch (error) {
      message = error instanceof Error ? error.message : ''
      expect(error).toMatchObject({ kind: 'wrong-use' })
    }
    expect(message).toContain(named)
    expect(message).not.toContain('\n')
    expect(message).toMatch(/see --help\.$/)
  })
})
