import {
  credentialsRotated,
  namedCredentials,
} from '../../../../electron/core/checks/database-credentials.ts'
import { databasesLogChanges } from '../../../../electron/core/checks/database-logging.ts'
import type {
  DataService,
  PostgresCredentialContent,
  PostgresSettingsContent,
} from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, attached, ref, release, SHOP } from '../../../fakes/planted.ts'
import { tagged } from '../../../fakes/told.ts'

const plan = (tier: string) => `heroku-postgresql:${tier}-0`
const service = (name: string, tier = 'standard'): DataService => ({
  ...{ addon: ref('addon', name), app: ref('app', 'shop'), plan: plan(tier), tier },
})

function settings(name: string, more: Partial<PostgresSettingsContent> = {}): readonly Planted[] {
  const content: PostgresSettingsContent = {
    ...{ ...service(name), log_connections: true, log_statement: 'ddl', log_min_duration_statement: 2000 },
    ...{ log_min_error_statement: 'error', settings: [], ...more },
  }
  return [addon(name, 'shop', plan('standard')), item('postgres-logging-settings', name, content)]
}

const none = {
  given: { items: SHOP },
  answers: [['whole collection', 'not-applicable', /no Heroku Postgres/]] as const,
}
const untouched = (topic: 'postgres-logging-settings' | 'postgres-credentials') => ({
  given: {
    items: [...SHOP, addon('pg-1', 'shop', plan('standard'))],
    readings: [denied(topic, 'addon', 'pg-1', '/postgres/v0/databases/1/config')],
  },
  answers: [['pg-1', 'not-evaluated', /denied/]] as const,
})

judges(databasesLogChanges, {
  'everything, changes, structure only, nothing': {
    given: {
      items: [
        ...SHOP,
        ...settings('all', { log_statement: 'all' }),
        ...settings('mod', { log_statement: 'mod' }),
        ...settings('ddl'),
        ...settings('none', { log_statement: 'none' }),
        ...settings('silent', { log_connections: false }),
        ...settings('every', { log_statement: 'none', log_min_duration_statement: 0 }),
      ],
      records: [tagged('shop', { dataClasses: ['personal'] })],
    },
    answers: [
      ['all', 'pass', /^Connections are logged, and statements at all\.$/],
      ['mod', 'pass', /leave out reads.*10\.2\.1\.1/],
      ['ddl', 'pass', /leave out reads/],
      ['none', 'fail', /no statement is logged/i],
      ['silent', 'fail', /connections are not logged/i],
      ['every', 'pass', /^Connections are logged, and every statement, with its duration\.$/],
    ],
  },
  'health and cardholder data ask for mod': {
    given: {
      items: [...SHOP, ...settings('pg-1'), ...settings('pg-2', { log_statement: 'mod' })],
      records: [tagged('shop', { dataClasses: ['phi', 'cardholder'] })],
    },
    answers: [
      ['pg-1', 'fail', /ddl only, and it holds cardholder data and protected health information/],
      ['pg-2', 'pass'],
    ],
  },
  'data of another app that is attached counts': {
    given: {
      items: [...SHOP, app('clinic'), ...settings('pg-1'), attached('pg-1', 'clinic', 'SHOP_DB', 'shop')],
      records: [tagged('shop', { dataClasses: ['none'] }), tagged('clinic', { dataClasses: ['phi'] })],
    },
    answers: [['pg-1', 'fail', /protected health information/]],
  },
  'nobody said what data there is': {
    given: { items: [...SHOP, ...settings('pg-1'), ...settings('pg-2', { log_statement: 'mod' })] },
    answers: [
      ['pg-1', 'not-evaluated', /nobody said what data shop handles/],
      ['pg-2', 'pass'],
    ],
  },
  'a plan without settings, half an answer, unknown words': {
    given: {
      items: [
        ...SHOP,
        ...settings('plain', { log_connections: null, log_statement: null }),
        ...settings('half', { log_statement: null }),
        ...settings('other', { log_connections: null }),
        ...settings('odd', { log_statement: 'some' }),
      ],
    },
    answers: [
      ['plain', 'not-applicable', /no such settings/],
      ['half', 'not-evaluated', /did not tell which statements/],
      ['other', 'not-evaluated', /did not tell whether connections/],
      ['odd', 'not-evaluated', /“some”/],
    ],
  },
  'a plan on a shared server is not asked for them; elsewhere no answer is no answer': {
    given: {
      items: [...SHOP, addon('small', 'shop', plan('essential')), addon('mute', 'shop', plan('standard'))],
      readings: [
        reading('postgres-logging-settings', 'addon', 'mute', { outcome: 'off', path: '/postgres/v0/x' }),
      ],
    },
    answers: [
      ['small', 'not-applicable', /no such settings/],
      ['mute', 'not-evaluated', /told nothing/],
    ],
  },
  refused: untouched('postgres-logging-settings'),
  none,
})

/** An attachment with a namespace, such as `credential:reader`. */
function spaced(addonName: string, appName: string, name: string, namespace: string): Planted {
  const plain = attached(addonName, appName, name)
  return { ...plain, content: { ...(plain.content as object), namespace } }
}
const named = (addonName: string, appName: string, name: string, credential: string) =>
  spaced(addonName, appName, name, `credential:${credential}`)

judges(namedCredentials, {
  'named, default, both kinds, one plan without any': {
    given: {
      items: [
        ...SHOP,
        addon('own', 'shop', plan('premium')),
        named('own', 'shop', 'DATABASE', 'shop-rw'),
        addon('plain', 'shop', plan('premium')),
        attached('plain', 'shop', 'PLAIN'),
        addon('mixed', 'shop', plan('premium')),
        attached('mixed', 'shop', 'MIXED'),
        named('mixed', 'shop', 'MIXED_RO', 'reader'),
        attached('mixed', 'shop-staging', 'MIXED', 'shop'),
        addon('sham', 'shop', plan('premium')),
        named('sham', 'shop', 'SHAM', 'default'),
        addon('small', 'shop', plan('essential')),
        attached('small', 'shop', 'SMALL'),
        addon('idle', 'shop', plan('premium')),
        addon('odd', 'shop', plan('premium')),
        spaced('odd', 'shop', 'ODD', 'pool:readers'),
      ],
    },
    answers: [
      ['own', 'pass', /shop-rw/],
      ['plain', 'fail', /^shop uses the default credential/],
      ['mixed', 'fail', /^shop-staging uses the default/],
      ['sham', 'fail'],
      ['small', 'not-applicable', /one credential only/],
      ['idle', 'not-applicable', /attached to no app/],
      ['odd', 'not-evaluated', /attached to shop is not known: namespace pool:readers/],
    ],
  },
  'the list of add-ons was refused': {
    given: { items: [], readings: [denied('addon-inventory', 'account', '~', '/addons')] },
    answers: [['whole collection', 'not-evaluated', /could not be read/]],
  },
  none,
})

function credential(database: string, name: string, created: string | null): Planted {
  const content: PostgresCredentialContent = {
    ...{ of: 'credential', ...service(database), id: `credential:${database}/${name}`, name, type: null },
    ...{ state: 'active', created_at: created, roles: [] },
  }
  return item('postgres-credentials', `${database} ${name}`, content)
}

const released = (version: number, description: string, days: number) =>
  release('shop', version, { description, created_at: daysAgo(days) })
const read = [reading('releases', 'app', 'shop'), reading('postgres-credentials', 'addon', 'pg-1')]
const classic = [
  ...SHOP,
  addon('pg-1', 'shop', plan('standard')),
  attached('pg-1', 'shop', 'DATABASE'),
  credential('pg-1', 'default', null),
]

judges(credentialsRotated, {
  'Advanced tells the age of each credential': {
    given: {
      items: [
        ...SHOP,
        addon('new', 'shop', 'heroku-postgresql:advanced'),
        credential('new', 'default', daysAgo(10)),
        addon('old', 'shop', 'heroku-postgresql:advanced'),
        credential('old', 'default', daysAgo(10)),
        credential('old', 'etl', daysAgo(200)),
      ],
    },
    answers: [
      ['new', 'pass', /within 90 days/],
      ['old', 'fail', /^etl is older than 90 days/],
    ],
  },
  'a release brought a new address': {
    given: { items: [...classic, released(4, 'Update DATABASE by heroku-postgresql', 20)], readings: read },
    answers: [['pg-1', 'pass', /v4 of shop/]],
  },
  'the last new address is old, and other releases tell nothing': {
    given: {
      items: [
        ...classic,
        released(4, 'Update DATABASE by heroku-postgresql', 120),
        released(5, 'Deploy 0123abcd', 2),
        released(6, 'Set DATABASE_POOL config vars', 2),
      ],
      readings: read,
    },
    answers: [['pg-1', 'fail', /no release brought a new address since 2026-07-24/]],
  },
  never: {
    given: { items: [...classic, released(1, 'Initial release', 300)], readings: read },
    answers: [['pg-1', 'fail', /since the database was made/]],
  },
  'a database younger than the window': {
    given: {
      items: [...SHOP, addon('pg-1', 'shop', plan('standard'), { created_at: daysAgo(30) })],
      readings: read,
    },
    answers: [['pg-1', 'pass', /was made on/]],
  },
  'no date at all: releases refused, or attached to nothing': {
    given: {
      items: [...classic, addon('lone', 'shop', plan('standard')), credential('lone', 'default', null)],
      readings: [denied('releases', 'app', 'shop', '/apps/1/releases')],
    },
    answers: [
      ['pg-1', 'not-evaluated', /No date is available.*denied/],
      ['lone', 'not-evaluated', /attached to no app/],
    ],
  },
  refused: untouched('postgres-credentials'),
  none,
})
