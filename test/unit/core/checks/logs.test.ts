import { archivesAreComplete, archivesAreIntact } from '../../../../electron/core/checks/audit-archives.ts'
import { drainAddressHasNoSecret, drainsUseTls } from '../../../../electron/core/checks/drain-safety.ts'
import {
  appsHaveLogDestination,
  shieldSpacesDrainLogs,
} from '../../../../electron/core/checks/log-destinations.ts'
import type { ArchiveContent, LogDestinationContent } from '../../../../shared/model/content.ts'
import { daysAgo, denied, item, reading } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, ref, space } from '../../../fakes/planted.ts'

type LogDrain = Extract<LogDestinationContent, { of: 'app-drain' | 'space-drain' }>

function drain(of: LogDrain['of'], owner: string, host: string, more: Partial<LogDrain> = {}) {
  return item('log-drains', `${owner} to ${host}`, {
    of,
    id: `drain:${owner}/${host}`,
    owner: ref(of === 'app-drain' ? 'app' : 'space', owner),
    scheme: 'syslog+tls',
    host,
    port: 6514,
    credential_in_address: false,
    addon: null,
    created_at: daysAgo(100),
    ...more,
  })
}

function telemetry(kind: 'app' | 'space', owner: string, ...signals: string[]) {
  return item('telemetry-drains', `${owner} telemetry`, {
    id: `telemetry:${owner}`,
    owner: { ...ref(kind, owner), type: kind },
    signals,
    exporter_type: 'otlphttp',
    scheme: 'https',
    host: 'otel.example',
    port: 4318,
    credential_in_address: false,
    header_names: ['api-key'],
    created_at: daysAgo(100),
  })
}

const appRead = (name: string) => reading('log-drains', 'app', name)
const inSpace = (name: string) => ({ space: { ...ref('space', name), shield: true } })

judges(appsHaveLogDestination, {
  'own drain, drain of the space, telemetry with and without logs, none': {
    given: {
      items: [
        app('own'),
        drain('app-drain', 'own', 'logs.example'),
        app('shielded', inSpace('vault')),
        drain('space-drain', 'vault', 'siem.example'),
        app('fir', inSpace('forest')),
        telemetry('space', 'forest', 'traces', 'logs'),
        app('metrics'),
        telemetry('app', 'metrics', 'metrics'),
        app('none'),
      ],
      readings: ['own', 'shielded', 'fir', 'metrics', 'none'].map(appRead),
    },
    answers: [
      ['own', 'pass', /logs\.example/],
      ['shielded', 'pass', /siem\.example of space vault/],
      ['fir', 'pass'],
      ['metrics', 'fail'],
      ['none', 'fail', /^The app has no log destination\.$/],
    ],
  },
  'one refused endpoint keeps a fail from being certain, not a pass': {
    given: {
      items: [
        app('own'),
        drain('app-drain', 'own', 'logs.example'),
        app('blind'),
        app('shielded', inSpace('vault')),
      ],
      readings: [
        appRead('own'),
        denied('telemetry-drains', 'app', 'own', '/apps/1/telemetry-drains'),
        denied('log-drains', 'app', 'blind', '/apps/2/log-drains'),
        appRead('shielded'),
        denied('log-drains', 'space', 'vault', '/spaces/1/log-drain'),
      ],
    },
    answers: [
      ['own', 'pass'],
      ['blind', 'not-evaluated'],
      ['shielded', 'not-evaluated'],
    ],
  },
  'an app that only its team shows could be in a space with a drain': {
    given: {
      items: [item('app-lock', 'hidden', { ...ref('app', 'hidden'), team: 'core', locked: false })],
      readings: [appRead('hidden')],
    },
    answers: [['hidden', 'not-evaluated', /its space is not known/]],
  },
})

const vault = reading('log-drains', 'space', 'vault')

judges(shieldSpacesDrainLogs, {
  'with and without, not shielded, on Fir': {
    given: {
      items: [
        space('vault', { shield: true }),
        drain('space-drain', 'vault', 'siem.example'),
        space('bare', { shield: true }),
        space('plain'),
        space('forest', { shield: true, generation: 'fir' }),
      ],
      readings: [
        vault,
        reading('log-drains', 'space', 'bare', { outcome: 'off', path: '/spaces/2/log-drain' }),
      ],
    },
    answers: [
      ['vault', 'pass'],
      ['bare', 'fail', /no log drain/],
      ['plain', 'not-applicable', /not shielded/],
      ['forest', 'not-applicable', /telemetry/],
    ],
  },
  refused: {
    given: {
      items: [space('vault', { shield: true })],
      readings: [denied('log-drains', 'space', 'vault', '/spaces/1/log-drain')],
    },
    answers: [['vault', 'not-evaluated']],
  },
  'no space': { given: {}, answers: [['whole collection', 'not-applicable', /Common Runtime/]] },
})

judges(drainsUseTls, {
  'by protocol': {
    given: {
      items: [
        drain('app-drain', 'a', 'tls.example'),
        drain('app-drain', 'b', 'https.example', { scheme: 'https' }),
        drain('app-drain', 'c', 'clear.example', { scheme: 'syslog' }),
        drain('app-drain', 'd', 'http.example', { scheme: 'http' }),
        drain('app-drain', 'e', 'odd.example', { scheme: 'gopher' }),
      ],
    },
    answers: [
      ['a to tls.example', 'pass'],
      ['b to https.example', 'pass'],
      ['c to clear.example', 'fail', /not encrypted \(syslog\)/],
      ['d to http.example', 'fail'],
      ['e to odd.example', 'not-evaluated'],
    ],
  },
  'no drain': { given: { readings: [appRead('a')] }, answers: [['whole collection', 'not-applicable']] },
  refused: { given: { readings: [denied('log-drains', 'app', 'a')] }, answers: [['a', 'not-evaluated']] },
})

judges(drainAddressHasNoSecret, {
  'with and without': {
    given: {
      items: [
        drain('app-drain', 'a', 'clean.example'),
        drain('app-drain', 'b', 'key.example', { credential_in_address: true }),
      ],
    },
    answers: [
      ['a to clean.example', 'pass'],
      ['b to key.example', 'fail'],
    ],
  },
  'no drain': { given: { readings: [appRead('a')] }, answers: [['whole collection', 'not-applicable']] },
  refused: { given: { readings: [denied('log-drains', 'app', 'a')] }, answers: [['a', 'not-evaluated']] },
})

function archive(month: string, more: Partial<ArchiveContent> = {}) {
  const [year, number = ''] = month.split('-')
  return item('audit-trail-events', `acme ${month}`, {
    enterprise_account: ref('enterprise', 'acme'),
    year: Number(year),
    month: number,
    created_at: daysAgo(5),
    checksum: 'ab'.repeat(32),
    size: 1000,
    downloaded_sha256: 'ab'.repeat(32),
    downloaded_size: 1000,
    intact: true,
    events: 12,
    first_at: null,
    last_at: null,
    envelope: 'array',
    ...more,
  })
}

const acme = reading('audit-trail-events', 'enterprise', 'acme')
const third = { start: '2026-08-15', end: '2026-12-31' }

judges(archivesAreComplete, {
  'every month that has ended, the running one may be missing': {
    given: {
      items: ['2026-08', '2026-09', '2026-10'].map((m) => archive(m)),
      readings: [acme],
      period: third,
    },
    answers: [
      ['acme 2026-08', 'pass'],
      ['acme 2026-09', 'pass', /there, of 2026-11-16/],
      ['acme 2026-10', 'pass'],
    ],
  },
  'a gap': {
    given: { items: ['2026-08', '2026-10'].map((m) => archive(m)), readings: [acme], period: third },
    answers: [
      ['acme 2026-08', 'pass'],
      ['acme 2026-09', 'fail', /no archive of 2026-09/],
      ['acme 2026-10', 'pass'],
    ],
  },
  'a month that was refused on download is there all the same': {
    given: {
      items: [archive('2026-10', { downloaded_sha256: null })],
      readings: [
        acme,
        denied('audit-trail-events', 'enterprise', 'acme', '/enterprise-accounts/1/archives/2026/10'),
      ],
      period: { start: '2026-10-01', end: '2026-10-31' },
    },
    answers: [['acme 2026-10', 'pass']],
  },
  'a period that has just begun': {
    given: { readings: [acme], period: { start: '2026-11-01', end: '2027-10-31' } },
    answers: [['acme', 'not-applicable']],
  },
  'no enterprise account': { given: {}, answers: [['whole collection', 'not-applicable']] },
  refused: {
    given: {
      readings: [denied('audit-trail-events', 'enterprise', 'acme', '/enterprise-accounts/1/archives')],
      period: third,
    },
    answers: [['acme', 'not-evaluated']],
  },
})

judges(archivesAreIntact, {
  'equal, another checksum, another size, not downloaded, not read': {
    given: {
      items: [
        archive('2026-08'),
        archive('2026-09', { downloaded_sha256: 'cd'.repeat(32), intact: false }),
        archive('2026-10', { downloaded_size: 999, intact: false }),
        archive('2026-11', { downloaded_sha256: null, downloaded_size: null, intact: null, events: null }),
      ],
      readings: [
        acme,
        denied('audit-trail-events', 'enterprise', 'acme', '/enterprise-accounts/1/archives/2026/07'),
      ],
    },
    answers: [
      ['acme 2026-08', 'pass', /12 events read/],
      ['acme 2026-09', 'fail', /SHA-256 is cdcdcdcdcdcd/],
      ['acme 2026-10', 'fail', /999 bytes, published are 1000/],
      ['acme 2026-11', 'not-evaluated'],
      ['acme 2026-07', 'not-evaluated'],
    ],
  },
  'a month that was not fetched because the storage did not answer hides no other': {
    given: {
      items: [
        archive('2026-08'),
        archive('2026-09', { downloaded_sha256: null, downloaded_size: null, intact: null, events: null }),
        archive('2026-10', { downloaded_sha256: null, downloaded_size: null, intact: false, events: null }),
      ],
      readings: [
        acme,
        reading('audit-trail-events', 'enterprise', 'acme', { outcome: 'failed', reason: 'not fetched' }),
      ],
    },
    answers: [
      ['acme 2026-08', 'pass'],
      ['acme 2026-09', 'not-evaluated'],
      ['acme 2026-10', 'fail', /damaged/],
    ],
  },
  'no archive yet': { given: { readings: [acme] }, answers: [['acme', 'not-applicable']] },
  'no enterprise account': { given: {}, answers: [['whole collection', 'not-applicable']] },
})
