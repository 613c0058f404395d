import {
  authorIsNotApprover,
  releasesHaveChangeRecord,
} from '../../../../electron/core/checks/change-tickets.ts'
import { rollbacksAreExplained } from '../../../../electron/core/checks/rollbacks.ts'
import { denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { ref, release, SHOP } from '../../../fakes/planted.ts'
import { listGiven } from '../../../fakes/told.ts'

const staging = ['shop-staging', 'not-applicable'] as const
const read = [reading('releases', 'app', 'shop'), reading('releases', 'app', 'shop-staging')]
const ana = { id: 'user:ana', email: 'ana@acme.example' }

function deployed(version: number, at: string, more: object = {}): Planted {
  return release('shop', version, {
    description: 'Deploy a1b2c3d',
    created_at: `${at}T10:00:00Z`,
    user: ana,
    ...more,
  })
}

const built = (version: number, commit: string): Planted =>
  item('builds-slugs', `build of v${version}`, {
    of: 'build',
    id: `build:${version}`,
    app: ref('app', 'shop'),
    status: 'succeeded',
    stack: 'heroku-24',
    user: ana,
    buildpacks: [],
    source_checksum: null,
    source_version: commit,
    slug: null,
    release: `release:shop/${version}`,
    created_at: '2026-05-01T09:00:00Z',
  })

const vendor = deployed(9, '2026-05-09', {
  description: 'Update DATABASE by heroku-postgresql',
  user: { id: 'v', email: 'heroku-postgresql@addons.heroku.com' },
})
const tickets = (...rows: object[]) =>
  listGiven(
    'change-tickets',
    rows.map((row) => ({ app: 'shop', ...row })),
  )

judges(releasesHaveChangeRecord, {
  'by number, by commit of the build, by commit or reference in the description, by day; a vendor’s is set aside':
    {
      given: {
        items: [
          ...SHOP,
          deployed(1, '2026-05-01', { description: 'Add things' }),
          deployed(2, '2026-05-02', { description: 'Deploy' }),
          built(2, '4F9D2C1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'),
          deployed(3, '2026-05-03', { description: 'Deploy 77aa88b' }),
          deployed(4, '2026-05-04', { description: 'Set X config vars (CHG-40)' }),
          deployed(5, '2026-05-05', { description: 'Attach' }),
          deployed(6, '2025-05-05'),
          vendor,
        ],
        readings: read,
        records: [
          tickets(
            { reference: 'CHG-10', release: 1 },
            { reference: 'CHG-20', commit: '4f9d2c1' },
            { reference: 'CHG-30', commit: '77AA88B9000000000000000000000000000000000' },
            { reference: 'CHG-40' },
            { reference: 'CHG-50', on: '2026-05-05' },
          ),
        ],
      },
      answers: [
        [
          'shop',
          'pass',
          /5 releases, each with a record .* 1 release by Heroku or add-on providers set aside/,
        ],
        staging,
      ],
    },
  'unmatched on both sides': {
    given: {
      items: [...SHOP, deployed(1, '2026-05-01'), deployed(2, '2026-05-02')],
      readings: read,
      records: [
        tickets(
          { reference: 'CHG-1', release: 1 },
          { reference: 'CHG-4', release: 4, on: '2026-06-01' },
          { reference: 'CHG-5', release: 5, on: '2025-06-01' },
          { reference: 'CHG-6', commit: 'a1b2' },
        ),
      ],
    },
    answers: [
      ['shop', 'fail', /1 of 2 releases without a record: v2; 2 records without a release: CHG-4 and CHG-6/],
      staging,
    ],
  },
  'a reference is a word of its own': {
    given: {
      items: [...SHOP, deployed(1, '2026-05-01', { description: 'Deploy for CHG-12' })],
      readings: read,
      records: [tickets({ reference: 'CHG-1' })],
    },
    answers: [['shop', 'fail'], staging],
  },
  'only a vendor released; an app that nobody knows': {
    given: {
      items: [...SHOP, vendor],
      readings: read,
      records: [tickets({ reference: 'CHG-1', app: 'shopp' })],
    },
    answers: [
      ['shop', 'not-applicable', /Nobody made a release/],
      staging,
      ['shopp', 'not-evaluated', /does not know/],
    ],
  },
  'releases that were refused': {
    given: { items: SHOP, readings: [denied('releases', 'app', 'shop')], records: [tickets()] },
    answers: [['shop', 'not-evaluated'], staging],
  },
  'no list': {
    given: { items: [...SHOP, deployed(1, '2026-05-01')], readings: read },
    answers: [['whole collection', 'not-evaluated', /No list of change tickets/]],
  },
})

judges(authorIsNotApprover, {
  'somebody else approved': {
    given: {
      items: [...SHOP, deployed(1, '2026-05-01')],
      readings: read,
      records: [tickets({ reference: 'C-1', release: 1, approvedBy: 'ben@acme.example' })],
    },
    answers: [['shop', 'pass', /1 release, each approved by somebody else/], staging],
  },
  'the author approved, in another case': {
    given: {
      items: [...SHOP, deployed(1, '2026-05-01'), deployed(2, '2026-05-02')],
      readings: read,
      records: [
        tickets(
          { reference: 'C-1', release: 1, approvedBy: 'ANA@acme.example' },
          { reference: 'C-2', release: 2, approvedBy: 'ben@acme.example' },
        ),
      ],
    },
    answers: [['shop', 'fail', /1 of 2 releases approved by who made it: v1/], staging],
  },
  'the author and somebody else': {
    given: {
      items: [...SHOP, deployed(1, '2026-05-01')],
      readings: read,
      records: [
        tickets(
          { reference: 'C-1', release: 1, approvedBy: 'ana@acme.example' },
          { reference: 'C-2', release: 1, approvedBy: 'ben@acme.example' },
        ),
      ],
    },
    answers: [['shop', 'pass'], staging],
  },
  'a ticket without approver': {
    given: {
      items: [...SHOP, deployed(1, '2026-05-01')],
      readings: read,
      records: [tickets({ reference: 'C-1', release: 1 })],
    },
    answers: [['shop', 'not-evaluated', /1 of 1 release have no approver/], staging],
  },
  'no release, and no list': {
    given: { items: SHOP, readings: read, records: [tickets()] },
    answers: [['shop', 'not-applicable'], staging],
  },
  'no list': {
    given: { items: [...SHOP, deployed(1, '2026-05-01')], readings: read },
    answers: [['whole collection', 'not-evaluated']],
  },
})

const back = (version: number, at: string) => deployed(version, at, { description: 'Rollback to v1' })

judges(rollbacksAreExplained, {
  'by number, by day, not at all, before the period': {
    given: {
      items: [
        ...SHOP,
        back(3, '2026-05-03'),
        back(4, '2026-05-04'),
        back(5, '2025-05-05'),
        release('shop-staging', 6, {
          description: 'Rollback to v5',
          created_at: '2026-05-06T10:00:00Z',
        }),
      ],
      readings: read,
      records: [
        listGiven('explanations', [
          { kind: 'rollback', subject: 'Shop v3', reason: 'lost orders' },
          { kind: 'rollback', subject: 'shop', on: '2026-05-04', reason: 'slow' },
          { kind: 'transfer', subject: 'shop-staging v6', reason: 'x' },
        ]),
      ],
    },
    answers: [
      ['shop', 'pass', /2 rollbacks, explained/],
      ['shop-staging', 'fail', /Not explained: v6 of 2026-05-06/],
    ],
  },
  'nothing was rolled back; no list is needed for that': {
    given: { items: [...SHOP, deployed(1, '2026-05-01')], readings: read },
    answers: [
      ['shop', 'not-applicable'],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'no list, and releases that were refused': {
    given: {
      items: [...SHOP, back(3, '2026-05-03')],
      readings: [read[0] ?? denied('releases', 'app', 'shop'), denied('releases', 'app', 'shop-staging')],
    },
    answers: [
      ['shop', 'not-evaluated', /1 rollback: v3 of 2026-05-03\. No list of explanations/],
      ['shop-staging', 'not-evaluated'],
    ],
  },
})
