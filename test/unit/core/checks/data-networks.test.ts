import { customerKeysUsed } from '../../../../electron/core/checks/customer-keys.ts'
import {
  externalClientsUseMutualTls,
  privateLinksApproved,
} from '../../../../electron/core/checks/data-networks.ts'
import type { DataService, MutualTlsContent, PrivateLinkContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, type Planted } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, ref, SHOP } from '../../../fakes/planted.ts'
import { listGiven, tagged } from '../../../fakes/told.ts'

const PRIVATE = 'heroku-postgresql:private-0'
function service(name: string, plan: string): DataService {
  const tier = plan.split(':')[1]?.split('-')[0] ?? plan
  return { addon: ref('addon', name), app: ref('app', 'shop'), plan, tier }
}
const nothing = (things: RegExp) => ({
  given: { items: SHOP },
  answers: [['whole collection', 'not-applicable', things]] as const,
})

const arn = (account: string) => ({ arn: `arn:aws:iam::${account}:root`, status: 'Active' })
function linked(name: string, more: Partial<PrivateLinkContent> = {}): readonly Planted[] {
  const content: PrivateLinkContent = {
    ...{ ...service(name, PRIVATE), enabled: true, status: 'Operational', service_name: 'com.amazonaws.x' },
    ...{ allowed_accounts: [arn('210987654321')], connections: [], ...more },
  }
  return [addon(name, 'shop', PRIVATE), item('privatelink', name, content)]
}
const accounts = listGiven('aws-accounts', [{ account: '210987654321', owner: 'Ana', reason: null }])

judges(privateLinksApproved, {
  'approved, not approved, off, open to nobody, outside of spaces': {
    given: {
      items: [
        ...SHOP,
        ...linked('good'),
        ...linked('bad', { allowed_accounts: [arn('210987654321'), arn('999999999999')] }),
        ...linked('guest', {
          connections: [{ endpoint_id: 'vpce-1', owner_arn: 'arn:aws:iam::888888888888:root', status: null }],
        }),
        ...linked('wide', { allowed_accounts: [{ arn: '*', status: null }] }),
        ...linked('off', { enabled: false, allowed_accounts: [] }),
        ...linked('shut', { allowed_accounts: [] }),
        addon('common', 'shop', 'heroku-postgresql:standard-0'),
      ],
      records: [accounts],
    },
    answers: [
      ['good', 'pass', /^210987654321 may connect\. All of them are on the list of approved AWS accounts/],
      ['bad', 'fail', /^999999999999 may connect/],
      ['guest', 'fail', /^888888888888/],
      ['wide', 'fail', /^\* may connect/],
      ['off', 'not-applicable', /PrivateLink is off/],
      ['shut', 'pass', /no account may connect/],
      ['common', 'not-applicable', /Private and Shield plans have PrivateLink/],
    ],
  },
  'no list of accounts': {
    given: { items: [...SHOP, ...linked('pg')] },
    answers: [['pg', 'not-evaluated', /No list of approved AWS accounts was given/]],
  },
  'a read that was refused, with and without a list of endpoints': {
    given: {
      items: [...SHOP, addon('told', 'shop', PRIVATE), addon('mute', 'shop', PRIVATE)],
      readings: [
        denied('privatelink', 'addon', 'told', '/private-link/v0/databases/1'),
        denied('privatelink', 'addon', 'mute', '/private-link/v0/databases/2'),
      ],
      records: [
        accounts,
        listGiven('privatelinks', [
          { database: 'told', endpoint: null, accounts: ['999999999999'], status: null },
        ]),
      ],
    },
    answers: [
      ['told', 'fail', /999999999999/],
      ['mute', 'not-evaluated', /denied/],
    ],
  },
  none: nothing(/no data service/),
})

function mutual(name: string, enabled: boolean, certificates: Readonly<Record<string, string | null>>) {
  const about = service(name, PRIVATE)
  const endpoint: MutualTlsContent = { of: 'endpoint', ...about, enabled, status: null, enabled_by: null }
  return [
    addon(name, 'shop', PRIVATE),
    item('mtls', name, endpoint),
    ...Object.entries(certificates).map(([certificate, until]) =>
      item('mtls', `${name} ${certificate}`, {
        ...{ of: 'certificate', ...about, id: `${name}/${certificate}`, name: certificate, status: 'ready' },
        ...{ created_at: null, updated_at: null, expires_at: until },
      } satisfies MutualTlsContent),
    ),
  ]
}
const row = (database: string, more: object = {}) => ({
  ...{ database, enabled: true, certificate: 'etl', expiresOn: '2027-05-01', externalClient: true, ...more },
})

judges(externalClientsUseMutualTls, {
  'on and valid, soon ended, ended, off, without certificate, date unknown': {
    given: {
      items: [
        ...SHOP,
        ...mutual('good', true, { etl: daysAgo(-200) }),
        ...mutual('soon', true, { etl: daysAgo(-10) }),
        ...mutual('ended', true, { etl: daysAgo(-200), old: daysAgo(1) }),
        ...mutual('off', false, {}),
        ...mutual('bare', true, {}),
        ...mutual('mute', true, { etl: null }),
      ],
    },
    answers: [
      ['good', 'pass', /every certificate is valid\.$/],
      ['soon', 'pass', /etl ends on 2026-12-01/],
      ['ended', 'fail', /certificate old has ended/],
      ['off', 'not-applicable', /nothing outside its space/],
      ['bare', 'pass', /no certificate and no address/],
      ['mute', 'not-evaluated', /until when/],
    ],
  },
  'outside of spaces a person tells who connects': {
    given: {
      items: [
        ...SHOP,
        ...['open', 'inside', 'other'].map((name) => addon(name, 'shop', 'heroku-postgresql:standard-0')),
        ...['kafka', 'stale'].map((name) => addon(name, 'shop', 'heroku-kafka:basic-0')),
        addon('undated', 'shop', 'heroku-kafka:basic-0'),
      ],
      records: [
        listGiven('mtls-certificates', [
          row('open', { enabled: false, certificate: null, expiresOn: null }),
          row('inside', { externalClient: false }),
          row('kafka', { enabled: false }),
          row('stale', { expiresOn: '2026-11-20' }),
          row('undated', { expiresOn: null }),
        ]),
      ],
    },
    answers: [
      ['open', 'fail', /without mutual TLS/],
      ['inside', 'not-applicable', /No client outside/],
      ['other', 'not-applicable', /No client outside Heroku, by the list/],
      ['kafka', 'pass'],
      ['stale', 'fail', /certificate etl has ended/],
      ['undated', 'not-evaluated', /does not say until when/],
    ],
  },
  'nobody told, or the read was refused': {
    given: {
      items: [
        ...SHOP,
        addon('common', 'shop', 'heroku-postgresql:standard-0'),
        addon('shut', 'shop', PRIVATE),
      ],
      readings: [denied('mtls', 'addon', 'shut', '/postgres/v0/databases/1/tls-endpoint')],
    },
    answers: [
      ['common', 'not-evaluated', /No list of mutual TLS settings was given/],
      ['shut', 'not-evaluated', /denied/],
    ],
  },
  none: nothing(/no database or Kafka/),
})

function keyed(name: string, key: string | null, plan = PRIVATE): readonly Planted[] {
  return [addon(name, 'shop', plan), item('byok', name, { ...service(name, plan), customer_key: key })]
}
const KEY = 'arn:aws:kms:eu-west-1:123456789012:key/1b2c'
const keys = (...rows: readonly (readonly [key: string, database: string | null])[]) =>
  listGiven(
    'encryption-keys',
    rows.map(([key, database]) => ({ key, database, owner: 'Ana' })),
  )

judges(customerKeysUsed, {
  'approved for any, by id, for another database, not approved, missing where the list asks': {
    given: {
      items: [
        ...SHOP,
        ...keyed('any', KEY),
        ...keyed('byid', 'arn:aws:kms:eu-west-1:123456789012:key/77'),
        ...keyed('wrong', 'arn:aws:kms:eu-west-1:123456789012:key/55'),
        ...keyed('other', 'arn:aws:kms:eu-west-1:123456789012:key/66'),
        ...keyed('bare', null),
        ...keyed('free', null),
        addon('kafka', 'shop', 'heroku-kafka:private-standard-0'),
      ],
      records: [keys([KEY, null], ['77', 'byid'], ['66', 'elsewhere'], ['88', 'bare'])],
    },
    answers: [
      ['any', 'pass', /for which Ana answers/],
      ['byid', 'pass'],
      ['wrong', 'fail', /not on the list of approved encryption keys/],
      ['other', 'fail'],
      ['bare', 'fail', /key of the provider, and the list of keys names it/],
      ['free', 'not-applicable', /Nothing asks/],
      ['kafka', 'not-applicable'],
    ],
  },
  'the policy asks by class of data': {
    policy: { customerKeyClasses: ['phi'] },
    given: {
      items: [
        ...SHOP,
        ...keyed('bare', null),
        addon('kafka', 'shop', 'heroku-kafka:private-standard-0'),
        addon('advanced', 'shop', 'heroku-postgresql:advanced'),
      ],
      records: [tagged('shop', { dataClasses: ['phi'] })],
    },
    answers: [
      ['bare', 'fail', /it holds protected health information/],
      ['kafka', 'not-evaluated', /does not tell the key of Kafka/],
      ['advanced', 'not-evaluated', /does not tell the key of Postgres Advanced/],
    ],
  },
  'nobody said what data there is, and the policy asks': {
    policy: { customerKeyClasses: ['phi'] },
    given: { items: [...SHOP, ...keyed('bare', null)] },
    answers: [['bare', 'not-evaluated', /Nobody said what data shop handles/]],
  },
  'a key, and no list': {
    given: {
      items: [...SHOP, ...keyed('pg', KEY), addon('shut', 'shop', PRIVATE)],
      readings: [denied('byok', 'addon', 'shut', '/client/v11/databases/1')],
    },
    answers: [
      ['pg', 'not-evaluated', /No list of approved encryption keys was given/],
      ['shut', 'not-evaluated', /denied/],
    ],
  },
  none: nothing(/no data service/),
})
