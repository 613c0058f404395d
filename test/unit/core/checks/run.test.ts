import { describe, expect, it } from 'vitest'
import { pass } from '../../../../electron/core/checks/facts/verdict.ts'
import { judgeAll, judgeOne } from '../../../../electron/core/checks/run.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import { checkThat, viewOf } from '../../../fakes/evidence.ts'

const policy = Policy.parse({})
const fine = checkThat(() => [pass({ subject: 'a', subjectId: 'a' }, 'It is fine.')], { id: 'TST-02' })

describe('the runner', () => {
  it('turns a check that throws half-way into one not-evaluated verdict and goes on', () => {
    const broken = checkThat(function* () {
      yield pass({ subject: 'a', subjectId: 'a' }, 'It is fine.')
      throw new TypeError('content is not as expected')
    })
    const results = [...judgeAll(viewOf(), policy, [broken, fine])].flat()
    expect(results.map((r) => [r.checkId, r.answer])).toEqual([
      ['TST-01', 'not-evaluated'],
      ['TST-02', 'pass'],
    ])
    expect(results[0]?.reason).toMatch(/check itself failed .*TypeError: content is not as expected/)
  })

  it('never lets a check stay silent', () => {
    expect(
      judgeOne(
        checkThat(() => []),
        viewOf(),
        policy,
      ),
    ).toMatchObject([{ answer: 'not-evaluated' }])
  })

  it('does not ask a check whose topics were not collected', () => {
    const asked = checkThat(
      () => {
        throw new Error('asked')
      },
      { needs: ['releases', 'app-lock'] },
    )
    const view = viewOf({ collection: { topics: ['releases'] } })
    expect(judgeOne(asked, view, policy)).toMatchObject([
      { answer: 'not-evaluated', reason: 'This collection did not read app-lock.' },
    ])
  })

  it('says how far it is after each check', () => {
    const heard: unknown[] = []
    for (const results of judgeAll(viewOf(), policy, [fine, fine], (p) => heard.push(p)))
      expect(results).toHaveLength(1)
    expect(heard).toEqual([
      { done: 1, of: 2 },
      { done: 2, of: 2 },
    ])
  })
})
