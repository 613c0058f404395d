import { describe, expect, it } from 'vitest'
import {
  forgetLockerKey,
  lockerKey,
  rememberLockerKey,
  replaceLockerKey,
  withLockerKey,
} from '../../../electron/profile/locker-keys.ts'
import { openProfile } from '../../../electron/profile/profile.ts'
import { problem } from '../../../shared/errors.ts'
import { testFolder } from '../../fakes/locker.ts'
import { memoryKeychain } from '../../fakes/memory-keychain.ts'

const ID = 'ab'.repeat(16)
const LOCKER = { id: ID, file: '/x/acme.locker' }
const [OLD, NEXT] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]

function setUp() {
  const memory = memoryKeychain()
  return { memory, profile: openProfile({ keychain: memory.keychain, folder: testFolder() }) }
}

/** A locker that has one key, and says `wrong-key` to any other. */
function lockerWith(key: Buffer) {
  const locker = { key }
  return {
    locker,
    open: async (tried: Buffer) => {
      if (!tried.equals(locker.key)) throw problem('wrong-key', { file: LOCKER.file })
      return 'open'
    },
  }
}

describe("a locker's key", () => {
  it('is remembered by the identity of the file, and found again', async () => {
    const { profile, memory } = setUp()
    await rememberLockerKey(profile, ID, OLD)
    expect(await lockerKey(profile, ID, LOCKER.file)).toEqual(OLD)
    expect(await withLockerKey(profile, LOCKER, lockerWith(OLD).open)).toBe('open')
    expect([...memory.kept.keys()]).toEqual([`locker:${ID}`])
    expect(await forgetLockerKey(profile, ID)).toBe(true)
    expect(await forgetLockerKey(profile, ID)).toBe(false)
  })

  it('that the keychain does not show is asked for by name of the file', async () => {
    const { profile, memory } = setUp()
    await expect(lockerKey(profile, ID, LOCKER.file)).rejects.toThrow(/holds no key for \/x\/acme\.locker/)
    memory.kept.set(`locker:${ID}`, 'no key at all')
    await expect(lockerKey(profile, ID, LOCKER.file)).rejects.toThrow(
      expect.objectContaining({ kind: 'no-key' }),
    )
  })

  it('that does not fit is told so, as is any other trouble of opening', async () => {
    const { profile } = setUp()
    await rememberLockerKey(profile, ID, OLD)
    await expect(withLockerKey(profile, LOCKER, lockerWith(NEXT).open)).rejects.toThrow(/does not open/)
    const busy = async () => {
      throw problem('locker-busy', { file: LOCKER.file })
    }
    await expect(withLockerKey(profile, LOCKER, busy)).rejects.toThrow(/open in another/)
  })
})

describe('a change of keys', () => {
  it('ends with the new key, and only that', async () => {
    const { profile, memory } = setUp()
    const { locker, open } = lockerWith(OLD)
    await rememberLockerKey(profile, ID, OLD)
    await replaceLockerKey(profile, ID, { current: OLD, next: NEXT }, async () => {
      expect(memory.kept.get(`locker:${ID}:next`)).toBe(NEXT.toString('hex'))
      expect(memory.kept.get(`locker:${ID}`)).toBe(OLD.toString('hex'))
      locker.key = NEXT
    })
    expect([...memory.kept]).toEqual([[`locker:${ID}`, NEXT.toString('hex')]])
    expect(await withLockerKey(profile, LOCKER, open)).toBe('open')
  })

  it('keeps the key that the locker was opened with, though the keychain had another', async () => {
    const { profile, memory } = setUp()
    memory.kept.set(`locker:${ID}`, NEXT.toString('hex'))
    const failing = async () => {
      throw new Error('power cut')
    }
    await expect(replaceLockerKey(profile, ID, { current: OLD, next: NEXT }, failing)).rejects.toThrow(
      'power cut',
    )
    expect(await withLockerKey(profile, LOCKER, lockerWith(OLD).open)).toBe('open')
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('that is cut short at question %i loses no key', async (at) => {
    for (const fileIsDone of [false, true]) {
      const { profile, memory } = setUp()
      const { locker, open } = lockerWith(OLD)
      await rememberLockerKey(profile, ID, OLD)
      let questions = 0
      memory.fault = () => (questions++ === at ? { error: 'locked', at: 'call' } : null)
      const change = replaceLockerKey(profile, ID, { current: OLD, next: NEXT }, async () => {
        if (fileIsDone) locker.key = NEXT
        else throw new Error('power cut')
      })
      await change.catch(() => {})
      memory.fault = () => null
      expect(await withLockerKey(profile, LOCKER, open)).toBe('open')
      expect(await lockerKey(profile, ID, LOCKER.file)).toEqual(locker.key)
    }
  })
})
