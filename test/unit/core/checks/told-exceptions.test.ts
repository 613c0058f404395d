import { addonInAppRegion } from '../../../../electron/core/checks/addon-regions.ts'
import { collaboratorsAreMembers } from '../../../../electron/core/checks/app-owners.ts'
import { noGlobalScope } from '../../../../electron/core/checks/authorizations.ts'
import { certificatesAreCaSigned } from '../../../../electron/core/checks/certificates.ts'
import { failedReleasesFollowedUp } from '../../../../electron/core/checks/release-records.ts'
import { restoreTested } from '../../../../electron/core/checks/restore-tests.ts'
import {
  deployAndManageApart,
  enterpriseDutiesApart,
} from '../../../../electron/core/checks/separation-of-duties.ts'
import { spacesNotOpen } from '../../../../electron/core/checks/space-ranges.ts'
import { noSharedMembers } from '../../../../electron/core/checks/team-roles.ts'
import { daysAgo, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, collaborator, member, ref, release, SHOP, space } from '../../../fakes/planted.ts'
import { listGiven, narrowedTo, tagged } from '../../../fakes/told.ts'

const approval = (kind: string, subject: string, more: object = {}) => ({
  ...{ kind, subject, reason: 'too few people', approvedBy: 'Lead', on: '2026-01-05' },
  ...more,
})
const approvals = (...rows: object[]) => listGiven('approvals', rows)
const staging = ['shop-staging', 'not-applicable'] as const

judges(noSharedMembers, {
  'an account of a machine with an owner is accepted; another is not; a team out of scope is not asked': {
    given: {
      items: [
        member('CI@acme.example'),
        member('ops@acme.example'),
        member('dev@acme.example', { team: 'marketing' }),
      ],
      records: [
        listGiven('service-accounts', [{ email: 'ci@acme.example', owner: 'Ana' }]),
        narrowedTo({ teams: [ref('team', 'core')] }),
      ],
    },
    answers: [
      ['CI@acme.example in core', 'pass', /service account of Ana/],
      ['ops@acme.example in core', 'fail'],
    ],
  },
})

const people = reading('app-collaborators-permissions', 'app', 'shop')
const external = (email: string, more: object = {}) => ({ email, until: '2026-12-31', ...more })

judges(collaboratorsAreMembers, {
  'from outside and approved: for every app, for this one': {
    given: {
      items: [
        app('shop'),
        member('ana@acme.example'),
        ...['a@x.org', 'b@x.org'].map((email) => collaborator(email, 'shop', ['view'])),
      ],
      readings: [people],
      records: [
        listGiven('external-collaborators', [external('A@x.org'), external('b@x.org', { app: 'Shop' })]),
      ],
    },
    answers: [['shop', 'pass', /approved from outside: a@x\.org and b@x\.org/]],
  },
  'the time is over, or it is another app': {
    given: {
      items: [
        app('shop'),
        member('ana@acme.example'),
        ...['a@x.org', 'b@x.org'].map((email) => collaborator(email, 'shop', ['view'])),
      ],
      readings: [people],
      records: [
        listGiven('external-collaborators', [
          external('a@x.org', { until: '2026-11-20' }),
          external('b@x.org', { app: 'other' }),
        ]),
      ],
    },
    answers: [['shop', 'fail', /a@x\.org and b@x\.org/]],
  },
})

const both = collaborator('ana@acme.example', 'shop', ['deploy', 'manage'])

judges(deployAndManageApart, {
  'approved for the person': {
    given: {
      items: [...SHOP, both],
      readings: [people],
      records: [approvals(approval('deploy-and-manage', 'Ana@acme.example'))],
    },
    answers: [
      ['shop', 'pass', /1 person can both deploy and manage, approved by Lead on 2026-01-05/],
      staging,
    ],
  },
  'approved for the app': {
    given: {
      items: [...SHOP, both],
      readings: [people],
      records: [approvals(approval('deploy-and-manage', 'shop'))],
    },
    answers: [['shop', 'pass'], staging],
  },
  'approved for a time that is over, or for something else': {
    given: {
      items: [...SHOP, both],
      readings: [people],
      records: [
        approvals(
          approval('deploy-and-manage', 'shop', { until: '2026-11-20' }),
          approval('combined-duties', 'ana@acme.example'),
        ),
      ],
    },
    answers: [['shop', 'fail'], staging],
  },
})

judges(enterpriseDutiesApart, {
  approved: {
    given: {
      items: [
        item('enterprise-account-permissions', 'ana@acme.example', {
          id: 'e1',
          enterprise_account: 'acme',
          user: { id: 'user:ana', email: 'ana@acme.example' },
          permissions: ['manage', 'billing'],
        }),
      ],
      records: [approvals(approval('combined-duties', 'ana@acme.example'))],
    },
    answers: [['ana@acme.example', 'pass', /both manage and billing .*approved by Lead/]],
  },
})

judges(noGlobalScope, {
  'approved by description or id': {
    given: {
      items: ['by name', 'by id', 'not'].map((description) =>
        item('oauth-authorizations', description, {
          of: 'authorization',
          id: `authorization:${description}`,
          description,
          scope: ['global'],
          client: null,
          expires_in: 3600,
          has_refresh_token: false,
          has_session: false,
          is_collector: null,
          created_at: daysAgo(1),
          updated_at: daysAgo(1),
        }),
      ),
      records: [
        approvals(approval('global-scope', 'by name'), approval('global-scope', 'authorization:by id')),
      ],
    },
    answers: [
      ['by name', 'pass', /has global scope, approved by Lead/],
      ['by id', 'pass'],
      ['not', 'fail'],
    ],
  },
})

const rules = (name: string) =>
  item('space-trusted-ips', `${name} rules`, {
    id: `ruleset:${name}`,
    space: ref('space', name),
    current: true,
    created_at: daysAgo(30),
    created_by: null,
    rules: [{ action: 'allow', source: '0.0.0.0/0' }],
  })

judges(spacesNotOpen, {
  'open on purpose; open on purpose beside regulated data; open': {
    given: {
      items: [
        ...['web', 'mixed', 'open'].flatMap((name) => [space(name), rules(name)]),
        app('pay', { space: { ...ref('space', 'mixed'), shield: false } }),
      ],
      records: [
        approvals(approval('public-space', 'Web'), approval('public-space', 'mixed')),
        tagged('pay', { dataClasses: ['cardholder'] }),
      ],
    },
    answers: [
      ['web', 'pass', /Open to everybody by 0\.0\.0\.0\/0 since .*, approved by Lead/],
      ['mixed', 'fail', /pay in it handles regulated data, whatever was approved/],
      ['open', 'fail'],
    ],
  },
})

const released = reading('releases', 'app', 'shop')

judges(failedReleasesFollowedUp, {
  explained: {
    given: {
      items: [app('shop'), release('shop', 95), release('shop', 96, { status: 'failed' })],
      readings: [released],
      records: [
        listGiven('explanations', [{ kind: 'failed-release', subject: 'Shop v96', reason: 'given up' }]),
      ],
    },
    answers: [['shop', 'pass', /1 failed release, explained\./]],
  },
  'another one is explained': {
    given: {
      items: [app('shop'), release('shop', 95), release('shop', 96, { status: 'failed' })],
      readings: [released],
      records: [
        listGiven('explanations', [{ kind: 'failed-release', subject: 'shop v95', reason: 'given up' }]),
      ],
    },
    answers: [['shop', 'fail']],
  },
})

const tested = (more: object = {}) => ({
  ...{
    database: 'PG-1',
    on: '2026-09-12',
    source: 'backup b012',
    passed: true,
    checkedBy: 'Ana',
    reference: 'OPS-1',
  },
  ...more,
})
const database = [app('shop'), addon('pg-1', 'shop', 'heroku-postgresql:standard-0')]
const transfers = [reading('postgres-backups', 'app', 'shop')]

judges(restoreTested, {
  'a test that somebody recorded': {
    given: { items: database, readings: transfers, records: [listGiven('restore-tests', [tested()])] },
    answers: [
      ['pg-1', 'pass', /Ana restored backup b012 on 2026-09-12 and found the content right \(OPS-1\)/],
    ],
  },
  'one that went wrong, one that is too old, one of another database': {
    given: {
      items: database,
      readings: transfers,
      records: [
        listGiven('restore-tests', [
          tested({ passed: false }),
          tested({ on: '2025-09-12' }),
          tested({ database: 'pg-2' }),
        ]),
      ],
    },
    answers: [['pg-1', 'fail']],
  },
})

const place = (kind: 'app' | 'addon', name: string, region: string) =>
  item('region-residency', `${kind} ${name}`, {
    of: 'placement',
    kind,
    thing: ref(kind, name),
    region,
    of_app: kind === 'addon' ? ref('app', 'shop') : null,
  })

judges(addonInAppRegion, {
  'another region, approved for one add-on': {
    given: {
      items: [
        addon('here', 'shop', 'heroku-postgresql:standard-0'),
        addon('there', 'shop', 'heroku-postgresql:standard-0'),
        place('app', 'shop', 'us'),
        place('addon', 'here', 'eu'),
        place('addon', 'there', 'eu'),
      ],
      records: [approvals(approval('other-region', 'Here'))],
    },
    answers: [
      ['here', 'pass', /in eu, its app shop in us: approved by Lead/],
      ['there', 'fail'],
    ],
  },
})

const selfSigned = (name: string) =>
  item('domains-acm-certificates', `certificate ${name}`, {
    of: 'certificate',
    id: `sni:${name}`,
    app: ref('app', 'shop'),
    name,
    cert_domains: ['www.acme.example'],
    issuer: null,
    subject: 'www.acme.example',
    starts_at: daysAgo(100),
    expires_at: daysAgo(-200),
    ca_signed: false,
    self_signed: true,
    acm: false,
    domains: [],
  })

const CUSTOM = item('domains-acm-certificates', 'www.acme.example', {
  of: 'domain',
  id: 'domain:www',
  app: ref('app', 'shop'),
  hostname: 'www.acme.example',
  kind: 'custom',
  acm_status: null,
  acm_status_reason: null,
  sni_endpoint: null,
  status: 'succeeded',
  created_at: daysAgo(100),
  updated_at: daysAgo(50),
})

judges(certificatesAreCaSigned, {
  'self-signed with a reason, and without': {
    given: {
      items: [app('shop'), CUSTOM, selfSigned('origin-1'), selfSigned('other-2')],
      readings: [reading('domains-acm-certificates', 'app', 'shop')],
      records: [
        listGiven('explanations', [{ kind: 'self-signed', subject: 'Origin-1', reason: 'behind a CDN.' }]),
      ],
    },
    answers: [
      ['certificate origin-1', 'pass', /self-signed on purpose: behind a CDN\.$/],
      ['certificate other-2', 'fail'],
    ],
  },
})
