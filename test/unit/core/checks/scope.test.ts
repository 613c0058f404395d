import { describe, expect, it } from 'vitest'
import { eachApp } from '../../../../electron/core/checks/facts/apps.ts'
import { saidBy, standing } from '../../../../electron/core/checks/facts/attestations.ts'
import { givenList } from '../../../../electron/core/checks/facts/lists.ts'
import { environments } from '../../../../electron/core/checks/facts/production.ts'
import { eachSpace } from '../../../../electron/core/checks/facts/spaces.ts'
import { dataClassesOf, handles, notTagged, tagsOf } from '../../../../electron/core/checks/facts/tags.ts'
import { eachTeam } from '../../../../electron/core/checks/facts/teams.ts'
import { pass } from '../../../../electron/core/checks/facts/verdict.ts'
import { productionInPipeline } from '../../../../electron/core/checks/pipelines.ts'
import { productionHasTwoDynos } from '../../../../electron/core/checks/web-dynos.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import { reading, viewOf } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, coupled, ref, SHOP, space, team } from '../../../fakes/planted.ts'
import { attested, listGiven, narrowedTo, tagged } from '../../../fakes/told.ts'

describe('the scope of an engagement', () => {
  const items = [
    app('shop'),
    app('pay', { space: { ...ref('space', 'payments'), shield: true } }),
    app('blog', { team: ref('team', 'marketing') }),
    app('mine', { team: null }),
  ]
  const judged = (scope: Parameters<typeof narrowedTo>[0] | null) =>
    [
      ...eachApp(viewOf({ items, records: scope ? [narrowedTo(scope)] : [] }), function* (one) {
        yield pass(one, 'In.', [one])
      }),
    ].map(({ subject, answer }) => `${subject} ${answer === 'pass'}`)

  it.each<readonly [string, Parameters<typeof narrowedTo>[0] | null, readonly string[]]>([
    ['is everything until a person narrows it', null, ['shop', 'pay', 'blog', 'mine']],
    ['may be teams: personal apps are in none', { teams: [ref('team', 'core')] }, ['shop', 'pay']],
    ['may be spaces: apps of the Common Runtime stay in', { spaces: [] }, ['shop', 'blog', 'mine']],
    [
      'may be apps, by name or id',
      {
        apps: [
          { id: 'x', name: 'blog' },
          { id: 'app:pay', name: 'old' },
        ],
      },
      ['pay', 'blog'],
    ],
    ['is what all of them leave', { teams: [ref('team', 'core')], apps: [ref('app', 'blog')] }, []],
  ])('%s', (_, scope, inScope) => {
    expect(judged(scope)).toEqual(items.map(({ subject }) => `${subject} ${inScope.includes(subject)}`))
  })

  it('leaves teams and spaces out with a verdict of their own', () => {
    const records = [narrowedTo({ teams: [ref('team', 'core')] })]
    const view = viewOf({
      items: [
        space('payments'),
        space('other', { team: ref('team', 'marketing') }),
        team('core'),
        team('marketing'),
      ],
      readings: [
        reading('team-invitations', 'team', 'core'),
        reading('team-invitations', 'team', 'marketing'),
      ],
      records,
    })
    const spaces = [
      ...eachSpace(view, function* (one) {
        yield pass(one, 'In.', [one])
      }),
    ]
    expect(spaces.map(({ subject, answer }) => [subject, answer])).toEqual([
      ['payments', 'pass'],
      ['other', 'not-applicable'],
    ])
    const teams = [
      ...eachTeam(
        view,
        'team-invitations',
        () => null,
        function* (one) {
          yield pass(one, 'In.')
        },
      ),
    ]
    expect(teams.map(({ subject, answer }) => [subject, answer])).toEqual([
      ['core', 'pass'],
      ['marketing', 'not-applicable'],
    ])
  })
})

judges(productionInPipeline, {
  'the tag of a person counts before the stage': {
    given: {
      items: [...SHOP, app('loose'), app('tool'), app('early'), coupled('early', 'staging')],
      records: [
        tagged('shop', { environment: 'production' }),
        tagged('loose', { environment: 'production' }),
        tagged('tool', { environment: 'test' }),
        tagged('early', { environment: 'production' }),
      ],
    },
    answers: [
      ['shop', 'pass', /as tagged/],
      ['shop-staging', 'not-applicable'],
      ['loose', 'fail', /tagged as production and in no pipeline/],
      ['tool', 'not-applicable', /tagged as test/],
      ['early', 'fail', /coupled at stage staging/],
    ],
  },
})

judges(productionHasTwoDynos, {
  'a tagged app is production without any pipeline': {
    given: {
      items: [app('shop')],
      readings: [reading('pipelines-promotions', 'account', '~'), reading('dyno-tier', 'app', 'shop')],
      records: [tagged('shop', { environment: 'production' })],
    },
    answers: [['shop', 'not-applicable', /no process/]],
  },
})

describe('what people told', () => {
  it('a tag without environment leaves the word to the pipeline', () => {
    const view = viewOf({ items: SHOP, records: [tagged('shop', { owner: 'Ana' })] })
    expect(environments(view, Policy.parse({}))('app:shop')).toMatchObject({
      kind: 'production',
      by: 'stage',
    })
  })

  it('classes of data: nobody said, none, some', () => {
    const view = viewOf({
      records: [
        tagged('blank', { owner: 'Ana' }),
        tagged('none', { dataClasses: ['none'] }),
        tagged('pay', { dataClasses: ['cardholder', 'personal'] }),
      ],
    })
    const tagOf = tagsOf(view)
    expect(['app:x', 'app:blank', 'app:none', 'app:pay'].map((id) => dataClassesOf(tagOf(id)))).toEqual([
      null,
      null,
      [],
      ['cardholder', 'personal'],
    ])
    expect(handles(tagOf('app:pay'), ['phi', 'cardholder'])).toEqual(['cardholder'])
    expect(['app:blank', 'app:none', 'app:pay'].map((id) => notTagged(tagOf(id)))).toEqual([
      'Nobody said what data the app handles.',
      'The app is tagged as handling none of these classes of data.',
      'The app is tagged with cardholder data and personal data only.',
    ])
  })

  it('an empty list is a list', () => {
    const view = viewOf({ records: [listGiven('leavers', [])] })
    expect(givenList(view, 'leavers')?.rows).toEqual([])
    expect(givenList(view, 'leavers')?.called).toBe('the list of leavers that Ana gave on 2026-11-21')
    expect(givenList(view, 'log-hosts')).toBeNull()
  })

  it('a statement settles a question while it holds', () => {
    const records = [
      attested('dataclips'),
      attested('mtls', { until: '2026-02-01' }),
      attested('third-party-oauth-restriction', { subject: 'acme', documentId: 7 }),
    ]
    const view = viewOf({ records })
    const current = standing(view, 'third-party-oauth-restriction', 'acme')
    expect('stated' in current && saidBy(current.stated)).toBe(
      'Ana stated it on 2026-01-01, until 2026-12-31, with document D-7',
    )
    expect(standing(view, 'dataclips')).toHaveProperty('stated')
    expect(standing(view, 'mtls')).toEqual({
      missing:
        'The statement on “Mutual TLS settings are listed” by Ana holds from 2026-01-01 to 2026-02-01 only.',
    })
    expect(standing(view, 'third-party-oauth-restriction')).toEqual({
      missing: 'Nobody made a statement on “Restriction of third-party OAuth”.',
    })
  })
})
