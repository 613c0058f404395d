import { dataStaysInRegion, spaceRegionsApproved } from '../../../../electron/core/checks/approved-regions.ts'
import type { RegionContent } from '../../../../shared/model/content.ts'
import { denied, item } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, ref, space } from '../../../fakes/planted.ts'
import { listGiven, narrowedTo, tagged } from '../../../fakes/told.ts'

const region = (name: string, country: string, provider: string) =>
  item('region-residency', name, {
    ...{ of: 'region', id: `region:${name}`, name, country, locale: name, private_capable: true },
    provider_region: provider,
  })
const CATALOG = [
  region('eu', 'Ireland', 'eu-west-1'),
  region('dublin', 'Ireland', 'eu-west-1'),
  region('frankfurt', 'Germany', 'eu-central-1'),
  region('london', 'United Kingdom', 'eu-west-2'),
  region('us', 'United States', 'us-east-1'),
]
type Kind = Extract<RegionContent, { of: 'placement' }>['kind']
const placed = (kind: Kind, name: string, where: string | null) =>
  item('region-residency', `${kind} ${name}`, {
    ...{ of: 'placement', kind, thing: ref(kind, name), region: where, of_app: null },
  })
const approved = listGiven('regions', [{ region: 'dublin' }, { region: 'london' }])

judges(dataStaysInRegion, {
  'on the list by any of its names, off the list, not told': {
    given: {
      items: [
        ...CATALOG,
        app('good'),
        placed('app', 'good', 'eu'),
        app('off'),
        placed('app', 'off', 'us'),
        app('mute'),
        space('away', { region: 'frankfurt' }),
        placed('space', 'away', 'frankfurt'),
        addon('db', 'good', 'heroku-postgresql:standard-0'),
        placed('addon', 'db', 'eu-west-1'),
        addon('cache', 'good', 'heroku-redis:premium-0'),
        placed('addon', 'cache', null),
        addon('logs', 'good', 'papertrail:fixa'),
      ],
      records: [approved],
    },
    answers: [
      ['good', 'pass', /It is in eu \(Ireland\), which is on the list of approved regions that Ana gave/],
      ['off', 'fail', /us \(United States\), which is not on/],
      ['mute', 'not-evaluated', /does not tell its region/],
      ['away', 'fail', /frankfurt/],
      ['db', 'pass', /eu-west-1 \(Ireland\)/],
      ['cache', 'not-evaluated', /does not tell/],
    ],
  },
  'French health data stays in the EEA, whatever the list says; London is outside': {
    given: {
      items: [
        ...CATALOG,
        app('sante', { space: { ...ref('space', 'sante-space'), shield: true } }),
        placed('app', 'sante', 'london'),
        space('sante-space', { region: 'london' }),
        placed('space', 'sante-space', 'london'),
        addon('db', 'sante', 'heroku-postgresql:standard-0'),
        placed('addon', 'db', 'eu-west-1'),
        app('lune'),
        placed('app', 'lune', 'moon'),
      ],
      records: [
        approved,
        tagged('sante', { dataClasses: ['french-health'] }),
        tagged('lune', { dataClasses: ['french-health'] }),
      ],
    },
    answers: [
      ['sante', 'fail', /French health data of sante is in london \(United Kingdom\), outside the EEA/],
      ['sante-space', 'fail', /outside the EEA/],
      ['db', 'pass'],
      ['lune', 'not-evaluated', /moon, which the catalog of regions does not know/],
    ],
  },
  'without a list only French health data can fail': {
    given: {
      items: [
        ...CATALOG,
        app('sante'),
        placed('app', 'sante', 'us'),
        app('plain'),
        placed('app', 'plain', 'us'),
      ],
      records: [tagged('sante', { dataClasses: ['french-health'] })],
    },
    answers: [
      ['sante', 'fail'],
      ['plain', 'not-evaluated', /us \(United States\)\. No list of approved regions was given/],
    ],
  },
  'nothing to judge, and lists that were refused': {
    given: {},
    answers: [['whole collection', 'not-applicable', /no app, space or data service/]],
  },
  'refused lists are one gap; a database that was refused is its own': {
    given: {
      items: [addon('db', 'shop', 'heroku-postgresql:standard-0')],
      readings: [
        denied('app-inventory', 'account', '~', '/apps'),
        denied('space-isolation', 'account', '~', '/spaces'),
        denied('region-residency', 'addon', 'db', '/client/v11/databases/addon:db'),
      ],
      records: [approved],
    },
    answers: [
      ['whole collection', 'not-evaluated', /list of apps.*list of spaces/],
      ['db', 'not-evaluated', /denied/],
    ],
  },
  'out of scope': {
    given: {
      items: [...CATALOG, app('off'), placed('app', 'off', 'us')],
      records: [approved, narrowedTo({ apps: [ref('app', 'other')] })],
    },
    answers: [['off', 'not-applicable', /out of the scope/]],
  },
})

judges(spaceRegionsApproved, {
  'on the list, off the list, and told by the space itself': {
    given: {
      items: [
        ...CATALOG,
        space('good', { region: 'dublin' }),
        placed('space', 'good', 'dublin'),
        space('bad', { region: 'frankfurt' }),
      ],
      records: [approved],
    },
    answers: [
      ['good', 'pass', /dublin \(Ireland\)/],
      ['bad', 'fail', /frankfurt \(Germany\), which is not on/],
    ],
  },
  'no list, no space': {
    given: { items: [space('good', { region: 'dublin' })] },
    answers: [['good', 'not-evaluated', /No list of approved regions/]],
  },
  'no space': { given: {}, answers: [['whole collection', 'not-applicable']] },
})
