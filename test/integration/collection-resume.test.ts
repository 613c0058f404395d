import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listCollections } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { requestsOf } from '../../electron/core/store/requests.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { collectFrom, hastyClock, KEY, newLocker, ownFolder, seenBy } from '../fakes/collected.ts'
import { startHostile } from '../fakes/hostile-heroku.ts'
import { json, sequence } from '../fakes/hostile-heroku-replies.ts'

const folder = ownFolder()
const child = join(import.meta.dirname, '../fakes/collect-in-child.ts')
const template = join(folder.path, 'template.locker')
let demo: Demo
let undisturbed: readonly string[]
let tasks = 0

beforeAll(async () => {
  demo = await startDemo({ events: 300, months: 3, apps: 14, burst: 1_000_000, perMinute: 1_000_000 })
  await demo.prepare()
  closeLocker(newLocker(template))
  const db = copied('undisturbed')
  await collectFrom(db, demo, demo.tokens.auditor, { onProgress: (told) => (tasks = told.tasksDone) })
  undisturbed = seenBy(db, 1)
  closeLocker(db)
}, 60_000)

afterAll(async () => {
  await demo.close()
  folder.remove()
})

/** A copy of the empty locker: all of them fingerprint with the same key, so that their evidence compares. */
function copied(name: string): WritableDb {
  const file = fileOf(name)
  copyFileSync(template, file)
  return openLocker(file, KEY)
}

function fileOf(name: string): string {
  return join(folder.path, `${name}.locker`)
}

/** Everything that has to hold for a collection that was stopped and taken up again. */
async function expectWhole(db: WritableDb): Promise<void> {
  expect(seenBy(db, 1)).toEqual(undisturbed)
  expect(await verifyLocker(db)).toMatchObject({ intact: true, firstBroken: null })
  const numbers = [...requestsOf(db, 1)].map(({ seq }) => seq)
  expect(new Set(numbers).size).toBe(numbers.length)
}

describe('a collection that is stopped by hand', () => {
  it.each([0, 0.05, 0.3, 0.6, 0.95])(
    'after %f of its tasks ends as cancelled, keeps them and goes on',
    async (part) => {
      const db = copied(`cancelled-${part}`)
      const stop = new AbortController()
      const stopped = await collectFrom(db, demo, demo.tokens.auditor, {
        signal: stop.signal,
        now: hastyClock(),
        onProgress: ({ tasksDone }) => tasksDone >= part * tasks && stop.abort(),
      })
      expect(stopped.collection.state).toBe('cancelled')
      const kept = new Set(seenBy(db, 1))
      expect(kept.size).toBeLessThan(undisturbed.length)
      expect(undisturbed).toEqual(expect.arrayContaining([...kept]))
      const before = demo.counts.requests
      const { collection } = await collectFrom(db, demo, demo.tokens.auditor, { resume: true })
      expect(collection).toMatchObject({ id: 1, state: 'complete' })
      expect(collection.counts.evidence).toBe(undisturbed.length)
      if (part > 0.5) expect(demo.counts.requests - before).toBeLessThan(stopped.collection.counts.requests)
      await expectWhole(db)
      closeLocker(db)
    },
  )

  it('before it knows whose token it is leaves nothing behind', async () => {
    const db = copied('early')
    const signal = AbortSignal.abort()
    const stopped = collectFrom(db, demo, demo.tokens.auditor, { signal })
    await expect(stopped).rejects.toMatchObject({ kind: 'cancelled' })
    expect(listCollections(db)).toEqual([])
    closeLocker(db)
  })

  it('is only taken up by the account that began it, and leaves older ones as they are', async () => {
    const db = copied('accounts')
    const cancelled = () => {
      const stop = new AbortController()
      const onProgress = () => stop.abort()
      return collectFrom(db, demo, demo.tokens.auditor, { signal: stop.signal, onProgress })
    }
    await expect(collectFrom(db, demo, demo.tokens.auditor, { resume: true })).rejects.toMatchObject({
      kind: 'nothing-to-resume',
    })
    await cancelled()
    await cancelled()
    await expect(collectFrom(db, demo, demo.tokens.member, { resume: true })).rejects.toMatchObject({
      kind: 'other-account',
    })
    await collectFrom(db, demo, demo.tokens.auditor, { resume: true })
    expect(listCollections(db).map(({ state }) => state)).toEqual(['cancelled', 'complete'])
    closeLocker(db)
  })
})

describe('a collection whose token is revoked on the way', () => {
  it('ends as interrupted with what it has, and goes on with a new token of the same account', async () => {
    const id = (n: number) => `0000000${n}-0000-4000-8000-000000000000`
    const team = { id: id(2), name: 'shop', enterprise_account: null, identity_provider: null }
    const revoked = json(401, { id: 'unauthorized', message: 'Invalid credentials provided.' })
    const server = await startHostile({
      '/account': json(200, { id: id(1), email: 'ana@example.com' }),
      '/oauth/authorizations': json(200, []),
      '/enterprise-accounts': json(200, []),
      '/teams': json(200, [team]),
      [`/teams/${id(2)}/apps`]: sequence(revoked, json(200, [{ id: id(3), name: 'api', locked: true }])),
    })
    const db = copied('revoked')
    const topics = ['app-lock'] as const
    await expect(collectFrom(db, { apiUrl: server.url }, 'HRKU-1', { topics })).rejects.toMatchObject({
      kind: 'token-refused',
    })
    expect(listCollections(db)).toMatchObject([{ state: 'interrupted', counts: { evidence: 1 } }])
    const { collection } = await collectFrom(db, { apiUrl: server.url }, 'HRKU-2', { resume: true })
    expect(collection).toMatchObject({ id: 1, state: 'complete', counts: { evidence: 2 } })
    expect(server.seen.filter(({ path }) => path === '/teams')).toHaveLength(1)
    closeLocker(db)
    await server.close()
  })
})

describe('a collection whose process is killed', () => {
  /** Runs the child and kills it some time after it has begun; tells whether it was still at work, and for how long. */
  async function killed(file: string, how: 'new' | 'resume', afterMs: number) {
    const run = spawn(process.execPath, [child, file, demo.apiUrl, demo.tokens.auditor, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(run, 'exit')
    let said = ''
    run.stdout.on('data', (text) => {
      said += text
    })
    while (!said.includes('begun') && run.exitCode === null) await sleep(1)
    const begun = performance.now()
    await Promise.race([sleep(afterMs), ended])
    run.kill('SIGKILL')
    await ended
    return { atWork: !said.includes('done'), ms: performance.now() - begun }
  }

  function undisturbedRun(name: string) {
    closeLocker(copied(name))
    return killed(fileOf(name), 'new', 60_000)
  }

  it('opens, goes on and ends up equal, at 20 moments of it', async () => {
    const whole = await undisturbedRun('whole')
    let cut = 0
    for (let n = 0; n < 20; n++) {
      closeLocker(copied(`killed-${n}`))
      const { atWork } = await killed(
        fileOf(`killed-${n}`),
        'new',
        ((n + Math.random()) / 20) ** 2 * whole.ms,
      )
      if (atWork) cut += 1
      const db = openLocker(fileOf(`killed-${n}`), KEY)
      const [begun] = listCollections(db)
      expect(['interrupted', 'complete']).toContain(begun?.state)
      if (begun?.state === 'interrupted') await collectFrom(db, demo, demo.tokens.auditor, { resume: true })
      expect(listCollections(db).map(({ id, state }) => [id, state])).toEqual([[1, 'complete']])
      await expectWhole(db)
      closeLocker(db)
    }
    expect(cut).toBeGreaterThan(5)
  }, 600_000)

  it('gets there in the end, however often it is killed', async () => {
    const file = fileOf('often')
    closeLocker(copied('often'))
    const whole = await undisturbedRun('often-whole')
    let kills = 0
    for (let how: 'new' | 'resume' = 'new'; kills < 40; how = 'resume') {
      const { atWork } = await killed(file, how, kills === 0 ? 1 : Math.random() * whole.ms)
      if (!atWork) break
      kills += 1
    }
    const db = openLocker(file, KEY)
    expect(listCollections(db)).toMatchObject([{ id: 1, state: 'complete' }])
    expect(kills).toBeGreaterThan(0)
    await expectWhole(db)
    closeLocker(db)
  }, 600_000)
})
