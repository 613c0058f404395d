import { addonControlsOn, addonsAreAllowed } from '../../../../electron/core/checks/addon-controls.ts'
import { noOrphanedAddon, noWithdrawnPlan } from '../../../../electron/core/checks/addon-lifecycle.ts'
import { addonInAppRegion } from '../../../../electron/core/checks/addon-regions.ts'
import { noEntryLevelPlan } from '../../../../electron/core/checks/data-plans.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, attached, coupled, ref, SHOP } from '../../../fakes/planted.ts'

const POSTGRES = 'heroku-postgresql:standard-0'
const teamRead = reading('addon-allowlist', 'team', 'core')
const refusedAddons = { readings: [denied('addon-inventory', 'account', '~', '/addons')] }

function controls(on: boolean | null, enterprise = true) {
  return item('addon-allowlist', 'core', {
    of: 'team-preferences',
    team: 'core',
    addons_controls: on,
    enterprise_team: enterprise,
  })
}

function allowed(service: string) {
  return item('addon-allowlist', `${service} in core`, {
    of: 'allowed-service',
    id: `allowed:${service}`,
    team: 'core',
    addon_service: ref('service', service),
    added_at: daysAgo(100),
    added_by: 'ana@acme.example',
  })
}

judges(addonControlsOn, {
  on: { given: { items: [controls(true)], readings: [teamRead] }, answers: [['core', 'pass']] },
  off: { given: { items: [controls(false)], readings: [teamRead] }, answers: [['core', 'fail']] },
  'never set': { given: { items: [controls(null)], readings: [teamRead] }, answers: [['core', 'fail']] },
  'a team outside an enterprise account': {
    given: { items: [controls(null, false)], readings: [teamRead] },
    answers: [['core', 'not-applicable']],
  },
  'refused preferences': {
    given: { readings: [denied('addon-allowlist', 'team', 'core', '/teams/1/preferences')] },
    answers: [['core', 'not-evaluated']],
  },
})

judges(addonsAreAllowed, {
  'on the list and not on the list': {
    given: {
      items: [
        app('shop'),
        controls(true),
        allowed('heroku-postgresql'),
        addon('pg-1', 'shop', POSTGRES),
        addon('mq-1', 'shop', 'cloudamqp:lemur'),
      ],
      readings: [teamRead],
    },
    answers: [
      ['pg-1', 'pass'],
      ['mq-1', 'fail', /cloudamqp is not on the allowlist of core/],
    ],
  },
  'personal apps, teams outside an enterprise account, apps that are not listed': {
    given: {
      items: [
        app('mine', { team: null }),
        app('shop'),
        controls(null, false),
        addon('a-mine', 'mine', POSTGRES),
        addon('a-shop', 'shop', POSTGRES),
        addon('a-lost', 'lost', POSTGRES),
      ],
      readings: [teamRead],
    },
    answers: [
      ['a-mine', 'not-applicable'],
      ['a-shop', 'not-applicable'],
      ['a-lost', 'not-evaluated', /not in the inventory/],
    ],
  },
  'a refused list is not an empty one': {
    given: {
      items: [app('shop'), controls(true), addon('pg-1', 'shop', POSTGRES)],
      readings: [teamRead, denied('addon-allowlist', 'team', 'core', '/teams/1/allowed-addon-services')],
    },
    answers: [['pg-1', 'not-evaluated', /allowlist of core could not be read/]],
  },
  'no add-on, and a refused list of add-ons': {
    given: { items: [controls(true)] },
    answers: [['whole collection', 'not-applicable', /sees no add-on/]],
  },
  'refused add-ons': { given: refusedAddons, answers: [['whole collection', 'not-evaluated']] },
})

judges(noWithdrawnPlan, {
  'every state': {
    given: {
      items: [
        addon('ga', 'shop', POSTGRES),
        addon('public', 'shop', POSTGRES, { plan_state: 'public' }),
        addon('beta', 'shop', POSTGRES, { service_state: 'beta' }),
        addon('plan-gone', 'shop', POSTGRES, { plan_state: 'shutdown' }),
        addon('service-gone', 'shop', POSTGRES, { service_state: 'shutdown' }),
        addon('odd', 'shop', POSTGRES, { plan_state: 'limited' }),
        addon('untold', 'shop', POSTGRES, { plan_state: null }),
      ],
    },
    answers: [
      ['ga', 'pass'],
      ['public', 'pass'],
      ['beta', 'pass', /not generally available/],
      ['plan-gone', 'fail'],
      ['service-gone', 'fail'],
      ['odd', 'not-evaluated', /limited/],
      ['untold', 'not-evaluated', /not told/],
    ],
  },
  'refused add-ons': { given: refusedAddons, answers: [['whole collection', 'not-evaluated']] },
})

judges(noOrphanedAddon, {
  'attached and left alone': {
    given: {
      items: [
        addon('pg-1', 'shop', POSTGRES),
        attached('pg-1', 'blog', 'DB', 'shop'),
        addon('pg-2', 'shop', POSTGRES),
      ],
    },
    answers: [
      ['pg-1', 'pass', /1 attachment, to blog/],
      ['pg-2', 'fail', /pg-2 of shop is attached to no app/],
    ],
  },
  'refused attachments': {
    given: {
      items: [addon('pg-1', 'shop', POSTGRES)],
      readings: [denied('addon-inventory', 'account', '~', '/addon-attachments')],
    },
    answers: [['pg-1', 'not-evaluated']],
  },
})

const region = (name: string, locale: string, provider: string) =>
  item('region-residency', name, {
    of: 'region',
    ...ref('region', name),
    country: 'x',
    locale,
    private_capable: true,
    provider_region: provider,
  })
const place = (kind: 'app' | 'addon', name: string, where: string | null) =>
  item('region-residency', `${kind} ${name}`, {
    of: 'placement',
    kind,
    thing: ref(kind, name),
    region: where,
    of_app: kind === 'addon' ? ref('app', 'shop') : null,
  })

judges(addonInAppRegion, {
  'the same place under two names, another place, and an add-on that does not tell': {
    given: {
      items: [
        region('us', 'Virginia', 'us-east-1'),
        region('eu', 'Ireland', 'eu-west-1'),
        place('app', 'shop', 'us'),
        addon('here', 'shop', POSTGRES),
        place('addon', 'here', 'amazon-web-services::us-east-1'),
        addon('there', 'shop', POSTGRES),
        place('addon', 'there', 'eu'),
        addon('silent', 'shop', 'papertrail:choklad'),
        place('addon', 'silent', null),
      ],
    },
    answers: [
      ['here', 'pass'],
      ['there', 'fail', /in eu, its app shop in us: different/],
      ['silent', 'not-evaluated', /papertrail does not tell its region/],
    ],
  },
  'a database that refused': {
    given: {
      items: [place('app', 'shop', 'us'), addon('pg-1', 'shop', POSTGRES)],
      readings: [denied('region-residency', 'addon', 'pg-1', '/client/v11/databases/1')],
    },
    answers: [['pg-1', 'not-evaluated', /could not be read/]],
  },
})

judges(noEntryLevelPlan, {
  'by tier and by stage': {
    given: {
      items: [
        ...SHOP,
        addon('big', 'shop', POSTGRES),
        addon('small', 'shop', 'heroku-postgresql:essential-1'),
        addon('cache', 'shop', 'heroku-redis:mini'),
        addon('test', 'shop-staging', 'heroku-postgresql:essential-0'),
        addon('logs', 'shop', 'papertrail:choklad'),
      ],
    },
    answers: [
      ['big', 'pass'],
      ['small', 'fail', /essential-1 is entry level, and it is of production app shop/],
      ['cache', 'fail'],
      ['test', 'not-applicable'],
    ],
  },
  'a small database of staging that production uses': {
    given: {
      items: [
        ...SHOP,
        addon('lent', 'shop-staging', 'heroku-postgresql:essential-0'),
        attached('lent', 'shop', 'OLD_DB', 'shop-staging'),
      ],
    },
    answers: [['lent', 'fail', /attached to production app shop/]],
  },
  'stages that were refused': {
    given: {
      items: [addon('small', 'shop', 'heroku-postgresql:mini'), addon('big', 'shop', POSTGRES)],
      readings: [denied('pipelines-promotions', 'account', '~', '/pipeline-couplings')],
    },
    answers: [
      ['small', 'not-evaluated'],
      ['big', 'pass'],
    ],
  },
  'no data add-on': {
    given: { items: [addon('logs', 'shop', 'papertrail:choklad'), coupled('shop', 'production')] },
    answers: [['whole collection', 'not-applicable', /no data add-on/]],
  },
})
