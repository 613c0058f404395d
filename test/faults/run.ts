import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collectionHandlers } from '../../electron/core/handlers/collection.ts'
import type { Timing } from '../../electron/core/heroku/timing.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import type { Demo } from '../../electron/demo/start.ts'
import { isProblem } from '../../shared/errors.ts'
import { hostOf, KEY, newLocker } from '../fakes/collected.ts'
import type { Fault } from './fault.ts'
import { judged, type Reference, referenceIn, type Trial, type Verdict } from './judgement.ts'
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

/** Until a trial counts as one that does not end. */
const LONGEST_MS = 180_000

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
  const file = join(folder, 'reference.locker')
  try {
    const db = newLocker(file)
    const { signal } = new AbortController()
    const { collection } = await collect(db, demo.apiUrl, demo.tokens.auditor, false, signal)
    const found = referenceIn(db, collection.id)
    closeLocker(db)
    return { ...found, kilobytes: Math.floor(statSync(file).size / 1024) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs one trial of a fault: collect through it, resume without it where it stopped, and judge what is there. */
export async function runTrial(
  demo: Demo,
  fault: Fault,
  seed: string,
  reference: Reference,
  longestMs = LONGEST_MS,
): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const layer = await startFaultLayer(demo, fault, seed)
  try {
    const verdict = await within(longestMs, () => trial(folder, demo, layer, fault, seed, reference))
    const struck = layer.struck() > 0 || fault.local !== undefined
    const leak = layer.stolen.find((one) => one.endsWith(' with a token'))
    return leak ? { outcome: 'LEAK', says: `a stranger was asked: ${leak}`, struck } : { ...verdict, struck }
  } finally {
    await layer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function within(ms: number, work: () => Promise<Verdict>): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Verdict>((resolve) => {
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
): Promise<Verdict> {
  const file = join(folder, 'trial.locker')
  const token = demo.tokens.auditor
  const first =
    fault.local === 'killed'
      ? await killed(file, layer.apiUrl, token, seed)
      : fault.local === 'disk-full'
        ? await fullDisk(folder, file, layer.apiUrl, token, seed, reference)
        : await collected(file, layer.apiUrl, token)
  layer.calm()
  if (fault.local === 'disk-full' && !/^disk-(full|low): /.test(first.stopped ?? ''))
    return { outcome: 'NOT TRIED', says: `the disk did not fill up: ${first.stopped ?? 'nothing stopped'}` }
  const db = existsSync(file) ? openLocker(file, KEY) : newLocker(file)
  try {
    if (first.stopped === null) return await judged(db, 1, layer, reference, first.said)
    const again = await collect(db, layer.apiUrl, token, first.begun, new AbortController().signal)
    const verdict = await judged(db, again.collection.id, layer, reference, first.said)
    const says = `${first.stopped} Then: ${verdict.says}`
    if (verdict.outcome === 'complete') return { outcome: 'stopped, resumed to complete', says }
    if (verdict.outcome === 'complete, gaps told') return { outcome: 'stopped, resumed, gaps told', says }
    return verdict
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

async function collected(file: string, apiUrl: string, token: string, mostPages?: number): Promise<First> {
  const db = newLocker(file)
  if (mostPages !== undefined) db.pragma(`max_page_count = ${Math.floor(mostPages)}`)
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

/**
 * A file system that is smaller than the locker becomes, or, where only root may make one and we are not, a file
 * that may not grow: SQLite then tells the same error for the same page.
 */
async function fullDisk(
  folder: string,
  file: string,
  apiUrl: string,
  token: string,
  seed: string,
  reference: Reference,
): Promise<First> {
  const small = join(folder, 'small')
  mkdirSync(small)
  const kilobytes = Math.floor(reference.kilobytes * (0.1 + 0.7 * seeded(seed)()))
  if (!mounted(small, kilobytes)) return collected(file, apiUrl, token, kilobytes / 4)
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

function mounted(folder: string, kilobytes: number): boolean {
  if (process.env.FAULTS_WITHOUT_MOUNT) return false
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]).status === 0
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
