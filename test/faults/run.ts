import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collectionHandlers } from '../../electron/core/handlers/collection.ts'
import type { Timing } from '../../electron/core/heroku/timing.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { eachItem } from '../../electron/core/store/evidence.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { notRead } from '../../electron/core/store/readings.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import type { Demo } from '../../electron/demo/start.ts'
import { isProblem } from '../../shared/errors.ts'
import { hostOf, KEY, newLocker } from '../fakes/collected.ts'
import type { Fault } from './fault.ts'
import { type FaultLayer, startFaultLayer } from './proxy.ts'
import { seeded } from './seeded.ts'

/** Waits that let hundreds of trials finish; bounds and rules as in the app. */
const TRIAL_TIMING: Partial<Timing> = {
  connectMs: 2_000,
  answerMs: 700,
  wholeMs: 2_000,
  retryMs: 2,
  retryMaxMs: 40,
  limitedMs: 5,
  limitedMaxMs: 2_000,
  jitter: 0,
  refillMs: 1,
}

const LONGEST_MS = 90_000

/** How one trial ended. The last three must never happen. */
export type Outcome =
  | 'complete'
  | 'complete, gaps told'
  | 'stopped, resumed to complete'
  | 'WRONG EVIDENCE'
  | 'SILENT GAP'
  | 'LEAK'
  | 'HANG'
  | 'BROKEN'

/** One trial: how it ended, and in which words. */
export interface Trial {
  readonly outcome: Outcome
  readonly says: string
}

/** The evidence of an undisturbed collection: content by topic and subject. */
export type Reference = ReadonlyMap<string, string>

/** A content without what only the key of its locker determines: fingerprints. */
const plain = (content: unknown) => JSON.stringify(content).replaceAll(/"[0-9a-f]{64}"/g, '"hmac"')

function evidenceOf(db: WritableDb, collectionId: number) {
  const items = new Map<string, { readonly hash: string; readonly requestId: string | null }>()
  for (const item of eachItem(db, collectionId))
    items.set(`${item.topic} ${item.subjectId}`, { hash: plain(item.content), requestId: item.requestId })
  return items
}

function collect(db: WritableDb, apiUrl: string, token: string, resume: boolean, signal: AbortSignal) {
  const host = { ...hostOf(apiUrl, token), timing: TRIAL_TIMING }
  const tiers: ('core' | 'extended' | 'optional')[] = ['core', 'extended', 'optional']
  const input = {
    connectionId: 'c1',
    resume,
    topics: null,
    tiers,
    concurrency: 8,
    reservePercent: 25,
    spreadHours: 0,
  }
  return Promise.resolve(
    collectionHandlers['collection:run']({ db, host, now: () => new Date() }, input, { signal }),
  )
}

/** What a collection without any fault sees. */
export async function referenceOf(demo: Demo): Promise<Reference> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const db = newLocker(join(folder, 'reference.locker'))
  try {
    const { collection } = await collect(
      db,
      demo.apiUrl,
      demo.tokens.auditor,
      false,
      new AbortController().signal,
    )
    return new Map([...evidenceOf(db, collection.id)].map(([key, { hash }]) => [key, hash]))
  } finally {
    closeLocker(db)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs one trial of a fault: collect through it, resume without it where it stopped, and judge what is there. */
export async function runTrial(demo: Demo, fault: Fault, seed: string, reference: Reference): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const layer = await startFaultLayer(demo, fault, seed)
  try {
    return await within(LONGEST_MS, () => trial(folder, demo, layer, fault, seed, reference))
  } finally {
    await layer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function within(ms: number, work: () => Promise<Trial>): Promise<Trial> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Trial>((resolve) => {
    timer = setTimeout(() => resolve({ outcome: 'HANG', says: `no end after ${ms / 1000} s` }), ms)
  })
  try {
    return await Promise.race([work(), late])
  } catch (error) {
    return {
      outcome: 'BROKEN',
      says: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  } finally {
    clearTimeout(timer)
  }
}

async function trial(
  folder: string,
  demo: Demo,
  layer: FaultLayer,
  fault: Fault,
  seed: string,
  reference: Reference,
): Promise<Trial> {
  const file = join(folder, 'trial.locker')
  const token = demo.tokens.auditor
  const first =
    fault.local === 'killed'
      ? await killed(file, layer.apiUrl, token, seed)
      : fault.local === 'disk-full'
        ? await fullDisk(folder, file, layer.apiUrl, token, seed)
        : await collected(file, layer.apiUrl, token)
  layer.calm()
  const db = openLocker(file, KEY)
  try {
    if (first.stopped === null) return await judged(db, 1, layer, reference, first.said)
    const again = await collect(db, layer.apiUrl, token, first.begun, new AbortController().signal)
    const verdict = await judged(db, again.collection.id, layer, reference, first.said)
    const resumed = { outcome: 'stopped, resumed to complete' as const, says: first.stopped }
    return verdict.outcome === 'complete' || verdict.outcome === 'complete, gaps told' ? resumed : verdict
  } finally {
    closeLocker(db)
  }
}

interface First {
  /** Why it stopped; null where it did not. */
  readonly stopped: string | null
  /** A collection was begun, so that it can be resumed. */
  readonly begun: boolean
  /** Everything that was said, to be searched for secrets. */
  readonly said: string
}

async function collected(file: string, apiUrl: string, token: string): Promise<First> {
  const db = newLocker(file)
  try {
    await collect(db, apiUrl, token, false, new AbortController().signal)
    return { stopped: null, begun: true, said: '' }
  } catch (error) {
    if (!isProblem(error)) throw error
    const begun = collectionHandlers['collection:list'](
      { db, host: hostOf('', ''), now: () => new Date() },
      {},
      {},
    )
    return {
      stopped: `${error.kind}: ${error.message}`,
      begun: (await begun).length > 0,
      said: String(error.stack),
    }
  } finally {
    closeLocker(db)
  }
}

/** A file system of a few megabytes that only root can make; elsewhere the trial passes undisturbed. */
async function fullDisk(
  folder: string,
  file: string,
  apiUrl: string,
  token: string,
  seed: string,
): Promise<First> {
  const small = join(folder, 'small')
  mkdirSync(small)
  const kilobytes = 700 + Math.floor(seeded(seed)() * 1500)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', small]).status !== 0)
    return collected(file, apiUrl, token)
  try {
    const first = await collected(join(small, 'trial.locker'), apiUrl, token).catch(
      (error: unknown): First => {
        if (isProblem(error))
          return { stopped: `${error.kind}: ${error.message}`, begun: false, said: String(error.stack) }
        throw error
      },
    )
    for (const side of ['', '-wal'])
      if (existsSync(join(small, `trial.locker${side}`)))
        copyFileSync(join(small, `trial.locker${side}`), `${file}${side}`)
    return first
  } finally {
    spawnSync('umount', [small])
  }
}

async function killed(file: string, apiUrl: string, token: string, seed: string): Promise<First> {
  closeLocker(newLocker(file))
  const script = join(import.meta.dirname, '..', 'fakes', 'collect-in-child.ts')
  const child = spawn(process.execPath, [script, file, apiUrl, token, 'new', 'all'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let done = false
  child.stderr.on('data', (part) => {
    said += String(part)
  })
  const gone = new Promise((resolve) => child.on('close', resolve))
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (part) => {
      done ||= String(part).includes('done')
      resolve()
    })
    child.on('close', () => resolve())
  })
  await new Promise((resolve) => setTimeout(resolve, seeded(seed)() * 900))
  child.kill('SIGKILL')
  await gone
  return { stopped: done ? null : 'killed', begun: true, said }
}

/** Lists that others hang on: where one of them was not read, what hangs on it is rightly missing. */
const LISTS =
  /^(app-inventory|addon-inventory|space-isolation|team-members-roles|sso-identity-provider|pipelines-promotions|enterprise-account-permissions|region-residency)$/

async function judged(
  db: WritableDb,
  collectionId: number,
  layer: FaultLayer,
  reference: Reference,
  said: string,
): Promise<Trial> {
  const { firstBroken } = await verifyLocker(db)
  if (firstBroken) return { outcome: 'BROKEN', says: `${firstBroken.entry} ${firstBroken.what}` }
  const found = evidenceOf(db, collectionId)
  const untold = notRead(db, collectionId)
  const topicsNotRead = new Set<string>(untold.map(({ topic }) => topic))
  const anyGap = untold.some(({ topic }) => LISTS.test(topic))
  const damaged = [...found.values()].some(({ hash }) => /"intact":(false|null)/.test(hash))
  const disturbed = layer.altered.size > 0 || untold.length > 0 || damaged
  const missing = [...reference.keys()].filter((key) => !found.has(key))
  const silent = missing.find((key) => {
    const topic = key.slice(0, key.indexOf(' '))
    return !(topicsNotRead.has(topic) || anyGap || layer.altered.size > 0)
  })
  if (silent) return { outcome: 'SILENT GAP', says: `${silent} is missing, and nothing says so` }
  const wrong = [...found].find(([key, { hash, requestId }]) => {
    if (reference.get(key) === hash) return false
    if (/"intact":(false|null)/.test(hash)) return false
    return requestId === null ? !disturbed : !layer.altered.has(requestId) && layer.altered.size === 0
  })
  if (wrong)
    return {
      outcome: 'WRONG EVIDENCE',
      says: `${wrong[0]} is ${wrong[1].hash.slice(0, 400)}, an undisturbed collection saw ${reference.get(wrong[0])?.slice(0, 400)}`,
    }
  const leak = leaked(db, collectionId, said)
  if (leak) return { outcome: 'LEAK', says: leak }
  return missing.length === 0
    ? { outcome: 'complete', says: 'nothing is missing' }
    : {
        outcome: 'complete, gaps told',
        says: `${missing.length} items missing, ${untold.length} reads told as refused or failed`,
      }
}

function leaked(db: WritableDb, collectionId: number, said: string): string | null {
  if (said.includes('CANARY')) return 'an error names a secret'
  for (const item of eachItem(db, collectionId))
    if (JSON.stringify(item.content).includes('CANARY')) return `${item.topic} ${item.subject} holds a secret`
  return readFileSync(db.name).includes('CANARY') ? 'the file holds a secret in clear' : null
}
