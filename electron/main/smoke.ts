import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engagement } from '../../shared/model/engagement.ts'
import type { LockerInfo } from '../../shared/model/locker.ts'
import type { CoreProcess } from './core-process.ts'

/** Longest that a trial start may take. */
const LIMIT_MS = 60_000

/** What a trial start looks at. */
export interface SmokeHost {
  readonly core: CoreProcess
  /** Resolves when the window has asked its first question: page, preload and channels work. */
  readonly windowAsked: Promise<unknown>
  readonly exit: (code: number) => void
}

async function tryCore(core: CoreProcess): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-locker-smoke-'))
  try {
    const engagement: Engagement = {
      organisation: 'Smoke',
      period: { start: '2026-01-01', end: '2026-12-31' },
      timeZone: 'UTC',
      frameworks: ['soc2-2017'],
      preparer: 'smoke',
      reviewer: null,
    }
    await core.privileged('create', { file: join(folder, 'smoke.locker'), engagement })
    const info = (await core.ask('locker:info', {})) as LockerInfo
    if (info.engagement.organisation !== 'Smoke') throw new Error('the core answered about another locker')
    await core.privileged('close', null)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * `--smoke`: starts as always, waits for the window's first question, makes and reads a locker in the core's
 * process, and ends with 0; with 1 where something of it does not work. For the packaged app, which no test can
 * drive: its fuses are off.
 */
export async function smoke({ core, windowAsked, exit }: SmokeHost): Promise<void> {
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('it took too long')), LIMIT_MS),
  )
  try {
    await Promise.race([Promise.all([windowAsked, tryCore(core)]), late])
    console.log('smoke: the window asked, the core made a locker and answered')
    exit(0)
  } catch (error) {
    console.error(`smoke: ${error instanceof Error ? error.message : 'failed'}`)
    exit(1)
  }
}
