import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Core } from '../../electron/core/core.ts'
import { createCore } from '../../electron/core/create-core.ts'
import type { Handlers } from '../../electron/core/handlers/handler.ts'
import { HANDLERS } from '../../electron/core/handlers/index.ts'
import { keyOfRecoveryKey, newKey } from '../../electron/core/store/recovery-key.ts'
import { contract } from '../../shared/contract.ts'
import type { Engagement } from '../../shared/model/engagement.ts'

const ENGAGEMENT: Engagement = {
  organisation: 'Acme',
  period: { start: '2026-01-01', end: '2026-12-31' },
  timeZone: 'UTC',
  frameworks: ['soc2-2017'],
  preparer: 'Ana',
  reviewer: null,
}

const HOST = {
  actor: 'ana@laptop',
  proxy: null,
  credential: () => Promise.reject(new Error('nobody collects here')),
}

let folder = ''
let core: Core

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'core-'))
  core = createCore(HOST)
})

afterEach(async () => {
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = () => join(folder, 'acme.locker')

describe('the core', () => {
  it('has a handler for every question, and no other', () => {
    expect(Object.keys(HANDLERS).toSorted()).toEqual(Object.keys(contract).toSorted())
    const { search: _, ...rest } = HANDLERS
    // @ts-expect-error a question without a handler must not compile
    rest satisfies Handlers
  })

  it('makes a locker whose recovery key is its key', async () => {
    const made = await core.create(file(), ENGAGEMENT)
    expect(keyOfRecoveryKey(made.recoveryKey)).toEqual(made.key)
    expect(await core.ask('locker:info', {})).toMatchObject({ file: file(), engagement: ENGAGEMENT })
  })

  it('answers nothing without a locker, or once it is closed', async () => {
    await expect(core.ask('locker:info', {})).rejects.toThrow('no locker is open')
    await core.create(file(), ENGAGEMENT)
    await core.close()
    await expect(core.ask('collection:list', {})).rejects.toThrow('no locker is open')
  })

  it('names the field of an input that does not fit, and asks no handler', async () => {
    await core.create(file(), ENGAGEMENT)
    const before = (await core.ask('locker:info', {})).counts.journal
    await expect(core.ask('evidence:get', { id: -1 })).rejects.toMatchObject({
      kind: 'wrong-use',
      what: expect.stringMatching(/^id has to be at least 1/),
    })
    await expect(core.ask('journal:page', { limit: 0 })).rejects.toThrow(/^limit has to be at least 1/)
    await expect(core.ask('evidence:page', { topic: 'nonsense' as never })).rejects.toThrow(
      /^topic is none of those/,
    )
    await expect(core.ask('collection:run', {})).rejects.toThrow(/^connectionId is missing/)
    expect((await core.ask('locker:info', {})).counts.journal).toBe(before)
  })

  it('refuses an engagement that contradicts itself, and leaves no file', async () => {
    const period = { start: '2026-12-31', end: '2026-01-01' }
    await expect(core.create(file(), { ...ENGAGEMENT, period })).rejects.toThrow(
      /^period is not valid .*ends before/,
    )
    await expect(core.open(file(), newKey())).rejects.toMatchObject({ kind: 'cannot-read' })
  })

  it('writes who did what into the journal', async () => {
    const { key } = await core.create(file(), ENGAGEMENT)
    await core.open(file(), key)
    await core.ask('locker:verify', {})
    await core.rekey(newKey())
    const { rows } = await core.ask('journal:page', {})
    expect(rows.map((row) => [row.actor, row.action])).toEqual([
      ['ana@laptop', 'locker.created'],
      ['ana@laptop', 'locker.opened'],
      ['ana@laptop', 'locker.verified'],
      ['ana@laptop', 'locker.rekeyed'],
    ])
  })

  it('opens with the new key after a change of keys, and no longer with the old one', async () => {
    const { key } = await core.create(file(), ENGAGEMENT)
    const next = newKey()
    expect(keyOfRecoveryKey((await core.rekey(next)).recoveryKey)).toEqual(next)
    await core.close()
    await expect(core.open(file(), key)).rejects.toMatchObject({ kind: 'wrong-key' })
    expect((await core.open(file(), next)).engagement.organisation).toBe('Acme')
  })

  it('reports progress of a verification that ends at its whole', async () => {
    await core.create(file(), ENGAGEMENT)
    const told: { done: number; of: number }[] = []
    const verification = await core.ask(
      'locker:verify',
      {},
      { onProgress: (progress) => told.push(progress) },
    )
    expect(verification).toMatchObject({ intact: true, firstBroken: null })
    expect(told.at(-1)?.done).toBe(told.at(-1)?.of)
  })

  it('does not collect twice at a time, and closes only once work has stopped', async () => {
    const asked: (() => void)[] = []
    const credential = () => new Promise<never>((_, reject) => asked.push(() => reject(new Error('stopped'))))
    core = createCore({ ...HOST, credential })
    await core.create(file(), ENGAGEMENT)
    const first = core.ask('collection:run', { connectionId: 'x' })
    await expect(core.ask('collection:run', { connectionId: 'x' })).rejects.toThrow(
      'collection:run is under way in this locker',
    )
    await expect(core.rekey(newKey())).rejects.toThrow('under way')
    let closed = false
    const closing = core.close().then(() => {
      closed = true
    })
    await new Promise((resume) => setImmediate(resume))
    expect(closed).toBe(false)
    for (const stop of asked) stop()
    await expect(first).rejects.toThrow('stopped')
    await closing
    expect(closed).toBe(true)
  })
})
