import type { App } from '../apps.ts'
import { canary } from '../canary.ts'
import type { Organisation } from '../organisation.ts'
import { ago, type Ground, idOf } from '../random.ts'
import { found } from '../server/refusal.ts'
import { type Ask, identity, pages, type Route, read, whole } from '../server/route.ts'
import { appAnswer, visibleApps } from './apps.ts'

/** A labs feature of an account, a team or an app. */
export const feature = (ground: Ground, of: string, name: string, enabled: boolean) => ({
  created_at: '2019-06-01T00:00:00Z',
  description: `Lets ${of.split(' ')[0]} use ${name.replaceAll('-', ' ')}.`,
  doc_url: `https://devcenter.heroku.com/articles/${name}`,
  enabled,
  id: idOf(ground, 'feature', of, name),
  name,
  state: 'general',
  updated_at: ago(ground, 77),
  display_name: name.replaceAll('-', ' '),
  feedback_email: 'feedback@heroku.example',
})

const accountFeatures = (ask: Ask) => [
  feature(ask.org.ground, `account ${ask.caller.person.key}`, 'pipelines-acm', true),
  feature(ask.org.ground, `account ${ask.caller.person.key}`, 'metrics-request-volume', false),
]

/** The one of a list that a parameter names, by id or another field. */
export function pickOf<T extends object>(
  list: readonly T[],
  key: string | undefined,
  what: string,
  ...by: readonly string[]
): T {
  const hit = list.find((item) => ['id', ...by].some((field) => String(Reflect.get(item, field)) === key))
  return found(hit, what)
}

/** One that waits, and one that was taken some weeks ago. */
const transfers = ({ org, caller }: Ask) => {
  const apps = visibleApps(org, caller)
  const transfer = (app: App | undefined, state: string, days: number) =>
    app
      ? [
          {
            app: { name: app.name, id: app.id },
            created_at: ago(org.ground, days, 5),
            id: idOf(org.ground, 'app-transfer', app.name),
            owner: app.owner,
            recipient: { email: caller.person.email, id: caller.person.id },
            state,
            updated_at: ago(org.ground, days, 5),
          },
        ]
      : []
  return [
    ...transfer(
      apps.find((app) => app.team === null),
      'pending',
      2,
    ),
    ...transfer(
      apps.find((app) => app.name === 'slack-relay'),
      'accepted',
      40,
    ),
  ]
}

const credits = (org: Organisation) => [
  {
    amount: 10_000,
    balance: 2500,
    created_at: ago(org.ground, 200),
    expires_at: ago(org.ground, -165),
    id: idOf(org.ground, 'credit'),
    title: 'Conference voucher',
    updated_at: ago(org.ground, 20),
  },
]

const invoices = (org: Organisation) =>
  [1, 2, 3].map((n) => ({
    charges_total: 4200 * n,
    created_at: ago(org.ground, 30 * n),
    credits_total: 0,
    id: idOf(org.ground, 'invoice', n),
    number: 9_400_000 + n,
    period_end: ago(org.ground, 30 * n).slice(0, 10),
    period_start: ago(org.ground, 30 * n + 30).slice(0, 10),
    state: 1,
    total: 4200 * n,
    updated_at: ago(org.ground, 30 * n),
  }))

const clients = ({ org, caller }: Ask) => [
  {
    created_at: ago(org.ground, 600),
    id: idOf(org.ground, 'client', caller.person.key),
    ignores_delinquent: false,
    name: 'Northquay deploy board',
    redirect_uri: 'https://deploys.northquay.example/callback',
    secret: canary(org.ground, 'client-secret', caller.person.key),
    updated_at: ago(org.ground, 300),
  },
]

/** The one at the desk, and one from a place that nobody has been to. */
const sessions = ({ org, caller }: Ask) =>
  (['192.0.2.44', '203.0.113.250'] as const).map((address, i) => ({
    id: idOf(org.ground, 'session', caller.person.key, i),
    description: `Session @ ${address}`,
    expires_in: 86_400,
    created_at: ago(org.ground, 1 + i),
    updated_at: ago(org.ground, 0.5),
  }))

/** Bills, labs features, clients and sessions of an account: little used, but all there. */
export const ACCOUNT_EXTRAS: readonly Route[] = [
  read('/account/features', (ask) => pages(accountFeatures(ask), 'id', 'name')),
  read('/account/features/:feature', (ask) =>
    whole(pickOf(accountFeatures(ask), ask.params[0], 'account feature', 'name')),
  ),
  read('/account/delinquency', () =>
    whole({ scheduled_suspension_time: null, scheduled_deletion_time: null }),
  ),
  read('/account/app-transfers', (ask) => pages(transfers(ask))),
  read('/account/app-transfers/:transfer', (ask) =>
    whole(pickOf(transfers(ask), ask.params[0], 'app transfer')),
  ),
  identity('/account/credits', ({ org }) => pages(credits(org))),
  identity('/account/credits/:credit', ({ org, params }) => whole(pickOf(credits(org), params[0], 'credit'))),
  identity('/account/invoices', ({ org }) => pages(invoices(org))),
  identity('/account/invoices/:invoice', ({ org, params }) =>
    whole(pickOf(invoices(org), params[0], 'invoice', 'number')),
  ),
  identity('/account/invoice-address', () =>
    whole({
      address_1: 'Wilhelminakade 1',
      address_2: '',
      city: 'Rotterdam',
      country: 'NL',
      heroku_id: 'evidence.reader@northquay.example',
      other: '=VAT("NL000000000B00")',
      postal_code: '3072 AP',
      state: 'ZH',
      use_invoice_address: true,
    }),
  ),
  identity('/account/payment-method', () => whole(found(null, 'payment method'))),
  identity('/account/payment-method/apps', ({ org, caller }) =>
    pages(
      visibleApps(org, caller)
        .filter((app) => app.owner.id === caller.person.id)
        .map((app) => appAnswer(org, app)),
    ),
  ),
  identity('/oauth/clients', (ask) => pages(clients(ask))),
  identity('/oauth/clients/:client', (ask) => whole(pickOf(clients(ask), ask.params[0], 'client'))),
  identity('/oauth/sessions', (ask) => pages(sessions(ask))),
  identity('/users/:user/sms-number', ({ org, caller }) =>
    whole({ sms_number: `+31 ***-${canary(org.ground, 'sms', caller.person.key)}` }),
  ),
  identity('/users/:user/preferences', () =>
    whole({
      timezone: 'Europe/Amsterdam',
      'default-organization': 'northquay-core',
      'dismissed-github-banner': true,
      'dismissed-getting-started': true,
      'dismissed-org-access-controls': null,
      'dismissed-org-wizard-notification': null,
      'dismissed-pipelines-banner': true,
      'dismissed-pipelines-github-banner': null,
      'dismissed-pipelines-github-banners': null,
      'dismissed-sms-banner': true,
    }),
  ),
]
