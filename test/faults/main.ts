/**
 * The fault matrix: collects from a Heroku in the box through a layer that misbehaves, and tells how each trial
 * ended. `npm run faults:heroku -- --seed S [--runs 20] [--only FAULT,…] [--apps N]
 * [--months N] [--json]`. Exit code 1 where a trial ended as none may.
 */
import { parseArgs } from 'node:util'
import { startDemo } from '../../electron/demo/start.ts'
import { FAULTS, NEVER, TRIAL_ORGANISATION } from './index.ts'
import { referenceOf, runTrial } from './run.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20' },
    only: { type: 'string' },
    apps: { type: 'string', default: String(TRIAL_ORGANISATION.apps) },
    months: { type: 'string', default: String(TRIAL_ORGANISATION.months) },
    json: { type: 'boolean', default: false },
  },
})
const runs = Math.max(1, Number(values.runs))
const wanted = values.only?.split(',')
const chosen = FAULTS.filter(({ id }) => wanted?.includes(id) ?? true)
if (chosen.length === 0) throw new Error(`no such fault; there are ${FAULTS.map(({ id }) => id).join(', ')}`)

const [apps, months] = [Number(values.apps), Number(values.months)]
const demo = await startDemo({ ...TRIAL_ORGANISATION, apps, months, events: 100 * months })
const reference = await referenceOf(demo)
const matrix = []
for (const { id, says, ...fault } of chosen) {
  const began = performance.now()
  const outcomes: Record<string, number> = {}
  const bad: { readonly seed: string; readonly outcome: string; readonly says: string }[] = []
  let example = ''
  let struck = 0
  for (let n = 0; n < runs; n++) {
    const seed = `${values.seed}/${n}`
    const trial = await runTrial(demo, { id, says, ...fault }, seed, reference)
    outcomes[trial.outcome] = (outcomes[trial.outcome] ?? 0) + 1
    if (trial.struck) struck++
    if (NEVER.has(trial.outcome)) bad.push({ seed, ...trial })
    else if (trial.says !== 'nothing is missing') example = trial.says
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10
  if (struck === 0 && id !== 'none')
    bad.push({ seed: values.seed, outcome: 'NOT TRIED', says: 'the fault met none of the collections' })
  matrix.push({ fault: id, says, runs, struck, outcomes, seconds, example, bad })
  const told = Object.entries(outcomes).map(([outcome, count]) => `${count} × ${outcome}`)
  process.stderr.write(`${id.padEnd(20)} ${told.join(', ')} (met ${struck} of ${runs}, ${seconds} s)\n`)
  for (const one of bad) process.stderr.write(`  seed ${one.seed}: ${one.outcome}: ${one.says}\n`)
}
await demo.close()
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ seed: values.seed, evidence: reference.evidence.size, matrix }, null, 2)}\n`,
  )
process.exitCode = matrix.some(({ bad }) => bad.length > 0) ? 1 : 0
