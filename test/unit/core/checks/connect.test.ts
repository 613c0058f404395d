import {
  connectIsHealthy,
  healthDataUsesShieldConnect,
  syncedObjectsApproved,
  writeBackApproved,
} from '../../../../electron/core/checks/connect.ts'
import {
  retentionSchemaClosed,
  retentionStoreClosed,
} from '../../../../electron/core/checks/retention-store.ts'
import type { ConnectContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, attached, collaborator, ref, SHOP } from '../../../fakes/planted.ts'
import { attested, listGiven, narrowedTo, tagged } from '../../../fakes/told.ts'

function connect(name: string, of: string, tier: string, shield: boolean | null = null): Planted {
  const content: ConnectContent = {
    ...{ addon: ref('addon', name), app: ref('app', of), plan: `herokuconnect:${tier}`, tier },
    ...{ service: 'herokuconnect', state: 'provisioned', created_at: daysAgo(100) },
    space: shield === null ? null : { ...ref('space', 'vault'), shield },
  }
  return item('heroku-connect', name, content)
}
const phi = (of: string) => tagged(of, { dataClasses: ['phi'] })
const none = {
  given: { items: SHOP },
  answers: [['whole collection', 'not-applicable', /No app uses Heroku Connect/]] as const,
}
const refused = {
  given: { readings: [denied('heroku-connect', 'account', '~', '/addons')] },
  answers: [['whole collection', 'not-evaluated', /could not be read/]] as const,
}

judges(healthDataUsesShieldConnect, {
  'health data on Shield, elsewhere, in a space that is not Shield': {
    given: {
      items: [
        ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => app(name)),
        connect('good', 'a', 'shield', true),
        connect('bad', 'b', 'enterprise'),
        connect('odd', 'c', 'shield', false),
        connect('other', 'd', 'demo'),
        connect('unknown', 'e', 'demo'),
        connect('safe', 'f', 'shield', true),
      ],
      records: [phi('a'), phi('b'), phi('c'), tagged('d', { dataClasses: ['personal'] })],
    },
    answers: [
      ['good', 'pass', /syncs health data on herokuconnect:shield in space vault/],
      ['bad', 'fail', /on herokuconnect:enterprise\.$/],
      ['odd', 'fail'],
      ['other', 'not-applicable', /personal data only/],
      ['unknown', 'not-evaluated', /Nobody said/],
      ['safe', 'pass'],
    ],
  },
  'out of scope': {
    given: {
      items: [...SHOP, connect('c1', 'shop', 'demo')],
      records: [narrowedTo({ apps: [ref('app', 'shop-staging')] })],
    },
    answers: [['c1', 'not-applicable', /out of the scope/]],
  },
  refused,
  none,
})

const mapping = (of: string, object: string, access = 'read', fields: readonly string[] = []) => ({
  ...{ app: of, connection: null, object, access, fields },
})
const approved = listGiven('connect-objects', [
  { object: 'Contact', access: 'read', fields: ['Id', 'Email'], approvedBy: null },
  { object: 'Order__c', access: 'read-write', fields: [], approvedBy: 'Ana' },
])
const mapped = (...rows: readonly object[]) => [
  listGiven('connect-mappings', rows),
  attested('connect-mappings'),
]
const two = [app('a'), app('b'), connect('c-a', 'a', 'demo'), connect('c-b', 'b', 'demo')]

judges(syncedObjectsApproved, {
  'approved objects and fields, others': {
    given: {
      items: two,
      records: [
        approved,
        ...mapped(
          mapping('a', 'contact', 'read', ['ID']),
          mapping('a', 'Order__c', 'read', ['Total__c']),
          mapping('b', 'Contact', 'read', ['Id', 'Birthdate']),
          mapping('b', 'Lead'),
        ),
      ],
    },
    answers: [
      ['c-a', 'pass', /^Every object and field of its 2 mappings/],
      ['c-b', 'fail', /^Contact\.Birthdate and Lead are not on the list of approved objects/],
    ],
  },
  'a mapping without fields where only some are approved; nothing mapped': {
    given: { items: two, records: [approved, ...mapped(mapping('a', 'Contact'))] },
    answers: [
      ['c-a', 'not-evaluated', /mapping of Contact names no fields/],
      ['c-b', 'not-applicable', /Nothing is mapped: Ana stated it/],
    ],
  },
  'nobody vouches that the list is complete': {
    given: {
      items: two,
      records: [approved, listGiven('connect-mappings', [mapping('a', 'Order__c')])],
    },
    answers: [
      ['c-a', 'not-evaluated', /of its 1 mapping is on.*Nobody made a statement/],
      ['c-b', 'not-evaluated', /^The list of mappings.*names no mapping of it/],
    ],
  },
  'a list is missing': {
    given: { items: [...two, connect('c-c', 'c', 'demo')], records: [...mapped(mapping('a', 'Contact'))] },
    answers: [
      ['c-a', 'not-evaluated', /No list of approved objects/],
      ['c-b', 'not-applicable'],
      ['c-c', 'not-applicable'],
    ],
  },
  'no list at all': {
    given: { items: two },
    answers: [
      ['c-a', 'not-evaluated', /No list of mappings of Heroku Connect was given/],
      ['c-b', 'not-evaluated'],
    ],
  },
  refused,
  none,
})

judges(writeBackApproved, {
  'read only, approved, not approved': {
    given: {
      items: [...two, app('c'), connect('c-c', 'c', 'demo')],
      records: [
        approved,
        ...mapped(
          mapping('a', 'Contact'),
          mapping('b', 'Order__c', 'read-write'),
          mapping('c', 'Contact', 'read-write'),
        ),
      ],
    },
    answers: [
      ['c-a', 'pass', /read only/],
      ['c-b', 'pass', /Order__c may be written, as/],
      ['c-c', 'fail', /^Contact may be written, which is not on/],
    ],
  },
  'no list': {
    given: { items: two },
    answers: [
      ['c-a', 'not-evaluated'],
      ['c-b', 'not-evaluated'],
    ],
  },
  none,
})

judges(connectIsHealthy, {
  'stated as good, as bad, as neither, too long ago, not at all': {
    given: {
      items: ['a', 'b', 'c', 'd', 'e'].flatMap((name) => [app(name), connect(`c-${name}`, name, 'demo')]),
      records: [
        attested('connect-state', { subject: 'a' }),
        attested('connect-state', { subject: 'b', answer: false }),
        attested('connect-state', { subject: 'c', answer: null }),
        attested('connect-state', { subject: 'd', until: '2026-02-01' }),
      ],
    },
    answers: [
      ['c-a', 'pass', /idle or polling: Ana stated it/],
      ['c-b', 'fail', /in error or paused/],
      ['c-c', 'not-evaluated', /without a yes or no/],
      ['c-d', 'not-evaluated', /holds from 2026-01-01 to 2026-02-01 only/],
      ['c-e', 'not-evaluated', /Nobody made a statement/],
    ],
  },
  none,
})

const admin = (email: string, of: string) => ({ email, app: of, approvedBy: 'Ana' })
const RW = ['view', 'operate']

judges(retentionStoreClosed, {
  'administrators only, a stranger, a database lent out, an app that is not there': {
    given: {
      items: [
        ...['good', 'people', 'lent', 'report'].map((name) => app(name)),
        collaborator('ana@acme.example', 'good', RW),
        addon('pg-good', 'good', 'heroku-postgresql:private-0'),
        attached('pg-good', 'good', 'DATABASE'),
        collaborator('ana@acme.example', 'people', RW),
        collaborator('bo@acme.example', 'people', RW),
        collaborator('core@herokumanager.com', 'people', RW),
        addon('pg-lent', 'lent', 'heroku-postgresql:private-0'),
        collaborator('ana@acme.example', 'lent', RW),
        attached('pg-lent', 'report', 'RETAINED', 'lent'),
      ],
      records: [
        listGiven(
          'retention-admins',
          ['good', 'people', 'lent', 'nowhere'].map((name) => admin('Ana@acme.example', name)),
        ),
      ],
    },
    answers: [
      ['good', 'pass', /Only approved administrators/],
      ['people', 'fail', /bo@acme\.example has access\.$/],
      ['lent', 'fail', /its database is attached to report/],
      ['nowhere', 'not-evaluated', /sees no app of this name/],
    ],
  },
  'people could not be read': {
    given: {
      items: [app('store')],
      readings: [denied('app-collaborators-permissions', 'app', 'store', '/apps/1/collaborators')],
      records: [listGiven('retention-admins', [admin('ana@acme.example', 'store')])],
    },
    answers: [['store', 'not-evaluated', /denied/]],
  },
  'no list, or an empty one': {
    given: { items: SHOP },
    answers: [['whole collection', 'not-evaluated', /No list of approved administrators/]],
  },
  'an empty list': {
    given: { items: SHOP, records: [listGiven('retention-admins', [])] },
    answers: [['whole collection', 'not-applicable', /names no retention app/]],
  },
})

judges(retentionSchemaClosed, {
  'closed, open, with rights in the facts, not stated, without an answer': {
    given: {
      items: [
        app('store'),
        ...['closed', 'open', 'leaky', 'silent', 'unsure'].map((name) =>
          addon(name, 'store', 'heroku-postgresql:private-0'),
        ),
        ...SHOP,
        addon('other', 'shop', 'heroku-postgresql:private-0'),
      ],
      records: [
        listGiven('retention-admins', [admin('ana@acme.example', 'store')]),
        attested('retention-schema-grants', { subject: 'closed' }),
        attested('retention-schema-grants', { subject: 'open', answer: false }),
        attested('retention-schema-grants', { subject: 'leaky', facts: { grants: ['report: SELECT'] } }),
        attested('retention-schema-grants', { subject: 'unsure', answer: null }),
      ],
    },
    answers: [
      ['closed', 'pass', /No other role/],
      ['open', 'fail'],
      ['leaky', 'fail', /report: SELECT/],
      ['silent', 'not-evaluated', /Nobody made a statement/],
      ['unsure', 'not-evaluated', /without a yes or no/],
    ],
  },
  'no list': {
    given: { items: SHOP },
    answers: [['whole collection', 'not-evaluated', /No list of approved administrators/]],
  },
  'a retention app without a database': {
    given: {
      items: [app('store')],
      records: [listGiven('retention-admins', [admin('a@b.example', 'store')])],
    },
    answers: [['whole collection', 'not-applicable', /No retention app with a database/]],
  },
})
