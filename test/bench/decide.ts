/**
 * How long the desk work takes in a large locker: `decide.ts [APPS] [EVENTS] [LOCKER]`, as `judge.ts` makes it. A
 * thousand mappings decided and taken back, the largest framework opened with its evidence, a sample of 60 drawn
 * from all events, a sample drawn again, a review of access opened.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { USUAL_FRAMEWORKS } from '../../shared/model/engagement.ts'
import { KEY } from '../fakes/collected.ts'
import { askOf } from '../fakes/demo-told.ts'

const [apps = '4000', events = '1000000', kept = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'bench-decide-'))
const file = kept || join(folder, 'bench.locker')
const FRAMEWORK = 'csa-caiq-4.1.0'

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const answer = await work()
  console.log(`${what.padEnd(60)} ${(performance.now() - began).toFixed(0).padStart(7)} ms`)
  return answer
}

try {
  if (!existsSync(file))
    execFileSync(process.execPath, [join(import.meta.dirname, 'judged-locker.ts'), file, apps, events])
  const db = openLocker(file, KEY)
  const { ask } = askOf(db)
  if ((await ask('check:tally', {})).length === 0) await ask('check:run', {})
  const shipped = (
    await Promise.all(USUAL_FRAMEWORKS.map((framework) => ask('mapping:list', { framework })))
  ).flat()
  // Those that are missing to a thousand are words about single items.
  const keys = [...shipped, ...shipped.map((one, n) => ({ ...one, subjectId: `item ${n}` }))]
    .slice(0, 1000)
    .map(({ framework, control, topic, subjectId }) => ({ framework, control, topic, subjectId }))
  const decide = () => ask('mapping:decide', { keys, decision: 'confirmed', rationale: 'Read' })
  for (const round of ['first', 'second']) {
    const { act } = await timed(`${round}: ${keys.length} mappings decided`, decide)
    await timed(`${round}: taken back`, () => ask('mapping:undo', { act }))
  }
  for (const round of ['first', 'second', 'third']) {
    const controls = await timed(`${round}: ${FRAMEWORK} opened`, () =>
      ask('framework:controls', { framework: FRAMEWORK }),
    )
    const control = controls.find(({ topics }) => topics.length > 0)?.control.id ?? ''
    await timed(`${round}: ${control} of ${controls.length} opened`, () =>
      ask('control:get', { framework: FRAMEWORK, control }),
    )
  }
  const population = { of: 'events' as const, collectionId: 1, filter: {} }
  const draw = (method: 'random' | 'systematic') => () =>
    ask('sample:draw', { name: 'Bench', population, method, size: 60, drawnBy: 'bench' })
  const { id, sample } = await timed('60 of all events drawn at random', draw('random'))
  console.log(`  of ${sample.count}`)
  await timed('60 of all events drawn systematically', draw('systematic'))
  await timed('drawn again', () => ask('sample:repeat', { id }))
  await timed('a review of access opened', () =>
    ask('access-review:open', { title: 'Bench', reviewer: 'Ben' }),
  )
  console.log(`load ${loadavg()[0]?.toFixed(1)}`)
  closeLocker(db)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
