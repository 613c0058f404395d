import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crosswalkHandlers } from '../../../../electron/core/handlers/crosswalk.ts'
import { frameworkHandlers } from '../../../../electron/core/handlers/framework.ts'
import type { Deps } from '../../../../electron/core/handlers/handler.ts'
import { mappingHandlers } from '../../../../electron/core/handlers/mapping.ts'
import { translationHandlers } from '../../../../electron/core/handlers/translation.ts'
import { decidedMappings } from '../../../../electron/core/store/mappings.ts'
import { closeLocker } from '../../../../electron/core/store/open.ts'
import { keepRecords, recordOf } from '../../../../electron/core/store/records.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import type { FrameworkId } from '../../../../shared/model/engagement.ts'
import type { Topic } from '../../../../shared/model/topic.ts'
import { hostOf } from '../../../fakes/collected.ts'
import { testLocker } from '../../../fakes/locker.ts'

let deps: Deps
beforeEach(() => {
  deps = { db: testLocker().db, host: hostOf('', ''), now: () => new Date('2026-11-21T10:00:00Z') }
})
afterEach(() => closeLocker(deps.db))

const decide = (framework: FrameworkId, control: string, topic: Topic, decision: 'confirmed' | 'rejected') =>
  mappingHandlers['mapping:decide'](deps, {
    keys: [{ framework, control, topic, subjectId: null }],
    decision,
    rationale: 'Seen.',
  })

const own = () =>
  keepRecords(deps.db, { at: '2026-11-21T10:00:00Z', actor: 'ana' }, 'own', [
    {
      kind: 'own-framework',
      key: 'own-acme',
      content: {
        title: 'Acme controls',
        version: '3',
        source: '',
        controls: [
          {
            id: 'AC-1',
            parent: null,
            title: 'Second factor',
            says: '',
            through: [{ framework: 'soc2-2017', control: 'CC6.1' }],
          },
        ],
      },
    },
  ])

describe('the frameworks of an engagement', () => {
  it('are listed with totals; those it works with can be chosen and taken back', () => {
    const list = () => frameworkHandlers['framework:list'](deps)
    expect(list()).toHaveLength(11)
    expect(
      list()
        .filter(({ chosen }) => chosen)
        .map(({ id }) => id),
    ).toEqual(['soc2-2017'])
    frameworkHandlers['framework:choose'](deps, { frameworks: ['hipaa', 'csa-caiq-4.1.0', 'hipaa'] })
    expect(
      list()
        .filter(({ chosen }) => chosen)
        .map(({ id }) => id),
    ).toEqual(['hipaa', 'csa-caiq-4.1.0'])
    expect(list().find(({ id }) => id === 'csa-caiq-4.1.0')?.counts.requirements).toBe(283)
  })

  it('can be one’s own, which is mapped by the shipped controls that it names', () => {
    own()
    expect(frameworkHandlers['framework:list'](deps).at(-1)).toMatchObject({ id: 'own-acme', chosen: false })
    frameworkHandlers['framework:choose'](deps, { frameworks: ['own-acme'] })
    decide('own-acme', 'AC-1', 'member-mfa', 'confirmed')
    const mappings = mappingHandlers['mapping:list'](deps, { framework: 'own-acme' })
    expect(mappings.find(({ topic }) => topic === 'member-mfa')?.decision).toBe('confirmed')
    frameworkHandlers['framework:remove'](deps, { id: 'own-acme' })
    expect(() => mappingHandlers['mapping:list'](deps, { framework: 'own-acme' })).toThrow(
      /no framework own-acme/,
    )
    expect(() => frameworkHandlers['framework:choose'](deps, { frameworks: ['own-acme'] })).toThrow(
      /own-acme/,
    )
  })
})

describe('the page of a control', () => {
  const get = (framework: FrameworkId, control: string) =>
    mappingHandlers['control:get'](deps, { framework, control, collectionId: null })

  it('tells what confirmed mappings of other frameworks imply', () => {
    decide('iso27001-2022', 'A.5.17', 'member-mfa', 'confirmed')
    decide('hipaa', '164.312(d)', 'member-mfa', 'rejected')
    const { implied } = get('soc2-2017', 'CC6.1')
    expect(implied).toEqual([
      expect.objectContaining({
        framework: 'iso27001-2022',
        control: 'A.5.17',
        topic: 'member-mfa',
        near: false,
      }),
    ])
    expect(get('soc2-2017', 'CC9.1').implied).toEqual([])
  })

  it('puts first what it takes its mappings from', () => {
    decide('hipaa', '164.312(d)', 'member-mfa', 'confirmed')
    decide('csa-ccm-4.0.13', 'IAM-14', 'member-mfa', 'confirmed')
    expect(get('csa-ccm-4.1.0', 'IAM-13').implied.map(({ control, near }) => [control, near])).toEqual([
      ['IAM-14', true],
      ['164.312(d)', false],
    ])
  })
})

describe('from CCM 4.0 to 4.1', () => {
  const pair = { from: 'csa-ccm-4.0.13', to: 'csa-ccm-4.1.0' } as const

  it('tells what a person must look at', () => {
    const rows = translationHandlers['framework:translation'](deps, pair)
    expect(rows).toHaveLength(197)
    expect(rows.find(({ from }) => from === 'IAM-12')).toMatchObject({ to: null, look: true })
    expect(rows.find(({ from }) => from === 'IAM-14')).toMatchObject({ to: 'IAM-13', look: false })
    expect(rows.find(({ from }) => from === 'IAM-15')).toMatchObject({ to: 'IAM-14', look: true })
  })

  it('carries decisions over in one act that can be taken back, and not twice', async () => {
    decide('csa-ccm-4.0.13', 'IAM-14', 'member-mfa', 'confirmed')
    decide('csa-ccm-4.0.13', 'IVS-03', 'space-vpn', 'rejected')
    const { act, says } = translationHandlers['mapping:carry'](deps, pair)
    expect(says).toBe('2 decisions carried over from csa-ccm-4.0.13 to csa-ccm-4.1.0')
    const standing = () =>
      decidedMappings(deps.db, pair.to).map(({ control, decision }) => [control, decision])
    expect(standing()).toEqual(
      expect.arrayContaining([
        ['IAM-13', 'confirmed'],
        ['I&S-03', 'rejected'],
      ]),
    )
    expect(() => translationHandlers['mapping:carry'](deps, pair)).toThrow(/no decision .* is left/)
    mappingHandlers['mapping:undo'](deps, { act })
    expect(standing().every(([, decision]) => decision === 'suggested')).toBe(true)
    expect((await verifyLocker(deps.db)).firstBroken).toBeNull()
  })

  it('is refused between frameworks that have no translation', () => {
    const other = { from: 'hipaa', to: 'soc2-2017' } as const
    expect(() => translationHandlers['framework:translation'](deps, other)).toThrow(
      /no translation from hipaa/,
    )
  })
})

describe('changed suggestions', () => {
  it('are remembered at the first decision, told after an update, and gone once seen', () => {
    expect(crosswalkHandlers['mapping:updates'](deps)).toEqual([])
    decide('soc2-2017', 'CC6.1', 'member-mfa', 'confirmed')
    const seen = recordOf(deps.db, 'crosswalk-seen', 'seen')?.content
    if (!seen) throw new Error('nothing was remembered')
    const [first, ...others] = seen.rows
    if (!first) throw new Error('no rows')
    const older = [
      { ...first, control: 'X-1' },
      ...others.map((row, n) => (n === 0 ? { ...row, rationale: 'Old.' } : row)),
    ]
    keepRecords(deps.db, { at: '2026-01-01T00:00:00Z', actor: 'ana' }, 'an older app', [
      { kind: 'crosswalk-seen', key: 'seen', content: { appVersion: '0.0.1', rows: older } },
    ])
    const changes = crosswalkHandlers['mapping:updates'](deps).map(({ change }) => change)
    expect(changes.toSorted()).toEqual(['added', 'removed', 'reworded'])
    crosswalkHandlers['mapping:updates-seen'](deps)
    expect(crosswalkHandlers['mapping:updates'](deps)).toEqual([])
    const kept = decidedMappings(deps.db, 'soc2-2017').map(({ decision }) => decision)
    expect(kept).toEqual(['confirmed'])
  })
})
