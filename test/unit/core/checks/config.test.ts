import { noDebugInProduction, secretsAreMasked } from '../../../../electron/core/checks/config-exposure.ts'
import { noCopiedCredential } from '../../../../electron/core/checks/copied-credentials.ts'
import { secretsRotate } from '../../../../electron/core/checks/secret-rotation.ts'
import { productionSharesNoSecret } from '../../../../electron/core/checks/shared-secrets.ts'
import type {
  ConfigVarContent,
  ConfigVarRotationContent,
  Fingerprint,
} from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, attached, coupled, ref, SHOP } from '../../../fakes/planted.ts'

function secret(appName: string, key: string, more: Partial<ConfigVarRotationContent> = {}) {
  return item('config-var-rotation', `${appName} ${key}`, {
    app: ref('app', appName),
    key,
    value_updated_at: daysAgo(10),
    attachment: null,
    fingerprint: { hmac: `${appName}/${key}` },
    ...more,
  })
}

function variable(appName: string, key: string, more: Partial<ConfigVarContent> = {}) {
  return item('config-vars-inventory', `${appName} ${key}`, {
    app: ref('app', appName),
    key,
    secret_like: true,
    masked: true,
    masking_supported: true,
    value_updated_at: daysAgo(10),
    attachment: null,
    debug_flag_on: null,
    ...more,
  })
}

const rotationRead = (name: string) => reading('config-var-rotation', 'app', name)
const inventoryRead = (name: string) => reading('config-vars-inventory', 'app', name)
const same: Fingerprint = { hmac: 'same' }
const bothRead = [rotationRead('shop'), rotationRead('shop-staging')]

judges(secretsRotate, {
  'exactly ninety days are within ninety': {
    given: {
      items: [app('shop'), secret('shop', 'API_KEY', { value_updated_at: daysAgo(90) })],
      readings: [rotationRead('shop')],
    },
    answers: [['shop', 'pass', /1 secret, all changed within 90 days/]],
  },
  'the oldest is named first': {
    given: {
      items: [
        app('shop'),
        secret('shop', 'A_TOKEN', { value_updated_at: daysAgo(100) }),
        secret('shop', 'B_TOKEN', { value_updated_at: daysAgo(700) }),
        secret('shop', 'C_TOKEN'),
      ],
      readings: [rotationRead('shop')],
    },
    answers: [['shop', 'fail', /^2 of 3 secrets .*: B_TOKEN \(700 days\) and A_TOKEN \(100 days\)\.$/]],
  },
  'no date told': {
    given: {
      items: [app('shop'), secret('shop', 'API_KEY', { value_updated_at: null })],
      readings: [rotationRead('shop')],
    },
    answers: [['shop', 'not-evaluated', /API_KEY/]],
  },
  'no secret, refused, never read': {
    given: {
      items: [app('plain'), app('denied'), app('silent')],
      readings: [rotationRead('plain'), denied('config-var-rotation', 'app', 'denied')],
    },
    answers: [
      ['plain', 'not-applicable'],
      ['denied', 'not-evaluated', /token may not read this/],
      ['silent', 'not-evaluated', /was not read/],
    ],
  },
  'a settings endpoint that is absent does not hide what the other one told': {
    given: {
      items: [app('shop')],
      readings: [
        rotationRead('shop'),
        reading('config-var-rotation', 'app', 'shop', {
          path: '/apps/1/config-vars-settings',
          outcome: 'absent',
        }),
      ],
    },
    answers: [['shop', 'not-applicable']],
  },
})

judges(productionSharesNoSecret, {
  'each stage has its own': {
    given: {
      items: [...SHOP, secret('shop', 'API_KEY'), secret('shop-staging', 'API_KEY')],
      readings: bothRead,
    },
    answers: [
      ['shop', 'pass', /1 compared secret/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'the same value under another name': {
    given: {
      items: [
        ...SHOP,
        secret('shop', 'STRIPE_KEY', { fingerprint: same }),
        secret('shop-staging', 'PAY_KEY', { fingerprint: same }),
      ],
      readings: bothRead,
    },
    answers: [
      ['shop', 'fail', /STRIPE_KEY as shop-staging PAY_KEY/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'two production apps may share': {
    given: {
      items: [
        app('shop'),
        app('shop-eu'),
        coupled('shop', 'production'),
        coupled('shop-eu', 'production'),
        secret('shop', 'API_KEY', { fingerprint: same }),
        secret('shop-eu', 'API_KEY', { fingerprint: same }),
      ],
      readings: [rotationRead('shop'), rotationRead('shop-eu')],
    },
    answers: [
      ['shop', 'pass'],
      ['shop-eu', 'pass'],
    ],
  },
  'an app of unknown stage is neither': {
    given: {
      items: [
        app('shop'),
        app('loose'),
        coupled('shop', 'production'),
        secret('shop', 'API_KEY', { fingerprint: same }),
        secret('loose', 'API_KEY', { fingerprint: same }),
      ],
      readings: [rotationRead('shop'), rotationRead('loose')],
    },
    answers: [
      ['shop', 'not-evaluated', /app of unknown stage: API_KEY as loose API_KEY/],
      ['loose', 'not-applicable'],
    ],
  },
  'what has no fingerprint is told apart': {
    given: {
      items: [
        ...SHOP,
        secret('shop', 'API_KEY'),
        secret('shop', 'PIN_TOKEN', { fingerprint: { withheld: 'short' } }),
        secret('shop', 'OLD_KEY', { fingerprint: { withheld: 'empty' } }),
      ],
      readings: bothRead,
    },
    answers: [
      ['shop', 'pass', /1 compared secret/],
      ['shop (not compared)', 'not-evaluated', /PIN_TOKEN \(too short\)\.$/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'a staging app that was refused could share one': {
    given: {
      items: [...SHOP, secret('shop', 'API_KEY')],
      readings: [rotationRead('shop'), denied('config-var-rotation', 'app', 'shop-staging')],
    },
    answers: [
      ['shop', 'pass'],
      ['shop-staging', 'not-applicable'],
      ['shop-staging (other side)', 'not-evaluated', /shares a secret with production is not known/],
    ],
  },
  'production that was refused': {
    given: {
      items: SHOP,
      readings: [denied('config-var-rotation', 'app', 'shop'), rotationRead('shop-staging')],
    },
    answers: [
      ['shop', 'not-evaluated'],
      ['shop-staging', 'not-applicable'],
    ],
  },
})

const database = [addon('pg-1', 'shop', 'heroku-postgresql:standard-0'), attached('pg-1', 'shop', 'DATABASE')]

judges(noCopiedCredential, {
  'attached here, copied by hand there': {
    given: {
      items: [
        app('shop'),
        app('reports'),
        ...database,
        secret('shop', 'DATABASE_URL', { fingerprint: same, attachment: 'attachment:pg-1/shop/DATABASE' }),
        secret('shop', 'API_KEY'),
        secret('reports', 'SOURCE_URL', { fingerprint: same }),
      ],
      readings: [rotationRead('shop'), rotationRead('reports')],
    },
    answers: [
      ['shop', 'pass', /1 compared secret/],
      ['reports', 'fail', /SOURCE_URL equals shop DATABASE_URL/],
    ],
  },
  'attached to both is no copy, also where settings do not tell the attachment': {
    given: {
      items: [
        app('shop'),
        app('reports'),
        ...database,
        attached('pg-1', 'reports', 'SHOP_DB', 'shop'),
        secret('shop', 'DATABASE_URL', { fingerprint: same }),
        secret('reports', 'SHOP_DB_URL', { fingerprint: same }),
        secret('reports', 'API_KEY'),
      ],
      readings: [rotationRead('shop'), rotationRead('reports')],
    },
    answers: [
      ['shop', 'not-applicable'],
      ['reports', 'pass'],
    ],
  },
  'the key of a logging add-on is no data credential': {
    given: {
      items: [
        app('shop'),
        app('reports'),
        addon('logs-1', 'shop', 'papertrail:choklad'),
        attached('logs-1', 'shop', 'PAPERTRAIL'),
        secret('shop', 'PAPERTRAIL_API_TOKEN', {
          fingerprint: same,
          attachment: 'attachment:logs-1/shop/PAPERTRAIL',
        }),
        secret('reports', 'LOG_TOKEN', { fingerprint: same }),
      ],
      readings: [rotationRead('shop'), rotationRead('reports')],
    },
    answers: [
      ['shop', 'not-applicable'],
      ['reports', 'pass'],
    ],
  },
  'values that could not be read have no fingerprint': {
    given: {
      items: [app('shop'), secret('shop', 'API_KEY', { fingerprint: { withheld: 'not-readable' } })],
      readings: [rotationRead('shop')],
    },
    answers: [['shop', 'not-evaluated', /API_KEY \(not readable\)/]],
  },
  refused: {
    given: { items: [app('shop')], readings: [denied('config-var-rotation', 'app', 'shop')] },
    answers: [['shop', 'not-evaluated']],
  },
})

judges(secretsAreMasked, {
  'masked, open, not offered, not told': {
    given: {
      items: [
        app('masked'),
        variable('masked', 'API_KEY'),
        app('open'),
        variable('open', 'API_KEY', { masked: false }),
        variable('open', 'LANG', { secret_like: false, masked: false }),
        app('older'),
        variable('older', 'API_KEY', { masked: false, masking_supported: false }),
        app('public'),
        variable('public', 'API_KEY', { masked: null, masking_supported: null }),
        app('plain'),
        variable('plain', 'LANG', { secret_like: false }),
      ],
      readings: ['masked', 'open', 'older', 'public', 'plain'].map(inventoryRead),
    },
    answers: [
      ['masked', 'pass'],
      ['open', 'fail', /offered: API_KEY\.$/],
      ['older', 'not-applicable', /offers no masking/],
      ['public', 'not-evaluated'],
      ['plain', 'not-applicable'],
    ],
  },
  refused: {
    given: { items: [app('shop')], readings: [denied('config-vars-inventory', 'app', 'shop')] },
    answers: [['shop', 'not-evaluated']],
  },
})

const flag = (name: string, on: boolean | null) =>
  variable(name, 'DEBUG', { secret_like: false, masked: false, debug_flag_on: on })

judges(noDebugInProduction, {
  'off in production, on in staging': {
    given: {
      items: [...SHOP, flag('shop', false), flag('shop-staging', true)],
      readings: [inventoryRead('shop'), inventoryRead('shop-staging')],
    },
    answers: [
      ['shop', 'pass', /Off: DEBUG/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'no flag at all': {
    given: { items: [...SHOP, variable('shop', 'LANG')], readings: [inventoryRead('shop')] },
    answers: [
      ['shop', 'pass', /None of 1 config var/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  on: {
    given: { items: [...SHOP, flag('shop', true)], readings: [inventoryRead('shop')] },
    answers: [
      ['shop', 'fail', /On: DEBUG/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'names without values': {
    given: {
      items: [...SHOP, flag('shop', null)],
      readings: [
        inventoryRead('shop'),
        denied('config-vars-inventory', 'app', 'shop', '/apps/1/config-vars'),
      ],
    },
    answers: [
      ['shop', 'not-evaluated', /values could not be looked at/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  'a masked flag': {
    given: {
      items: [...SHOP, variable('shop', 'APP_DEBUG', { masked: true })],
      readings: [inventoryRead('shop')],
    },
    answers: [
      ['shop', 'not-evaluated', /Masked.*APP_DEBUG/],
      ['shop-staging', 'not-applicable'],
    ],
  },
  refused: {
    given: { items: SHOP, readings: [denied('config-vars-inventory', 'app', 'shop')] },
    answers: [
      ['shop', 'not-evaluated'],
      ['shop-staging', 'not-applicable'],
    ],
  },
})
