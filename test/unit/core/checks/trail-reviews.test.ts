import { riskyEventsExamined, trailReviewedMonthly } from '../../../../electron/core/checks/trail-reviews.ts'
import { daysAgo, item, type PlantedEvent, told } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { ref } from '../../../fakes/planted.ts'

const archive = (month: string) =>
  item('audit-trail-events', `acme ${month}`, {
    enterprise_account: ref('enterprise', 'acme'),
    year: 2026,
    month: month.slice(5),
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
  })
const signed = (month: string) =>
  told('trail-review', month, { reviewer: 'Rae', date: '2026-11-02', text: '' })

judges(trailReviewedMonthly, {
  'signed and open months; the running one is not judged': {
    given: {
      period: { start: '2026-09-01', end: '2026-12-31' },
      items: [archive('2026-09'), archive('2026-10')],
      records: [signed('2026-10')],
    },
    answers: [
      ['2026-09', 'fail', /Nobody/],
      ['2026-10', 'pass', /Rae signed it off on 2026-11-02/],
    ],
  },
  'no month has ended': {
    given: { period: { start: '2026-11-01', end: '2026-12-31' }, items: [archive('2026-10')] },
    answers: [['whole collection', 'not-applicable', /had ended/]],
  },
  'no audit trail': { given: {}, answers: [['whole collection', 'not-applicable', /Enterprise/]] },
  'not collected': {
    given: { collection: { topics: [] } },
    answers: [['whole collection', 'not-evaluated', /did not read/]],
  },
})

const event = (type: string, action: string, actor: string, day = '2026-06-01'): PlantedEvent => ({
  type,
  action,
  actor,
  at: `${day}T10:00:00Z`,
})
const marked = (seq: number, by: string) =>
  told('tickmark', `event:${seq}`, {
    about: { kind: 'event', id: String(seq), title: '' },
    mark: '✓',
    text: '',
    by,
  })

judges(riskyEventsExamined, {
  'examined, open, and examined by the actor': {
    given: {
      items: [archive('2026-06')],
      events: [
        event('member', 'create', 'ana@acme.example'),
        event('collaborator', 'destroy', 'ana@acme.example'),
        event('collaborator', 'destroy', 'ben@acme.example'),
        event('space', 'update', 'ana@acme.example'),
        event('app', 'create', 'ana@acme.example'),
        event('member', 'create', 'ana@acme.example', '2025-06-01'),
      ],
      records: [marked(1, 'rae@acme.example'), marked(3, 'rae@acme.example'), marked(4, 'Ana@acme.example')],
    },
    answers: [
      ['member create', 'pass', /All 1 event/],
      ['collaborator destroy', 'fail', /Of 2 events, 1 are not examined and 0/],
      ['space update', 'fail', /0 are not examined and 1 only by their own actor/],
    ],
  },
  'no such event': {
    given: { items: [archive('2026-06')], events: [event('app', 'create', 'ana@acme.example')] },
    answers: [['whole collection', 'not-applicable']],
  },
  'not collected': {
    given: { collection: { topics: [] } },
    answers: [['whole collection', 'not-evaluated']],
  },
})
