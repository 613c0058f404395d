import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { FAULTS, NEVER, TRIAL_ORGANISATION } from '../faults/index.ts'
import type { Reference } from '../faults/judgement.ts'
import { referenceOf, runTrial } from '../faults/run.ts'

/** Faults that wait by their nature; the matrix (`npm run faults:heroku`) runs them. */
const SLOW = new Set([
  'drip',
  'oversized',
  'oversized-json',
  'gzip-bomb',
  'gzip-bomb-events',
  'archive-lengthy',
])

let demo: Demo
let reference: Reference

beforeAll(async () => {
  demo = await startDemo(TRIAL_ORGANISATION)
  reference = await referenceOf(demo)
}, 60_000)
afterAll(() => demo.close())

describe('a collection under a fault', () => {
  it('has evidence to compare with', () => {
    expect(reference.evidence.size).toBeGreaterThan(500)
  })

  it.each(FAULTS.filter(({ id }) => !SLOW.has(id)).map((fault) => [fault.id, fault] as const))(
    '%s ends in a complete locker or tells what is missing',
    async (_id, fault) => {
      const { outcome, says } = await runTrial(demo, fault, 'test', reference)
      expect([NEVER.has(outcome), outcome, says]).toEqual([false, outcome, says])
    },
    100_000,
  )
})
