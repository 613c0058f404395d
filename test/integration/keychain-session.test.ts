import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const fakes = join(import.meta.dirname, '..', 'fakes')

type Mode = 'unlocked' | 'locked' | 'stopped' | 'unset' | 'nobody' | 'none'

/** Asks the keychain of a session of its own; a process that hangs behind its keychain fails the test. */
function ask(mode: Mode, words: readonly string[], timeoutMs = 5000): unknown[] {
  const run = spawnSync(
    'sh',
    [
      join(fakes, 'keyring.sh'),
      mode,
      process.execPath,
      join(fakes, 'keychain-asker.ts'),
      String(timeoutMs),
      ...words,
    ],
    { encoding: 'utf8', timeout: 24_000, killSignal: 'SIGKILL' },
  )
  expect({ status: run.status, signal: run.signal, stderr: run.stderr }).toEqual({
    status: 0,
    signal: null,
    stderr: '',
  })
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const SECRET = 'HRKU-CANARY-ünïcode-😀'

describe('a real Secret Service', () => {
  it('keeps, finds, replaces and forgets secrets', () => {
    const words = [
      `set:a:${SECRET}`,
      'read:a',
      'has:a',
      'set:a:other',
      'read:a',
      'forget:a',
      'read:a',
      'has:a',
    ]
    expect(ask('unlocked', words)).toEqual(['done', SECRET, true, 'done', 'other', true, null, false])
  })

  it('passes the canary, of which nothing is left', () => {
    expect(ask('unlocked', ['set:mine:1', 'check', 'all'])).toEqual(['done', 'done', ['mine']])
  })

  it('has secrets in no file as they are', () => {
    expect(ask('unlocked', [`set:a:${SECRET}`, `in-files:${SECRET}`])).toEqual(['done', false])
  })

  it('keeps a long secret whole', () => {
    const long = 'x'.repeat(5000)
    expect(ask('unlocked', [`set:a:${long}`, 'read:a'])).toEqual(['done', long])
  })

  it('that is locked refuses writes, and shows nothing to reads', () => {
    const told = ask('locked', [
      'check',
      `set:a:${SECRET}`,
      'read:a',
      'has:a',
      'forget:a',
      `in-files:${SECRET}`,
    ])
    expect(told).toEqual(['keychain-locked', 'keychain-locked', null, false, false, false])
  })

  it('without any keyring refuses writes', () => {
    expect(ask('unset', ['check', `set:a:${SECRET}`, 'read:a'])).toEqual([
      'keychain-locked',
      'keychain-locked',
      null,
    ])
  })

  it('that hangs is told so, and does not keep the process from ending', () => {
    expect(ask('stopped', ['read:a', `set:a:${SECRET}`], 300)).toEqual([
      'keychain-timeout',
      'keychain-timeout',
    ])
  })
})

describe('a computer without keychain', () => {
  it.each(['nobody', 'none'] as const)('says so and writes no file instead (%s)', (mode) => {
    const told = ask(mode, ['check', `set:a:${SECRET}`, 'read:a', `in-files:${SECRET}`])
    expect(told).toEqual(['keychain-missing', 'keychain-missing', 'keychain-missing', false])
  })
})
