import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  addConnection,
  credentialOf,
  findConnection,
  listConnections,
  noteAccount,
  removeConnection,
  renameConnection,
} from '../../../electron/profile/connections.ts'
import { openProfile } from '../../../electron/profile/profile.ts'
import type { ProblemKind } from '../../../shared/errors.ts'
import { testFolder } from '../../fakes/locker.ts'
import { memoryKeychain } from '../../fakes/memory-keychain.ts'

const TOKEN = 'HRKU-CANARY-token'
const NEW = {
  label: 'Audit',
  apiUrl: 'https://api.heroku.com',
  dataUrl: 'https://api.data.heroku.com',
  token: TOKEN,
  account: null,
}

const kindOf = (kind: ProblemKind) => expect.objectContaining({ kind })

function testProfile(folder = join(testFolder(), 'home', 'Evidence Locker')) {
  const memory = memoryKeychain()
  const now = () => new Date('2026-11-21T10:00:00.000Z')
  const profile = openProfile({ keychain: memory.keychain, folder, now })
  return { memory, profile, file: join(folder, 'connections.json') }
}

describe('connections', () => {
  it('are none at first, and nothing is made to find that out', async () => {
    const { profile } = testProfile()
    expect(await listConnections(profile)).toEqual([])
    expect(() => statSync(profile.folder)).toThrow(/ENOENT/)
  })

  it('are kept with their token in the keychain only', async () => {
    const { memory, profile, file } = testProfile()
    const added = await addConnection(profile, { ...NEW, token: ` ${TOKEN}\n` })
    expect(added).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      label: 'Audit',
      apiUrl: NEW.apiUrl,
      dataUrl: NEW.dataUrl,
      account: null,
      addedAt: '2026-11-21T10:00:00.000Z',
    })
    expect([...memory.kept]).toEqual([[`connection:${added.id}`, TOKEN]])
    expect(readFileSync(file, 'utf8')).not.toContain('CANARY')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(profile.folder)).toEqual(['connections.json'])
    expect(await listConnections(profile)).toEqual([added])
    expect(await credentialOf(profile, 'audit')).toEqual({ connection: added, token: TOKEN })
    expect(await credentialOf(profile, added.id)).toEqual({ connection: added, token: TOKEN })
  })

  it('have a label of their own, whatever its case', async () => {
    const { profile } = testProfile()
    await addConnection(profile, NEW)
    await expect(addConnection(profile, { ...NEW, label: 'AUDIT ' })).rejects.toThrow(
      kindOf('connection-exists'),
    )
    const other = await addConnection(profile, { ...NEW, label: 'Übung' })
    await expect(renameConnection(profile, other.id, 'audit')).rejects.toThrow(kindOf('connection-exists'))
    expect(await renameConnection(profile, 'übung', 'ÜBUNG')).toMatchObject({ id: other.id, label: 'ÜBUNG' })
  })

  it.each(['', ' ', '-x', 'a\nb', 'a'.repeat(61), '../x'])('refuse the label %j', async (label) => {
    const { profile, memory } = testProfile()
    await expect(addConnection(profile, { ...NEW, label })).rejects.toThrow(kindOf('wrong-use'))
    expect(memory.kept.size).toBe(0)
  })

  it('refuse an empty token before anything else', async () => {
    const { profile, memory } = testProfile()
    await expect(addConnection(profile, { ...NEW, token: ' \n' })).rejects.toThrow(kindOf('token-empty'))
    expect(memory.asked).toEqual([])
  })

  it('are renamed, removed, and learn whose account they are', async () => {
    const { profile, memory, file } = testProfile()
    const { id } = await addConnection(profile, NEW)
    await addConnection(profile, { ...NEW, label: 'other' })
    expect(await noteAccount(profile, 'Audit', 'ana@example.com')).toMatchObject({
      account: 'ana@example.com',
    })
    expect(await renameConnection(profile, 'Audit', ' Q4 ')).toMatchObject({ id, label: 'Q4' })
    expect(await removeConnection(profile, 'q4')).toMatchObject({ id })
    expect((await listConnections(profile)).map(({ label }) => label)).toEqual(['other'])
    expect(memory.kept.has(`connection:${id}`)).toBe(false)
    expect(readFileSync(file, 'utf8')).not.toContain(id)
  })

  it('that are not there are said to be so', async () => {
    const { profile } = testProfile()
    for (const ask of [findConnection, credentialOf, removeConnection])
      await expect(ask(profile, 'nobody')).rejects.toThrow(/no connection named nobody/)
    await expect(renameConnection(profile, 'nobody', 'x')).rejects.toThrow(kindOf('no-connection'))
  })

  it('whose token the keychain does not show are said to be so', async () => {
    const { profile, memory } = testProfile()
    await addConnection(profile, NEW)
    memory.kept.clear()
    await expect(credentialOf(profile, 'Audit')).rejects.toThrow(kindOf('no-token'))
  })
})

describe('nothing is half done', () => {
  it('when the keychain refuses: no connection is added, none is removed', async () => {
    const { profile, memory } = testProfile()
    await addConnection(profile, NEW)
    memory.fault = () => ({ error: 'locked', at: 'call' })
    await expect(addConnection(profile, { ...NEW, label: 'b' })).rejects.toThrow(kindOf('keychain-locked'))
    await expect(removeConnection(profile, 'Audit')).rejects.toThrow(kindOf('keychain-locked'))
    memory.fault = () => null
    expect(await listConnections(profile)).toHaveLength(1)
    expect(await credentialOf(profile, 'Audit')).toMatchObject({ token: TOKEN })
  })

  it('when the file cannot be written: the token is taken out again', async () => {
    const { profile, memory, file } = testProfile()
    memory.fault = ({ ask, account }) => {
      // Something takes the place of the file just when the token is in.
      if (ask === 'set' && account.startsWith('connection:'))
        mkdirSync(join(file, 'in-the-way'), { recursive: true })
      return null
    }
    await expect(addConnection(profile, NEW)).rejects.toThrow(kindOf('cannot-write'))
    expect(memory.asked.map((line) => line.split(' ')[0])).toEqual(['set', 'forget'])
    expect(memory.kept.size).toBe(0)
    expect(readdirSync(profile.folder)).toEqual(['connections.json'])
  })

  it('when the folder cannot be: the keychain is not even asked', async () => {
    const parent = testFolder()
    writeFileSync(join(parent, 'file'), '')
    const { profile, memory } = testProfile(join(parent, 'file', 'profile'))
    await expect(addConnection(profile, NEW)).rejects.toThrow(kindOf('cannot-read'))
    expect(memory.asked).toEqual([])
  })

  it.each([
    ['no JSON', '{"version":1,'],
    ['an empty file', ''],
    ['another shape', '{"version":1,"connections":[{"id":"x"}]}'],
    ['another version', '{"version":2,"connections":[]}'],
    ['a token in it', `{"version":1,"connections":"${TOKEN}"}`],
  ])('when the file is damaged, which is told and never written over: %s', async (_, text) => {
    const { profile, memory, file } = testProfile()
    mkdirSync(profile.folder, { recursive: true })
    writeFileSync(file, text)
    for (const ask of [
      () => listConnections(profile),
      () => addConnection(profile, NEW),
      () => removeConnection(profile, 'Audit'),
    ])
      await expect(ask()).rejects.toThrow(
        expect.objectContaining({
          kind: 'profile-damaged',
          message: expect.stringMatching(/^(?!.*CANARY).*connections\.json is damaged/s),
        }),
      )
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(memory.kept.size).toBe(0)
  })
})
