import { archivesAreHeld, daysAddUpToArchives } from '../../../../electron/core/checks/audit-holdings.ts'
import type { AuditHoldingContent } from '../../../../shared/model/content.ts'
import { denied, item } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { ref } from '../../../fakes/planted.ts'

type Of<K extends AuditHoldingContent['of']> = Extract<AuditHoldingContent, { of: K }>

const enterprise = (name: string) =>
  item(
    'sso-identity-provider',
    name,
    {
      of: 'enterprise-account',
      id: `enterprise:${name}`,
      name,
      enterprise_account: null,
      identity_provider: null,
    },
    { subjectId: `enterprise:${name}` },
  )

const holding = (name: string, more: Partial<Of<'holding'>>) =>
  item('audit-trail-retention', name, {
    ...{ of: 'holding', enterprise_account: ref('enterprise', name), first: '2024-11', last: '2026-10' },
    ...{ gaps: [], consecutive: 24, open_month: '2026-11', open_month_held: true },
    ...{ first_published: '2024-11', events: 9 },
    ...more,
  })

const month = (name: string, more: Partial<Of<'month'>>) =>
  item('audit-trail-retention', `${name} ${more.month ?? '2026-10'}`, {
    ...{ of: 'month', enterprise_account: ref('enterprise', name), month: '2026-10', closed: true },
    published_checksum: null,
    issues: [{ checksum: 'ab'.repeat(32), created_at: '2026-11-01T00:02:00Z', events: 5 }],
    ...{ reissued: false, changed: 0, days_read: 31, days: 31, in_archive: 5, in_daily: 5, distinct: 5 },
    ...{ days_different: [], days_without_events: [] },
    ...more,
  })

const day = (name: string, more: Partial<Of<'day'>>) =>
  item('audit-trail-retention', `${name} ${more.day}`, {
    ...{ of: 'day', enterprise_account: ref('enterprise', name), day: '2026-10-12', whole: true },
    ...{ in_archive: 5, in_daily: 4, distinct: 5, missing_in_archive: 0, missing_in_daily: 1 },
    ...{ changed: 0, repeated: 0 },
    ...more,
  })

const refusedList = (name: string) =>
  denied('audit-trail-events', 'enterprise', name, `/enterprise-accounts/enterprise:${name}/archives`)
const refusedDay = (name: string) =>
  denied(
    'audit-trail-events',
    'enterprise',
    name,
    `/enterprise-accounts/enterprise:${name}/events?day=2026-09-01`,
  )

judges(archivesAreHeld, {
  'long enough, with a gap further back, too short, young, none yet, refused': {
    given: {
      items: [
        ...['long', 'gap', 'short', 'young', 'new', 'shut'].map(enterprise),
        holding('long', {}),
        holding('gap', { consecutive: 12, gaps: ['2025-10'] }),
        holding('short', { consecutive: 6, gaps: ['2026-04'] }),
        holding('young', { first: '2026-08', first_published: '2026-08', consecutive: 3 }),
        holding('new', { first: null, last: null, first_published: null, consecutive: 0 }),
        holding('shut', { first: null, last: null, first_published: null, consecutive: 0 }),
      ],
      readings: [refusedList('shut')],
    },
    answers: [
      ['long', 'pass'],
      ['long newest months', 'pass'],
      ['gap', 'pass', /missing 2025-10/],
      ['gap newest months', 'pass'],
      ['short', 'fail', /6 months in a row.*12 months are asked for; missing 2026-04/],
      ['short newest months', 'pass'],
      ['young', 'pass', /every month that Heroku publishes/],
      ['young newest months', 'pass'],
      ['new', 'not-applicable'],
      ['shut', 'not-evaluated', /could not be read/],
    ],
  },
  'a young account of which a month is missing': {
    given: {
      items: [
        enterprise('young'),
        holding('young', { first: '2026-06', first_published: '2026-06', gaps: ['2026-07'], consecutive: 2 }),
      ],
    },
    answers: [
      ['young', 'fail'],
      ['young newest months', 'fail', /2 in a row/],
    ],
  },
  'no enterprise account': { given: {}, answers: [['whole collection', 'not-applicable']] },
})

judges(daysAddUpToArchives, {
  'equal, different, told differently, running, not all days, without archive': {
    given: {
      items: [
        enterprise('acme'),
        month('acme', { month: '2026-10' }),
        month('acme', { month: '2026-09', days_different: ['2026-09-12'], in_daily: 4 }),
        day('acme', { day: '2026-09-12' }),
        month('acme', { month: '2026-08', changed: 2, reissued: true }),
        month('acme', { month: '2026-11', closed: false, days_read: 20, days: 30 }),
        month('acme', { month: '2026-07', days_read: 3 }),
        month('acme', { month: '2026-06', issues: [] }),
        month('acme', { month: '2026-05', days_read: 0 }),
      ],
    },
    answers: [
      ['acme 2026-10', 'pass'],
      ['acme 2026-09', 'fail', /Archive 5, daily 4, together 5 .*2026-09-12: the daily list lacks 1/],
      ['acme 2026-08', 'fail', /2 events told differently.*issued this archive anew/],
      ['acme 2026-11', 'not-evaluated', /had not ended.*none differs/],
      ['acme 2026-07', 'not-evaluated', /3 of 31 days/],
      ['acme 2026-06', 'not-evaluated'],
    ],
  },
  'the first day of a month': {
    given: {
      items: [
        enterprise('acme'),
        month('acme', { month: '2026-10' }),
        month('acme', { month: '2026-11', closed: false, days_read: 0, days: 30 }),
      ],
    },
    answers: [
      ['acme 2026-10', 'pass'],
      ['acme 2026-11', 'not-evaluated', /no whole day/],
    ],
  },
  'daily events refused, archives refused, nothing yet': {
    given: {
      items: [
        ...['closed', 'shut', 'new'].map(enterprise),
        holding('closed', {}),
        month('closed', { days_read: 0 }),
        holding('shut', { first: null }),
        holding('new', { first: null }),
      ],
      readings: [refusedDay('closed'), refusedList('shut')],
    },
    answers: [
      ['closed', 'not-evaluated', /no month were read/],
      ['shut', 'not-evaluated'],
      ['new', 'not-applicable'],
    ],
  },
  'no enterprise account': { given: {}, answers: [['whole collection', 'not-applicable']] },
})
