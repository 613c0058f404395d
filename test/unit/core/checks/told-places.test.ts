import { inferenceIsApproved, vendorsAreAssured } from '../../../../electron/core/checks/addon-vendors.ts'
import { appsAreTagged } from '../../../../electron/core/checks/app-tags.ts'
import {
  rangesAreRegistered,
  ruleChangesAreExplained,
} from '../../../../electron/core/checks/approved-ranges.ts'
import {
  identifiersInSpaces,
  regulatedAppsInShield,
} from '../../../../electron/core/checks/data-class-places.ts'
import { drainHostsAreApproved } from '../../../../electron/core/checks/log-hosts.ts'
import type { DocumentInfo } from '../../../../shared/model/work.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { addon, app, ref, space } from '../../../fakes/planted.ts'
import { listGiven, narrowedTo, tagged } from '../../../fakes/told.ts'

const drain = (owner: string, host: string, of: 'app-drain' | 'space-drain' = 'app-drain') =>
  item('log-drains', `${owner} to ${host}`, {
    of,
    id: `drain:${owner}/${host}`,
    owner: ref(of === 'app-drain' ? 'app' : 'space', owner),
    scheme: 'syslog+tls',
    host,
    port: 6514,
    credential_in_address: false,
    addon: null,
    created_at: daysAgo(100),
  })

judges(drainHostsAreApproved, {
  'on the list, below a listed domain, on none, out of scope': {
    given: {
      items: [
        app('shop'),
        app('blog', { team: ref('team', 'marketing') }),
        drain('shop', 'Logs.acme.example'),
        drain('shop', 'eu.vendor.example'),
        drain('shop', 'vendor.example'),
        drain('blog', 'x.example'),
        drain('payments', 'logs.acme.example', 'space-drain'),
      ],
      records: [
        listGiven('log-hosts', [{ host: 'logs.acme.example' }, { host: '*.vendor.example' }]),
        narrowedTo({ teams: [ref('team', 'core')], spaces: [] }),
      ],
    },
    answers: [
      ['shop to Logs.acme.example', 'pass'],
      ['shop to eu.vendor.example', 'pass'],
      ['shop to vendor.example', 'fail', /Logs of shop go to vendor\.example/],
      ['blog to x.example', 'not-applicable', /out of the scope/],
      ['payments to logs.acme.example', 'not-applicable'],
    ],
  },
  'no list': {
    given: { items: [drain('shop', 'logs.acme.example')] },
    answers: [['whole collection', 'not-evaluated', /No list of approved log hosts/]],
  },
  'no drain, and no list': {
    given: {},
    answers: [['whole collection', 'not-applicable']],
  },
  'drains that were refused': {
    given: { readings: [denied('log-drains', 'app', 'shop')], records: [listGiven('log-hosts', [])] },
    answers: [['shop', 'not-evaluated']],
  },
})

function rules(
  name: string,
  at: string,
  sources: readonly string[],
  more: { current?: boolean; by?: string | null } = {},
) {
  return item('space-trusted-ips', `${name} rules of ${at}`, {
    id: `ruleset:${name}/${at}`,
    space: ref('space', name),
    current: more.current ?? true,
    created_at: `${at}T10:00:00Z`,
    created_by: more.by === undefined ? 'ana@acme.example' : more.by,
    rules: sources.map((source) => ({ action: 'allow', source })),
  })
}
const RANGES = listGiven('ip-ranges', [
  { range: '198.51.100.0/24', space: 'Payments', owner: 'Ana', reason: 'office' },
  { range: '203.0.113.7', owner: 'Ben', reason: 'VPN' },
  { range: '192.0.2.0/24', owner: 'Ben', reason: 'partner', until: '2026-06-30' },
])

judges(rangesAreRegistered, {
  'registered in another spelling; not; ended; shut; Fir; not told': {
    given: {
      items: [
        space('payments'),
        rules('payments', '2026-05-01', ['198.51.100.0/24', '203.0.113.7/32']),
        space('claims'),
        rules('claims', '2026-05-01', ['198.51.100.0/24']),
        space('partner'),
        rules('partner', '2026-05-01', ['192.0.2.0/24']),
        space('shut'),
        rules('shut', '2026-05-01', []),
        space('fir', { generation: 'fir' }),
        space('unread'),
      ],
      readings: [denied('space-trusted-ips', 'space', 'unread', '/spaces/x/inbound-ruleset')],
      records: [RANGES],
    },
    answers: [
      ['payments', 'pass', /2 ranges, each with owner and reason/],
      ['claims', 'fail', /Not on the list .*: 198\.51\.100\.0\/24/],
      ['partner', 'fail', /the time is over: 192\.0\.2\.0\/24/i],
      ['shut', 'not-applicable'],
      ['fir', 'not-applicable'],
      ['unread', 'not-evaluated'],
    ],
  },
  'no list': {
    given: { items: [space('payments'), rules('payments', '2026-05-01', ['198.51.100.0/24'])] },
    answers: [['payments', 'not-evaluated', /No list of approved address ranges/]],
  },
})

const born = { created_at: '2026-03-01T10:00:00Z' }
const spaceRead = (name: string) => reading('space-trusted-ips', 'space', name)

judges(ruleChangesAreExplained, {
  'with a reference by day and by rule set; without; the one that came with the space; before the period': {
    given: {
      items: [
        space('payments', born),
        rules('payments', '2026-03-01', ['0.0.0.0/0'], { current: false, by: null }),
        rules('payments', '2026-05-01', ['198.51.100.0/24'], { current: false }),
        rules('payments', '2026-05-02', ['198.51.100.0/25']),
        space('claims', born),
        rules('claims', '2026-05-03', ['192.0.2.0/24']),
        space('old'),
        rules('old', '2025-05-03', ['192.0.2.0/24']),
      ],
      readings: ['payments', 'claims', 'old'].map(spaceRead),
      records: [
        listGiven('explanations', [
          {
            kind: 'rule-change',
            subject: 'payments',
            on: '2026-05-01',
            reason: 'office',
            reference: 'CHG-1',
          },
          {
            kind: 'rule-change',
            subject: 'ruleset:payments/2026-05-02',
            reason: 'office',
            reference: 'CHG-2',
          },
          { kind: 'rule-change', subject: 'claims', on: '2026-05-03', reason: 'no ticket' },
        ]),
      ],
    },
    answers: [
      ['payments', 'pass', /2 changes of rules/],
      ['claims', 'fail', /1 of 1 change of rules without a reference: 2026-05-03 by ana@acme\.example/],
      ['old', 'not-applicable'],
    ],
  },
  'no list, and a space that was refused': {
    given: {
      items: [space('claims', born), rules('claims', '2026-05-03', ['192.0.2.0/24']), space('unread')],
      readings: [spaceRead('claims'), denied('space-trusted-ips', 'space', 'unread')],
    },
    answers: [
      ['claims', 'not-evaluated', /No list of explanations/],
      ['unread', 'not-evaluated'],
    ],
  },
})

const inSpace = (name: string, shield: boolean | null) => ({ space: { ...ref('space', name), shield } })
const PLACES = [
  app('pay', inSpace('payments', null)),
  space('payments', { shield: true }),
  app('claims', inSpace('private', false)),
  space('private'),
  app('lab', inSpace('unread', null)),
  app('blog'),
  app('untold'),
]

judges(regulatedAppsInShield, {
  'Shield by the space’s own record, Private, Common, not told, another class, untagged': {
    given: {
      items: PLACES,
      records: [
        tagged('pay', { dataClasses: ['cardholder', 'personal'] }),
        tagged('claims', { dataClasses: ['phi'] }),
        tagged('lab', { dataClasses: ['phi'] }),
        tagged('blog', { dataClasses: ['none'] }),
      ],
    },
    answers: [
      ['pay', 'pass', /cardholder data in Shield Space payments/],
      ['claims', 'fail', /protected health information in Private Space private/],
      ['lab', 'not-evaluated', /unread is shielded was not told/],
      ['blog', 'not-applicable'],
      ['untold', 'not-evaluated', /Nobody said what data/],
    ],
  },
  'card data in the Common Runtime': {
    given: { items: [app('blog')], records: [tagged('blog', { dataClasses: ['cardholder'] })] },
    answers: [['blog', 'fail', /in the Common Runtime/]],
  },
  'nobody said anything of any app': {
    given: { items: PLACES, records: [tagged('pay', { owner: 'Ana' })] },
    answers: [['whole collection', 'not-evaluated', /Nobody said of any app/]],
  },
})

judges(identifiersInSpaces, {
  'any space will do; the Common Runtime will not': {
    given: {
      items: PLACES.slice(0, 6),
      records: ['pay', 'claims', 'lab', 'blog'].map((name) =>
        tagged(name, { dataClasses: [name === 'pay' ? 'phi' : 'government-or-bank-identifier'] }),
      ),
    },
    answers: [
      ['pay', 'not-applicable', /tagged with protected health information only/],
      ['claims', 'pass'],
      ['lab', 'pass'],
      ['blog', 'fail', /government or bank identifiers in the Common Runtime/],
    ],
  },
  'nobody said anything': {
    given: { items: PLACES },
    answers: [['whole collection', 'not-evaluated']],
  },
})

judges(appsAreTagged, {
  'whole, half, not at all, out of scope, archived': {
    given: {
      items: [
        app('pay'),
        app('claims'),
        app('blog'),
        app('far', { team: ref('team', 'x') }),
        app('old', { archived_at: daysAgo(4) }),
      ],
      records: [
        tagged('pay', { dataClasses: ['none'], environment: 'production', owner: 'Ana' }),
        tagged('claims', { environment: 'production' }),
        narrowedTo({ teams: [ref('team', 'core')] }),
      ],
    },
    answers: [
      ['pay', 'pass', /Production, none of the classes of data, owner Ana/],
      ['claims', 'fail', /Nobody said its data class and owner/],
      ['blog', 'fail', /Nobody tagged the app/],
      ['far', 'not-applicable'],
      ['old', 'not-applicable'],
    ],
  },
  'nobody tagged anything': {
    given: { items: [app('pay')] },
    answers: [['whole collection', 'not-evaluated', /Nobody has tagged any app/]],
  },
})

const document = (title: string, more: Partial<DocumentInfo> = {}): DocumentInfo => ({
  id: 7,
  title,
  type: 'soc2-report',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  notes: '',
  fileName: `${title}.pdf`,
  bytes: 1,
  sha256: 'a'.repeat(64),
  by: 'ana@laptop',
  at: daysAgo(9),
  ...more,
})
const assured = (service: string, title: string, more: object = {}) => ({ service, document: title, ...more })

judges(vendorsAreAssured, {
  'in date, by file name, ended, not in the locker, without end, none, Heroku’s own': {
    given: {
      items: [
        'papertrail',
        'sendgrid',
        'bonsai',
        'rollbar',
        'redisgreen',
        'librato',
        'heroku-postgresql',
        'scheduler',
      ].map((service) => addon(service, 'shop', `${service}:basic`)),
      documents: [
        document('Papertrail SOC 2'),
        document('Bonsai SOC 2', { validTo: '2026-06-30' }),
        document('Redis ISO', { validTo: null }),
      ],
      records: [
        listGiven('vendor-assurance', [
          assured('papertrail', 'papertrail soc 2'),
          assured('sendgrid', 'Redis ISO.pdf', { validUntil: '2027-01-31' }),
          assured('bonsai', 'Bonsai SOC 2'),
          assured('rollbar', 'Rollbar SOC 2'),
          assured('redisgreen', 'Redis ISO'),
        ]),
      ],
    },
    answers: [
      ['papertrail', 'pass', /“Papertrail SOC 2” \(D-7\) is valid until 2026-12-31/],
      ['sendgrid', 'pass', /2027-01-31/],
      ['bonsai', 'fail', /ended on 2026-06-30/],
      ['rollbar', 'fail', /does not lie in this locker/],
      ['redisgreen', 'fail', /nobody said until when/],
      ['librato', 'fail', /has no document/],
      ['heroku-postgresql', 'not-applicable'],
      ['scheduler', 'not-applicable'],
    ],
  },
  'no list': {
    given: {
      items: [addon('papertrail', 'shop', 'papertrail:basic'), addon('pg', 'shop', 'heroku-postgresql:mini')],
    },
    answers: [
      ['papertrail', 'not-evaluated', /No list of assurance documents/],
      ['pg', 'not-applicable'],
    ],
  },
})

judges(inferenceIsApproved, {
  'none among them': {
    given: { items: [addon('papertrail', 'shop', 'papertrail:basic')] },
    answers: [['whole collection', 'pass', /None of 1 add-on/]],
  },
  'approved for the data, for less, not at all, with unknown data': {
    given: {
      items: [
        app('shop'),
        addon('one', 'shop', 'heroku-inference:claude'),
        addon('two', 'pay', 'heroku-inference:claude'),
        addon('three', 'shop', 'acme-llm:basic'),
        addon('four', 'blog', 'heroku-inference:claude'),
        addon('papertrail', 'shop', 'papertrail:basic'),
      ],
      records: [
        listGiven('addon-services', [{ service: 'Heroku-Inference', dataClasses: ['personal'] }]),
        tagged('shop', { dataClasses: ['personal'] }),
        tagged('pay', { dataClasses: ['personal', 'cardholder'] }),
      ],
    },
    answers: [
      ['one', 'pass'],
      ['two', 'fail', /not approved for the cardholder data of pay/],
      ['three', 'fail', /acme-llm on shop is not on the list/],
      ['four', 'not-evaluated', /nobody said what data blog handles/],
    ],
  },
  'no list': {
    given: { items: [addon('one', 'shop', 'heroku-inference:claude')] },
    answers: [['one', 'not-evaluated', /No list of approved add-on services/]],
  },
  'no add-on at all': {
    given: {},
    answers: [['whole collection', 'not-applicable']],
  },
})
