import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { profileFolder } from '../../../electron/profile/folder.ts'
import { openProfile } from '../../../electron/profile/profile.ts'
import { forgetRecentLocker, noteLocker, recentLockers } from '../../../electron/profile/recent-lockers.ts'
import { testFolder } from '../../fakes/locker.ts'
import { memoryKeychain } from '../../fakes/memory-keychain.ts'

describe('the folder of a profile', () => {
  it('is what EVIDENCE_LOCKER_HOME says, or the usual place', () => {
    expect(profileFolder({ EVIDENCE_LOCKER_HOME: '/tmp/x' })).toBe('/tmp/x')
    expect(profileFolder({ EVIDENCE_LOCKER_HOME: '~/x' })).toBe(join(homedir(), 'x'))
    for (const env of [{}, { EVIDENCE_LOCKER_HOME: '' }])
      expect(profileFolder(env)).toMatch(/Evidence Locker(\\Config)?$/)
  })
})

function setUp() {
  const times = ['2026-11-21T10:00:00.000Z', '2026-11-21T11:00:00.000Z', '2026-11-21T12:00:00.000Z']
  const folder = testFolder()
  const now = () => new Date(times.shift() ?? 0)
  return { folder, profile: openProfile({ keychain: memoryKeychain().keychain, folder, now }) }
}

const locker = (name: string) => ({ id: 'ab'.repeat(16), file: `/x/${name}.locker`, organisation: name })

describe('recent lockers', () => {
  it('are listed newest first, each file once', async () => {
    const { profile } = setUp()
    expect(await recentLockers(profile)).toEqual([])
    for (const name of ['a', 'b', 'a']) await noteLocker(profile, locker(name))
    expect(
      (await recentLockers(profile)).map(({ file, openedAt }) => `${file} ${openedAt.slice(11, 13)}`),
    ).toEqual(['/x/a.locker 12', '/x/b.locker 11'])
    await forgetRecentLocker(profile, '/x/a.locker')
    expect(await recentLockers(profile)).toMatchObject([{ organisation: 'b' }])
  })

  it('are at most twenty', async () => {
    const { profile } = setUp()
    for (let n = 0; n < 25; n++) await noteLocker(profile, locker(`l${n}`))
    const files = (await recentLockers(profile)).map(({ file }) => file)
    expect(files).toHaveLength(20)
    expect(files[0]).toBe('/x/l24.locker')
  })

  it('begin anew when the list is damaged, which is put aside', async () => {
    const { profile, folder } = setUp()
    writeFileSync(join(folder, 'recent.json'), '{oops')
    expect(await recentLockers(profile)).toEqual([])
    await noteLocker(profile, locker('a'))
    expect(readdirSync(folder).sort()).toEqual(['recent.json', 'recent.json.damaged'])
    expect(readFileSync(join(folder, 'recent.json.damaged'), 'utf8')).toBe('{oops')
  })
})
