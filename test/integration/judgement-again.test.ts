import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECKS } from '../../electron/core/checks/index.ts'
import { judgeAll } from '../../electron/core/checks/run.ts'
import { evidenceView } from '../../electron/core/handlers/evidence-view.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { policyOf, setPolicy } from '../../electron/core/store/policy.ts'
import {
  type AnyRecordChange,
  keepRecords,
  recordsOf,
  undoRecords,
} from '../../electron/core/store/records.ts'
import { eachResult, resultCounts } from '../../electron/core/store/results.ts'
import { verifyResults } from '../../electron/core/store/verify-results.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { ANSWERS, type CheckResult } from '../../shared/model/check.ts'
import { RECORDS, type RecordKind } from '../../shared/model/records.ts'
import { collectFrom, newLocker, ownFolder } from '../fakes/collected.ts'
import { askOf, tellDemo } from '../fakes/demo-told.ts'

const WHO = { at: '2026-11-20T00:00:00.000Z', actor: 'ana' }
const KINDS = Object.keys(RECORDS) as RecordKind[]
const folder = ownFolder()
let demo: Demo
let db: WritableDb

const run = (more: object = {}) => askOf(db).ask('check:run', more)
const stored = (): CheckResult[] => [...eachResult(db, 1)]

/** What judging everything gives, as results. */
const afresh = (): CheckResult[] =>
  [...judgeAll(evidenceView(db, 1), policyOf(db), CHECKS)]
    .flat()
    .map((result) => ({ collectionId: 1, ...result }))

function isVerified(): boolean {
  const work = verifyResults(db)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value === null
  }
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

beforeAll(async () => {
  demo = await startDemo({ events: 500, apps: 14 })
  db = newLocker(`${folder.path}/again.locker`)
  await collectFrom(db, demo, demo.tokens.auditor)
  await tellDemo(db, demo, 1)
}, 120_000)
afterAll(async () => {
  closeLocker(db)
  await demo.close()
  folder.remove()
})

/** One thing that people told is removed, said otherwise or taken back; returns what was done. */
function changeOne(random: () => number, acts: number[]): string {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const kind = one(KINDS.filter((each) => recordsOf(db, each).length > 0))
  const there = recordsOf(db, kind)
  const { key } = one(there)
  const way = one(['remove', 'swap', 'undo', 'narrow', 'tag', 'policy'] as const)
  const keep = (change: AnyRecordChange) => {
    acts.push(keepRecords(db, WHO, 'changed', [change]).act)
    return `${way} ${change.kind} ${change.key}`
  }
  const apps = evidenceView(db, 1).items('app-inventory')
  if (way === 'undo' && acts.length > 0) {
    const act = acts.pop() as number
    undoRecords(db, act, WHO)
    return `undo ${act}`
  }
  if (way === 'policy') {
    setPolicy(db, { adminsMin: 1 + Math.floor(random() * 4), silentMemberDays: one([30, 90, 400]) }, WHO)
    return 'policy'
  }
  if (way === 'narrow') {
    const some = apps.filter(() => random() < 0.5).map(({ content: { id, name } }) => ({ id, name }))
    const content = { teams: null, spaces: null, apps: random() < 0.3 ? null : some, reason: 'So.' }
    return keep({ kind: 'scope', key: 'scope', content })
  }
  if (way === 'tag') {
    const { id, name } = one(apps).content
    const content = {
      ...{ app: id, name, owner: one([null, 'ana@example.com']), criticality: null },
      ...{ dataClasses: one([null, ['none'], ['personal'], ['cardholder']] as const), internal: null },
      ...{ environment: one([null, 'production', 'staging'] as const) },
    }
    return keep({ kind: 'app-tag', key: id, content } as AnyRecordChange)
  }
  const content = way === 'swap' ? one(there).content : null
  return keep({ kind, key, content } as AnyRecordChange)
}

describe('judging again', () => {
  it('judges everything the first time, and nothing but work when nothing changed', async () => {
    const first = await run()
    expect([first.judged, first.checks]).toEqual([CHECKS.length, CHECKS.length])
    const results = stored()
    const again = await run()
    expect(again.judged).toBeLessThan(10)
    expect(stored()).toEqual(results)
    expect(afresh()).toEqual(results)
    expect((await run({ all: true })).judged).toBe(CHECKS.length)
    expect(stored()).toEqual(results)
  })

  it.each([1, 2, 3])(
    'after any one change gives what judging everything gives, seed %i',
    async (seed) => {
      const random = randomFrom(seed)
      const acts: number[] = []
      const judged: number[] = []
      const changed = new Set<string>()
      for (let n = 0; n < 12; n++) {
        const before = stored()
        const what = changeOne(random, acts)
        const summary = await run()
        judged.push(summary.judged)
        const results = stored()
        if (JSON.stringify(results) !== JSON.stringify(before)) changed.add(what)
        expect(afresh(), what).toEqual(results)
        for (const answer of ANSWERS)
          expect(summary.answers[answer], what).toBe(results.filter((one) => one.answer === answer).length)
        expect(resultCounts(db, 1).checks).toBe(CHECKS.length)
        expect(isVerified(), what).toBe(true)
      }
      expect(Math.min(...judged)).toBeLessThan(CHECKS.length)
      expect(changed.size).toBeGreaterThan(3)
    },
    240_000,
  )

  it('tells which results rest on what was told before', async () => {
    const { ask } = askOf(db)
    await run()
    expect(await ask('check:outdated', {})).toEqual([])
    const [list] = recordsOf(db, 'list')
    const act = keepRecords(db, WHO, 'removed', [{ kind: 'list', key: list?.key ?? '', content: null }])
    const outdated = await ask('check:outdated', {})
    expect(outdated.length).toBeGreaterThan(0)
    expect(outdated.length).toBeLessThan(CHECKS.length / 2)
    undoRecords(db, act.act, WHO)
    await run()
    expect(await ask('check:outdated', {})).toEqual([])
  })
})
