import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eachItem } from '../../electron/core/store/evidence.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { CheckResult } from '../../shared/model/check.ts'
import type { EvidenceItem } from '../../shared/model/evidence.ts'
import { collectFrom, newLocker, ownFolder } from '../fakes/collected.ts'
import { askOf } from '../fakes/demo-told.ts'
import { type ByHand, TRACES, type Trace } from './by-hand.ts'
import { asking } from './demo-walk.ts'

const folder = ownFolder()
const db = newLocker(`${folder.path}/by-hand.locker`)
const core = askOf(db)
const told: string[] = []
let demo: Demo
let items: ReadonlyMap<string, readonly EvidenceItem[]>

beforeAll(async () => {
  demo = await startDemo({ events: 300 })
  await collectFrom(db, demo, demo.tokens.auditor)
  await core.ask('check:run', {})
  items = Map.groupBy(eachItem(db, 1), ({ topic }) => topic)
}, 180_000)

afterAll(async () => {
  closeLocker(db)
  await demo.close()
  folder.remove()
  const into = process.env.FOLLOWED_BY_HAND
  if (into) {
    mkdirSync(into, { recursive: true })
    writeFileSync(`${into}/followed-by-hand.md`, `${told.join('\n')}\n`)
  }
})

/** Whether everything that a person read stands in the content, deeply; a list has to be the same. */
function holds(content: unknown, read: unknown): boolean {
  if (typeof read !== 'object' || read === null) return content === read
  if (Array.isArray(read)) return JSON.stringify(content) === JSON.stringify(read)
  return (
    typeof content === 'object' &&
    content !== null &&
    Object.entries(read).every(([field, value]) => holds((content as Record<string, unknown>)[field], value))
  )
}

async function resultsOf(checkId: string): Promise<readonly CheckResult[]> {
  return (await core.ask('check:results', { checkId, limit: 1000 })).rows
}

/** Finds the one item that a raw fact became, and the results that rest on it. */
function follow({ topic }: Trace, fact: ByHand, results: readonly CheckResult[]) {
  const found = (items.get(topic) ?? []).filter(({ content }) => holds(content, fact.stored))
  expect([fact.path, fact.stored, found.length]).toEqual([fact.path, fact.stored, 1])
  const [item] = found as [EvidenceItem]
  return { item, resting: results.filter(({ evidence }) => evidence.includes(item.id)) }
}

describe('from a raw answer of Heroku to the control', () => {
  it.each(TRACES.map((trace) => [trace.check, trace] as const))('%s', async (check, trace) => {
    const [facts, results] = [await trace.read(asking(demo)), await resultsOf(check)]
    expect(facts.length).toBeGreaterThan(2)
    const judged = facts.filter(({ answer }) => answer !== null)
    expect(judged.length).toBeGreaterThan(2)
    for (const fact of facts) {
      const { resting } = follow(trace, fact, results)
      if (fact.answer === null) continue
      const about = [check, fact.path, fact.stored]
      expect([...about, [...new Set(resting.map(({ answer }) => answer))]]).toEqual([...about, [fact.answer]])
    }

    const [framework, control] = trace.control
    const detail = await core.ask('control:get', { framework, control })
    const counts = detail.state.checks.find((one) => one.check === check)?.counts
    expect(counts?.fail).toBe(results.filter(({ answer }) => answer === 'fail').length)
    expect(counts?.pass).toBe(results.filter(({ answer }) => answer === 'pass').length)
    expect(detail.mappings.some(({ topic }) => topic === trace.topic)).toBe(true)
    if (counts?.fail) expect(detail.state.status).toBe('exception')

    const shown = judged.find(({ answer }) => answer === 'fail') ?? judged[0]
    if (!shown) return
    const { item, resting } = follow(trace, shown, results)
    told.push(
      `| ${check} | GET ${shown.path} | ${JSON.stringify(shown.stored)} | E-${item.id} ${item.topic} | ${resting[0]?.answer}: ${resting[0]?.reason} | ${framework} ${control}: ${detail.state.status}, ${counts?.fail} fail, ${counts?.pass} pass | ${facts.length} |`,
    )
  })

  it('follows ten checks of ten groups', () => {
    expect(new Set(TRACES.map(({ check }) => check.slice(0, 3))).size).toBe(10)
  })
})
