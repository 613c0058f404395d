import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECKS } from '../../electron/core/checks/index.ts'
import { judgeOne } from '../../electron/core/checks/run.ts'
import { evidenceView } from '../../electron/core/handlers/evidence-view.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { policyOf } from '../../electron/core/store/policy.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { Answer, Verdict } from '../../shared/model/check.ts'
import { collectFrom, newLocker, ownFolder } from '../fakes/collected.ts'
import { tellDemo } from '../fakes/demo-told.ts'

const README = join(import.meta.dirname, '../../electron/demo/README.md')
const ANSWERS: readonly Answer[] = ['pass', 'fail', 'not-applicable', 'not-evaluated']

interface Claim {
  readonly check: string
  readonly answer: Answer
  readonly subject: string
  /** Another token, or `clock`. */
  readonly under: string
}

/** What the table of the demo's README says. */
const claims: readonly Claim[] = readFileSync(README, 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]{3}-\d\d \|/.test(line))
  .flatMap((line) => {
    const [check = '', ...cells] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    return ANSWERS.flatMap((answer, i) => {
      const [, subject = '', under = 'auditor'] = /^(.*?)(?: \[(.*)\])?$/.exec(cells[i] ?? '') ?? []
      return subject === '' || subject === '–' ? [] : [{ check, answer, subject, under }]
    })
  })

const folder = ownFolder()
const demos: Demo[] = []
const verdicts = new Map<string, ReadonlyMap<string, readonly Verdict[]>>()

async function judged(under: string): Promise<ReadonlyMap<string, readonly Verdict[]>> {
  const demo = await startDemo({ events: 500, ...(under === 'clock' ? { clockOffsetMs: 300_000 } : {}) })
  demos.push(demo)
  const db = newLocker(join(folder.path, `${under}.locker`))
  try {
    const token = under === 'clock' ? demo.tokens.auditor : Reflect.get(demo.tokens, under)
    const { collection } = await collectFrom(db, demo, String(token))
    const state = under === 'global' ? 'neglected' : 'kept'
    await tellDemo(db, demo, collection.id, state)
    const view = evidenceView(db, collection.id)
    return new Map(CHECKS.map((check) => [check.id, judgeOne(check, view, policyOf(db))]))
  } finally {
    closeLocker(db)
  }
}

beforeAll(async () => {
  for (const under of new Set(claims.map((claim) => claim.under))) verdicts.set(under, await judged(under))
}, 180_000)
afterAll(async () => {
  await Promise.all(demos.map((demo) => demo.close()))
  folder.remove()
})

/** True when a verdict is about the named thing: by its own name, or as an add-on of the named app. */
function about(verdict: Verdict, name: string): boolean {
  const addon = demos[0]?.organisation.find.addon.get(verdict.subject)
  return addon ? addon.app.name === name : verdict.subject.includes(name)
}

/** Checks that need a second collection, or of what people do with the locker afterwards: `testing-work.test.ts` and tests of their own hold them. */
const OF_WORK: ReadonlySet<string> = new Set([
  'ACC-07',
  'ACC-08',
  'LOG-10',
  'LOG-11',
  'EVD-04',
  'EVD-08',
  'EVD-09',
  'EVD-10',
  'PLT-08',
])

describe('the cast of the demo', { timeout: 60_000 }, () => {
  it('has a line for every check that is implemented', () => {
    const told = new Set(claims.map((claim) => claim.check))
    expect(CHECKS.map((check) => check.id).filter((id) => !told.has(id) && !OF_WORK.has(id))).toEqual([])
  })

  it('every subject that the README names gets the answer that it says', () => {
    const wrong = claims.filter(({ check, answer, subject, under }) => {
      const answers = verdicts.get(under)?.get(check) ?? []
      return !answers.some((verdict) => verdict.answer === answer && about(verdict, subject))
    })
    expect(wrong).toEqual([])
  })

  it('every check but those of the evidence itself both passes and fails for somebody', () => {
    const both = CHECKS.filter(({ id }) => !id.startsWith('EVD-') && !OF_WORK.has(id)).filter((check) => {
      const all = [...verdicts.values()].flatMap((answers) => answers.get(check.id) ?? [])
      return !all.some(({ answer }) => answer === 'pass') || !all.some(({ answer }) => answer === 'fail')
    })
    expect(both.map((check) => check.id)).toEqual([])
  })
})
