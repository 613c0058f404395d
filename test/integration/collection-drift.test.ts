import { expect, it, onTestFinished } from 'vitest'
import { driftIsExplained } from '../../electron/core/checks/drift.ts'
import { judgeOne } from '../../electron/core/checks/run.ts'
import { changesHandlers } from '../../electron/core/handlers/changes.ts'
import { evidenceView } from '../../electron/core/handlers/evidence-view.ts'
import { itemsOf } from '../../electron/core/store/evidence.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { keepRecords } from '../../electron/core/store/records.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { Policy } from '../../shared/model/policy.ts'
import { collectFrom, newLocker, ownFolder } from '../fakes/collected.ts'

const QUERY = { from: null, to: null, topic: null, kinds: null, after: null, limit: 1000 }

it('finds what an organisation changed between two collections, and nothing where it changed nothing', async () => {
  const folder = ownFolder()
  const db = newLocker(`${folder.path}/a.locker`)
  const running: Demo[] = []
  const start = async (apps: number, port: number) => {
    const demo = await startDemo({ apps, port, people: 12, events: 50, months: 1 })
    running.push(demo)
    return demo
  }
  onTestFinished(async () => {
    closeLocker(db)
    await Promise.all(running.map((demo) => demo.close()))
    folder.remove()
  })
  const judge = (id: number) => judgeOne(driftIsExplained, evidenceView(db, id), Policy.parse({}))
  const answers = (id: number) => new Set(judge(id).map(({ answer }) => answer))

  const before = await start(6, 0)
  const first = await collectFrom(db, before, before.tokens.auditor)
  expect(answers(first.collection.id)).toEqual(new Set(['not-applicable']))

  const same = await collectFrom(db, before, before.tokens.auditor)
  expect(judge(same.collection.id)).toMatchObject([{ answer: 'pass', reason: /as collection 1 saw them/ }])

  const { port } = new URL(before.apiUrl)
  await before.close()
  running.length = 0
  const after = await start(8, Number(port))
  const { collection } = await collectFrom(db, after, after.tokens.auditor)
  expect(answers(collection.id)).toEqual(new Set(['not-evaluated']))

  const deps = { db, host: {} as never, now: () => new Date() }
  const told = await changesHandlers['collection:compare'](deps, QUERY)
  const apps = told.topics.find(({ topic }) => topic === 'app-inventory')
  expect(apps).toMatchObject({ added: 2, removed: 0, unchanged: 6 })
  const added = told.rows.filter(({ topic, kind }) => topic === 'app-inventory' && kind === 'added')
  const drift = itemsOf(db, collection.id, 'drift-between-periods')
  for (const { subject } of added) expect(drift.map((item) => item.subject)).toContain(subject)
  for (const { content } of drift) if (content.of === 'difference') expect(content.topic).not.toBe('releases')

  const reason = { reason: 'two apps for the new warehouse', reference: null, person: null, on: null }
  const rows = added.map(({ subject }) => ({ kind: 'drift' as const, subject, ...reason }))
  const source = { how: 'typed' as const, file: null, sha256: null }
  const content = { kind: 'explanations' as const, suppliedBy: 'Ana', source, rows }
  keepRecords(db, { at: '2026-11-21T00:00:00Z', actor: 'ana@laptop' }, 'explained', [
    { kind: 'list', key: 'explanations', content },
  ])
  const judged = judge(collection.id)
  for (const { subject } of added)
    expect(judged.filter((one) => one.subject === subject).map(({ answer }) => answer)).toContain('pass')
  expect(judged.some(({ answer }) => answer === 'fail')).toBe(true)
  expect((await verifyLocker(db)).firstBroken).toBeNull()
}, 60_000)
