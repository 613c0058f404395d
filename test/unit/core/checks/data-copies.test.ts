import { copiesApproved } from '../../../../electron/core/checks/data-copies.ts'
import { destroyedDataRecorded } from '../../../../electron/core/checks/data-destroyed.ts'
import { linksApproved } from '../../../../electron/core/checks/data-links.ts'
import type { DatabaseRef, DataService, PostgresLinkContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted, type PlantedEvent, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, attached, ref, SHOP } from '../../../fakes/planted.ts'
import { attested, listGiven } from '../../../fakes/told.ts'

const plan = (tier: string) => `heroku-postgresql:${tier}-0`
const service = (name: string, tier: string, app = 'shop'): DataService => ({
  ...{ addon: ref('addon', name), app: ref('app', app), plan: plan(tier), tier },
})
const at = (place: string): DatabaseRef => ({ name: null, address: { hmac: place.padEnd(64, '0') } })

type Lineage = Extract<PostgresLinkContent, { of: 'lineage' }>
function database(name: string, tier: string, app: string, more: Partial<Lineage> = {}): readonly Planted[] {
  const content: PostgresLinkContent = {
    ...{ of: 'lineage', ...service(name, tier, app), address: at(name).address, following: null },
    ...{ followers: [], forked_from: null, forks: [], created_at: daysAgo(300), ...more },
  }
  return [addon(name, app, plan(tier)), item('postgres-links-dataclips', name, content)]
}
const tie = (kind: string, database: string, to: string) => ({ kind, database, to })
const noDatabase = {
  given: { items: SHOP },
  answers: [['whole collection', 'not-applicable', /no Heroku Postgres/]] as const,
}

judges(copiesApproved, {
  'a database without copies': {
    given: { items: [...SHOP, ...database('pg', 'premium', 'shop')] },
    answers: [['pg', 'pass', /no fork and no follower/]],
  },
  'Postgres Advanced does not tell its forks': {
    given: {
      items: [
        ...SHOP,
        ...database('pg', 'advanced', 'shop'),
        ...database('pg-2', 'advanced', 'shop'),
        ...database('copy', 'advanced', 'shop-staging', { forked_from: { name: 'pg-2', address: null } }),
      ],
      records: [listGiven('data-links', [tie('fork', 'pg-2', 'copy')])],
    },
    answers: [
      ['pg', 'not-evaluated', /Nothing seen was made from it\. Heroku does not tell the forks/],
      ['pg-2', 'not-evaluated', /^fork copy: on the list.*does not tell the forks/],
      ['copy', 'not-applicable'],
    ],
  },
  'an approved follower of the same tier, found by its address': {
    given: {
      items: [
        ...SHOP,
        ...database('pg', 'premium', 'shop', { followers: [at('copy')] }),
        ...database('copy', 'premium', 'shop-staging', { following: at('pg') }),
      ],
      records: [listGiven('data-links', [tie('follower', 'pg', 'copy')])],
    },
    answers: [
      ['pg', 'pass', /^follower copy: on the list of approved ties.* that Ana gave/],
      ['copy', 'not-applicable', /Not production/],
    ],
  },
  'another tier': {
    given: {
      items: [
        ...SHOP,
        ...database('pg', 'premium', 'shop'),
        ...database('copy', 'standard', 'shop-staging', { forked_from: at('pg') }),
      ],
      records: [listGiven('data-links', [tie('fork', 'pg', 'copy')])],
    },
    answers: [
      ['pg', 'fail', /fork copy is on heroku-postgresql:standard-0, another tier/],
      ['copy', 'not-applicable'],
    ],
  },
  'not approved; approved as something else is not approved': {
    given: {
      items: [
        ...SHOP,
        ...database('pg', 'premium', 'shop', { forks: [at('copy')] }),
        ...database('copy', 'premium', 'shop-staging'),
      ],
      records: [listGiven('data-links', [tie('follower', 'pg', 'copy')])],
    },
    answers: [
      ['pg', 'fail', /^fork copy is not on the list of approved ties/],
      ['copy', 'not-applicable'],
    ],
  },
  'a follower of an account that is not seen: named by the list of followers, or not at all': {
    given: {
      items: [
        ...SHOP,
        ...database('pg', 'premium', 'shop', { followers: [at('elsewhere')] }),
        item('postgres-links-dataclips', 'elsewhere follows pg', {
          ...{ of: 'follower', ...service('pg', 'premium'), id: 'addon:elsewhere', name: 'elsewhere' },
          ...{ follower_plan: 'premium-0', created_at: null },
        }),
        ...database('pg-2', 'premium', 'shop', { followers: [at('hidden')], forks: [at('lost')] }),
      ],
      records: [listGiven('data-links', [tie('follower', 'pg', 'elsewhere')])],
    },
    answers: [
      ['pg', 'pass', /^follower elsewhere/],
      ['pg-2', 'fail', /^2 copies cannot be named/],
    ],
  },
  'named by an attachment of the app': {
    given: {
      items: [
        ...SHOP,
        ...database('pg', 'premium', 'shop', {
          followers: [{ name: 'HEROKU_POSTGRESQL_RED', address: null }],
        }),
        addon('red', 'shop', plan('premium')),
        attached('red', 'shop', 'HEROKU_POSTGRESQL_RED'),
      ],
      records: [listGiven('data-links', [tie('follower', 'pg', 'red')])],
    },
    answers: [
      ['pg', 'pass'],
      ['red', 'not-evaluated', /not read/],
    ],
  },
  'no list, and the read was refused': {
    given: {
      items: [
        ...SHOP,
        ...database('pg', 'premium', 'shop', { forks: [at('lost')] }),
        addon('shut', 'shop', plan('premium')),
      ],
      readings: [denied('postgres-links-dataclips', 'addon', 'shut', '/client/v11/databases/1')],
    },
    answers: [
      ['pg', 'not-evaluated', /It has 1 copy\. No list of approved ties between databases was given/],
      ['shut', 'not-evaluated', /denied/],
    ],
  },
  none: noDatabase,
})

function link(database: string, to: string): Planted {
  return item('postgres-links-dataclips', `${database} link ${to}`, {
    ...{ of: 'link', ...service(database, 'premium'), id: `link:${database}/${to}`, name: 'billing' },
    ...{ remote_name: 'RED', remote: to, remote_attachment: null, created_at: null },
  })
}
const linksRead = (database: string) =>
  item('postgres-links-dataclips', `${database} links`, {
    ...{ of: 'links-read', ...service(database, 'premium'), count: 1 },
  })
const complete = [attested('dataclips'), listGiven('dataclips', [])]

judges(linksApproved, {
  'links and streams: approved or not': {
    given: {
      items: [
        ...SHOP,
        ...database('good', 'premium', 'shop'),
        linksRead('good'),
        link('good', 'pg-far'),
        ...database('bad', 'premium', 'shop'),
        linksRead('bad'),
        item('postgres-links-dataclips', 'bad stream', {
          ...{ of: 'connector', ...service('bad', 'premium'), id: 'c', name: 'orders', tables: [] },
          ...{ excluded_columns: [], kafka: ref('addon', 'kafka-1'), kafka_app: 'stream' },
        }),
      ],
      records: [...complete, listGiven('data-links', [tie('link', 'good', 'pg-far')])],
    },
    answers: [
      ['good', 'pass', /^Approved: link billing to pg-far/],
      ['bad', 'fail', /change stream orders into kafka-1/],
    ],
  },
  'dataclips: approved, not approved, none': {
    given: {
      items: [
        ...SHOP,
        ...['one', 'two', 'three'].flatMap((name) => [...database(name, 'premium', 'shop'), linksRead(name)]),
      ],
      records: [
        attested('dataclips'),
        listGiven('dataclips', [
          { clip: 'orders', database: 'one', owner: null, sharedWith: [], approvedBy: 'Ana' },
          { clip: 'people', database: 'two', owner: null, sharedWith: ['link'], approvedBy: null },
        ]),
      ],
    },
    answers: [
      ['one', 'pass', /dataclip “orders”/],
      ['two', 'fail', /Not approved: dataclip “people”/],
      ['three', 'not-applicable', /complete, as Ana stated it/],
    ],
  },
  'dataclips of no database that is seen': {
    given: {
      items: [...SHOP, ...database('pg', 'essential', 'shop')],
      records: [
        attested('dataclips'),
        listGiven('dataclips', [
          { clip: 'lost', database: null, owner: null, sharedWith: [], approvedBy: null },
          { clip: 'known', database: 'elsewhere', owner: null, sharedWith: [], approvedBy: 'Ana' },
        ]),
      ],
    },
    answers: [
      ['pg', 'not-applicable'],
      ['dataclip lost', 'fail', /names no database and is not approved/],
      ['dataclip known', 'pass', /names elsewhere, which is not seen; Ana approved it/],
    ],
  },
  'what is missing is said: links, list, statement': {
    given: {
      items: [
        ...SHOP,
        ...database('unread', 'premium', 'shop'),
        ...database('small', 'essential', 'shop'),
        ...database('shut', 'premium', 'shop'),
        ...database('new', 'advanced', 'shop'),
      ],
      readings: [
        denied('postgres-links-dataclips', 'addon', 'shut', '/client/v11/databases/1/links'),
        reading('postgres-links-dataclips', 'addon', 'unread'),
      ],
    },
    answers: [
      ['unread', 'not-evaluated', /optional/],
      ['small', 'not-evaluated', /No list of dataclips was given/],
      ['shut', 'not-evaluated', /links could not be read.*denied/],
      ['new', 'not-evaluated', /does not tell the links of Postgres Advanced/],
    ],
  },
  'a list that nobody vouches for': {
    given: {
      items: [...SHOP, ...database('pg', 'premium', 'shop'), linksRead('pg')],
      records: [listGiven('dataclips', [])],
    },
    answers: [['pg', 'not-evaluated', /Nobody made a statement on “Dataclips are listed”/]],
  },
  none: noDatabase,
})

const trail: Planted = item('audit-trail-events', '2026-10', {
  ...{ enterprise_account: ref('enterprise', 'acme'), year: 2026, month: '10', created_at: daysAgo(20) },
  ...{ checksum: '', size: 1, downloaded_sha256: null, downloaded_size: null, intact: true, events: 1 },
  ...{ first_at: null, last_at: null, envelope: 'array' },
})
function destroyed(name: string | null, on: string, service = plan('standard')): PlantedEvent {
  const data = name === null ? {} : { addon: { id: `id-${name}`, name, plan: service } }
  return {
    ...{ type: 'addon', action: 'destroy', id: `e-${name}-${on}`, at: `${on}T10:00:00.000Z`, app: 'shop' },
    details: { data },
  }
}
const record = (name: string, on: string) => ({
  ...{ addon: name, on, gone: '2026-06-03', recordedBy: 'Ana', reference: null },
})

judges(destroyedDataRecorded, {
  'recorded, forgotten, recorded wrongly, not a data service, out of the period': {
    given: {
      items: [trail],
      events: [
        destroyed('pg-1', '2026-05-04'),
        destroyed('pg-2', '2026-05-05'),
        destroyed('pg-3', '2026-05-06'),
        destroyed('logs', '2026-05-07', 'papertrail:fixa'),
        destroyed('pg-9', '2025-05-07'),
        { type: 'addon', action: 'create', id: 'made', at: '2026-05-07T00:00:00.000Z' },
      ],
      records: [listGiven('destroyed-data', [record('pg-1', '2026-05-04'), record('pg-3', '2026-05-01')])],
    },
    answers: [
      ['pg-1', 'pass', /Destroyed on 2026-05-04.*ends on 2026-06-03\. Ana recorded it, gone on 2026-06-03/],
      ['pg-2', 'fail', /It is not on the list of destroyed data services/],
      ['pg-3', 'fail', /Ana recorded 2026-05-01 instead/],
    ],
  },
  'no list, or an event that does not say what it was': {
    given: { items: [trail], events: [destroyed('pg-1', '2026-05-04'), destroyed(null, '2026-05-05')] },
    answers: [
      ['pg-1', 'not-evaluated', /No list of destroyed data services was given/],
      ['add-on of shop', 'not-evaluated', /does not tell which add-on/],
    ],
  },
  'nothing was destroyed': {
    given: { items: [trail], events: [] },
    answers: [['whole collection', 'not-applicable', /No data service was destroyed/]],
  },
  'no enterprise account': {
    given: { items: [] },
    answers: [['whole collection', 'not-evaluated', /no audit trail/]],
  },
})
