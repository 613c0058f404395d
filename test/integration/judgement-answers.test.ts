import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECKS } from '../../electron/core/checks/index.ts'
import type { AskOptions } from '../../electron/core/core.ts'
import { checkHandlers } from '../../electron/core/handlers/check.ts'
import { frameworkHandlers } from '../../electron/core/handlers/framework.ts'
import type { Deps } from '../../electron/core/handlers/handler.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { journalPage } from '../../electron/core/store/journal.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { CheckResult } from '../../shared/model/check.ts'
import { FRAMEWORK_IDS } from '../../shared/model/engagement.ts'
import { collectFrom, hostOf, newLocker, ownFolder } from '../fakes/collected.ts'

const folder = ownFolder()
const latest = { collectionId: null }
let demo: Demo
let db: WritableDb

const deps = (of: WritableDb = db): Deps => ({ db: of, host: hostOf('', ''), now: () => new Date() })
const run = (policy = {}, options: AskOptions<'check:run'> = {}) =>
  checkHandlers['check:run'](deps(), { ...latest, policy }, options)
const page = (more: object = {}) =>
  checkHandlers['check:results'](deps(), {
    ...latest,
    checkId: null,
    answers: null,
    severities: null,
    subjectId: null,
    search: null,
    accepted: null,
    after: null,
    limit: 1000,
    ...more,
  })

function allResults(): readonly CheckResult[] {
  const results: CheckResult[] = []
  for (let after: string | null = null; ; ) {
    const { rows, next } = page({ after, limit: 100 })
    results.push(...rows)
    if (next === null) return results
    after = next
  }
}

beforeAll(async () => {
  demo = await startDemo({ events: 500, apps: 14 })
  db = newLocker(`${folder.path}/answers.locker`)
  await collectFrom(db, demo, demo.tokens.auditor)
}, 60_000)
afterAll(async () => {
  closeLocker(db)
  await demo.close()
  folder.remove()
})

describe('running the checks over a locker', () => {
  it('stores every answer, says how far it is, and counts what it stored', async () => {
    const heard: number[] = []
    const summary = await run({}, { onProgress: ({ done }) => heard.push(done) })
    const results = allResults()
    expect(summary).toMatchObject({ collectionId: 1, checks: CHECKS.length })
    expect(heard.at(-1)).toBe(CHECKS.length)
    expect(Object.values(summary.answers).reduce((sum, n) => sum + n, 0)).toBe(results.length)
    expect(results.filter(({ answer }) => answer === 'fail').length).toBe(summary.answers.fail)
    expect(new Set(results.map(({ checkId }) => checkId)).size).toBe(CHECKS.length)
  })

  it('narrows results by check, answer and severity', () => {
    const rows = page({ answers: ['fail'], severities: ['critical'] }).rows
    expect(rows.length).toBeGreaterThan(0)
    for (const { answer, severity } of rows) expect([answer, severity]).toEqual(['fail', 'critical'])
    expect(new Set(page({ checkId: 'IDN-08' }).rows.map(({ checkId }) => checkId))).toEqual(
      new Set(['IDN-08']),
    )
  })

  it('follows the policy it is given, and replaces the results of the run before', async () => {
    const before = page({ checkId: 'IDN-03', answers: ['fail'] }).rows
    expect(before.length).toBeGreaterThan(0)
    await run({ ssoRequired: false })
    expect(new Set(page({ checkId: 'IDN-03' }).rows.map(({ answer }) => answer))).toEqual(
      new Set(['not-applicable']),
    )
    await run()
    expect(page({ checkId: 'IDN-03', answers: ['fail'] }).rows).toEqual(before)
  })

  it('is entered in the journal with its policy', () => {
    const runs = journalPage(db, null, 1000).rows.filter(({ action }) => action === 'checks.run')
    expect(runs.map(({ detail }) => detail)).toMatchObject([
      { policy: { ssoRequired: true, secretRotationDays: 90 } },
      { policy: { ssoRequired: false } },
      { policy: { ssoRequired: true } },
    ])
  })

  it('that is stopped keeps the results of the run before', async () => {
    const before = allResults()
    const stop = new AbortController()
    const stopped = run({}, { signal: stop.signal, onProgress: ({ done }) => done === 5 && stop.abort() })
    await expect(stopped).rejects.toMatchObject({ name: 'Problem', kind: 'cancelled' })
    expect(allResults()).toEqual(before)
  })

  it('says so where nothing was collected yet', async () => {
    const empty = newLocker(`${folder.path}/empty.locker`)
    try {
      const asked = checkHandlers['check:run'](deps(empty), { ...latest, policy: {} }, {})
      await expect(asked).rejects.toMatchObject({ name: 'Problem', kind: 'no-collection' })
    } finally {
      closeLocker(empty)
    }
  })

  it('each check tells why it matters, what to do, and which controls it tests', async () => {
    const infos = await checkHandlers['check:list']()
    expect(infos).toHaveLength(CHECKS.length)
    for (const info of infos) {
      expect([info.id, info.why.length > 40, info.fix.length > 40]).toEqual([info.id, true, true])
      expect(info.controls.length).toBeGreaterThan(0)
    }
  })
})

describe('controls after a run', () => {
  it('stand where their checks and evidence put them', async () => {
    const states = await frameworkHandlers['framework:controls'](deps(), {
      framework: 'soc2-2017',
      ...latest,
    })
    const access = states.find(({ control }) => control.id === 'CC6.1')
    expect(access).toMatchObject({ framework: 'soc2-2017', status: 'exception' })
    expect(access?.topics.find(({ topic }) => topic === 'member-mfa')?.items).toBeGreaterThan(0)
    const mfa = access?.checks.find(({ check }) => check === 'IDN-01')?.counts
    expect(mfa?.fail).toBe(page({ checkId: 'IDN-01', answers: ['fail'] }).rows.length)
    expect(states.some(({ status }) => status === 'open')).toBe(true)
  })

  it('are counted for the frameworks of the engagement, without remainder', async () => {
    const [soc2, ...others] = await frameworkHandlers['framework:coverage'](deps(), latest)
    expect(others).toEqual([])
    expect(soc2).toMatchObject({ framework: 'soc2-2017', requirements: 61 })
    const { supported = 0, exception = 0, evidence = 0, open = 0, requirements } = soc2 ?? {}
    expect(supported + exception + evidence + open).toBe(requirements)
    expect(exception).toBeGreaterThan(0)
  })

  it('the shipped frameworks are listed without their catalogs', async () => {
    const list = await frameworkHandlers['framework:list'](deps())
    expect(list.map(({ id }) => id)).toEqual([...FRAMEWORK_IDS])
    for (const one of list) expect(Object.keys(one)).not.toContain('controls')
  })
})
