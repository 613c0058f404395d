import { describe, expect, it } from 'vitest'
import type { CoreProcess } from '../../../electron/main/core-process.ts'
import { jobs } from '../../../electron/main/jobs.ts'
import { problem } from '../../../shared/errors.ts'
import type { Job } from '../../../shared/shell.ts'

const NOW = () => new Date('2026-11-21T10:00:00.000Z')

/** A core that answers when it is told to. */
function waitingCore() {
  let settle: {
    resolve: (value: unknown) => void
    reject: (error: unknown) => void
    progress: (told: unknown) => void
  }
  const core: CoreProcess = {
    ask: (_question, _input, options) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject, progress: (told) => options?.onProgress?.(told) }
        options?.signal?.addEventListener('abort', () =>
          reject(problem('cancelled', { what: 'it', remedy: 'try again' })),
        )
      }),
    privileged: () => Promise.reject(new Error('not asked here')),
    warm: () => {},
    stop: () => Promise.resolve(),
  }
  return { core, settle: () => settle }
}

describe('jobs', () => {
  it('tells how far it is, and what came out', async () => {
    const { core, settle } = waitingCore()
    const told: Job[] = []
    const list = jobs(core, (job) => told.push(job), NOW)
    const ran = list.run('export:workbook', {})
    settle().progress({ sheet: 'Cover', rows: 3 })
    expect(list.busy()).toBe(true)
    settle().resolve({ file: 'a.xlsx' })
    await ran
    expect(told.map(({ state }) => state)).toEqual(['running', 'running', 'done'])
    expect(list.list()).toMatchObject([
      {
        id: 1,
        startedAt: '2026-11-21T10:00:00.000Z',
        progress: { sheet: 'Cover' },
        output: { file: 'a.xlsx' },
      },
    ])
    expect(list.busy()).toBe(false)
  })

  it('waits for work that no list shows, and stops it', async () => {
    const list = jobs(waitingCore().core, () => {}, NOW)
    const ran = list.unlisted(
      (signal) =>
        new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped'))),
    )
    expect(list.busy()).toBe(true)
    expect(list.list()).toEqual([])
    await list.stopAll()
    expect(await ran).toBe('stopped')
    expect(list.busy()).toBe(false)
  })

  it('a cancelled collection answers, and still counts as cancelled', async () => {
    const { core, settle } = waitingCore()
    const list = jobs(core, () => {}, NOW)
    const ran = list.run('collection:run', {})
    settle().resolve({ collection: { state: 'cancelled' } })
    await ran
    expect(list.list()[0]?.state).toBe('cancelled')
  })

  it('stopping all waits until each has ended; ended ones can be dismissed, running ones cannot', async () => {
    const { core } = waitingCore()
    const list = jobs(core, () => {}, NOW)
    const ran = list.run('check:run', {}).catch((error: unknown) => error)
    list.dismiss(1)
    expect(list.list()).toHaveLength(1)
    await list.stopAll()
    expect(await ran).toMatchObject({ kind: 'cancelled' })
    expect(list.list()[0]?.state).toBe('cancelled')
    list.dismiss(1)
    expect(list.list()).toEqual([])
  })

  it('an error that nobody foresaw does not carry its words to the window', async () => {
    const { core, settle } = waitingCore()
    const list = jobs(core, () => {}, NOW)
    const ran = list.run('check:run', {}).catch(() => {})
    settle().reject(new Error('token HRKU-CANARY'))
    await ran
    expect(JSON.stringify(list.list())).not.toContain('CANARY')
    expect(list.list()[0]?.problem?.kind).toBe('unexpected')
  })
})
