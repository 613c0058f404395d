import { describe, expect, it } from 'vitest'
import { refusal } from '../../../electron/keychain/answer.ts'
import { openKeychain } from '../../../electron/keychain/keychain.ts'
import type { ProblemKind } from '../../../shared/errors.ts'
import { memoryKeychain } from '../../fakes/memory-keychain.ts'

const kindOf = (kind: ProblemKind) => expect.objectContaining({ kind })

describe('the keychain', () => {
  it('starts nothing before it is asked, and one process for all questions', async () => {
    const { keychain, processes } = memoryKeychain()
    expect(processes.started).toBe(0)
    await keychain.set('a', 's')
    expect(await keychain.read('a')).toBe('s')
    expect(await keychain.has('a')).toBe(true)
    expect(await keychain.forget('a')).toBe(true)
    expect(await keychain.forget('a')).toBe(false)
    expect(await keychain.has('a')).toBe(false)
    expect(await keychain.read('a')).toBeNull()
    expect(processes.started).toBe(1)
  })

  it('asks one thing after the other, also when one of them fails', async () => {
    const memory = memoryKeychain()
    memory.fault = ({ account }) => (account === 'b' ? { error: 'locked collection', at: 'call' } : null)
    const { keychain } = memory
    const all = await Promise.allSettled(['a', 'b', 'c'].map((account) => keychain.set(account, account)))
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(memory.asked).toEqual(['set a', 'set b', 'set c'])
  })

  it('proves with a canary that it can be written and read, and leaves none behind', async () => {
    const { keychain, kept } = memoryKeychain()
    await keychain.check()
    expect([...kept]).toEqual([])
  })

  it('does not pass its canary when it forgets at once what it was told', async () => {
    const memory = memoryKeychain()
    memory.fault = ({ ask }) => (ask === 'set' ? { value: true } : null)
    await expect(memory.keychain.check()).rejects.toThrow(kindOf('keychain-locked'))
  })

  it('says so when it does not answer in time, and starts anew for the next question', async () => {
    const memory = memoryKeychain(30)
    memory.fault = () => 'silence'
    await expect(memory.keychain.read('a')).rejects.toThrow(/within 0\.03 seconds/)
    memory.fault = () => null
    expect(await memory.keychain.read('a')).toBeNull()
    expect(memory.processes.started).toBe(2)
  })

  it('leaves a prompt for a read on the screen, but kills a write that would happen late', async () => {
    const memory = memoryKeychain(30)
    memory.fault = () => 'silence'
    for (const [work, left, killed] of [
      [() => memory.keychain.read('a'), 1, 0],
      [() => memory.keychain.has('a'), 2, 0],
      [() => memory.keychain.check(), 3, 0],
      [() => memory.keychain.set('a', 's'), 3, 1],
      [() => memory.keychain.forget('a'), 3, 2],
    ] as const) {
      await expect(work()).rejects.toThrow(kindOf('keychain-timeout'))
      expect(memory.processes).toMatchObject({ left, killed })
    }
  })

  it('says so when its process dies', async () => {
    const memory = memoryKeychain()
    memory.fault = () => 'death'
    await expect(memory.keychain.set('a', 's')).rejects.toThrow(kindOf('keychain-missing'))
  })

  it('never repeats a secret in an error', async () => {
    const memory = memoryKeychain(30)
    for (const fault of ['silence', 'death', { error: 'locked', at: 'call' }] as const) {
      memory.fault = () => fault
      await expect(memory.keychain.set('a', 'CANARY-secret')).rejects.toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('CANARY-secret') }),
      )
    }
  })

  it('is opened without doing anything', () => {
    expect(Object.keys(openKeychain()).sort()).toEqual(['check', 'close', 'forget', 'has', 'read', 'set'])
  })
})

describe("the keychain's own words", () => {
  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-missing'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-missing'],
    ['Could not connect: No such file or directory', 'keychain-missing'],
    ['Could not connect: Connection refused', 'keychain-missing'],
    ['Cannot create an item in a locked collection', 'keychain-locked'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'keychain-locked'],
    ['User interaction is not allowed.', 'keychain-locked'],
  ] as const)('%s → %s', (error, kind) => {
    expect(refusal({ error, at: 'call' })).toMatchObject({ kind })
  })

  it('are not needed where its library cannot be loaded', () => {
    expect(refusal({ error: '', at: 'load' })).toMatchObject({ kind: 'keychain-missing' })
  })
})
