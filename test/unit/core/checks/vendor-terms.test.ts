import {
  incidentsHaveNote,
  restrictedStaysHere,
  vendorCaiqMapped,
} from '../../../../electron/core/checks/vendor-register.ts'
import {
  awsDocumentsOnFile,
  baaBeforeHealthData,
  incidentNoticeRecorded,
  penetrationTestCurrent,
  recoveryTargetsMet,
  sparcRecorded,
  subprocessorsReviewed,
} from '../../../../electron/core/checks/vendor-terms.ts'
import { List } from '../../../../shared/model/records/lists.ts'
import { daysAgo, told } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'
import { app } from '../../../fakes/planted.ts'
import { type PlantedReview, register, tagged } from '../../../fakes/vendor-documents.ts'

const health = tagged('care', { dataClasses: ['phi'] })
const baa = (effective: string): PlantedReview => ({
  title: 'BAA',
  sheet: { of: 'baa', effective, services: [] },
})
const withHealth = (...reviews: readonly PlantedReview[]) => {
  const { documents, records } = register(...reviews)
  return { documents: documents ?? [], records: [...(records ?? []), health] }
}
judges(baaBeforeHealthData, {
  'before the app was made': {
    given: {
      items: [app('care', { created_at: daysAgo(30) }), app('other')],
      ...withHealth(baa('2026-01-01')),
    },
    answers: [['care', 'pass', /in force since 2026-01-01/]],
  },
  'after it': {
    given: { items: [app('care', { created_at: daysAgo(300) })], ...withHealth(baa('2026-11-01')) },
    answers: [['care', 'fail', /only since 2026-11-01/]],
  },
  'none on file': { given: { items: [app('care')], ...withHealth() }, answers: [['care', 'fail', /no BAA/]] },
  'no health data': {
    given: { items: [app('care')], ...register(baa('2026-01-01')) },
    answers: [['whole collection', 'not-applicable']],
  },
  'an app whose beginning is not known': {
    given: {
      items: [
        {
          topic: 'app-lock',
          subject: 'care',
          subjectId: 'app:care',
          content: { id: 'app:care', name: 'care', team: 'core', locked: true },
        },
      ],
      ...withHealth(baa('2026-01-01')),
    },
    answers: [['care', 'not-evaluated', /not known/]],
  },
})

const reviewedOn = (of: PlantedReview['sheet'], on: string): PlantedReview => ({
  title: 'Document',
  sheet: of,
  more: { reviewedOn: on },
})
const list: PlantedReview['sheet'] = { of: 'subprocessors', listedOn: '2026-01-01', names: ['AWS'] }
judges(subprocessorsReviewed, {
  'reviewed within the year': {
    given: register(reviewedOn(list, '2025-11-22')),
    answers: [['Document', 'pass', /Ana reviewed it/]],
  },
  'reviewed too long ago': {
    given: register(reviewedOn(list, '2025-11-21')),
    answers: [['Document', 'fail']],
  },
  none: { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

const aws = (title: string, validTo: string): PlantedReview => ({
  title,
  sheet: { of: 'aws-assurance', report: 'SOC 2', validFrom: '2025-01-01', validTo },
})
judges(awsDocumentsOnFile, {
  'valid and lapsed': {
    given: register(aws('new', '2026-12-31'), aws('old', '2026-01-31')),
    answers: [
      ['new', 'pass'],
      ['old', 'fail'],
    ],
  },
  none: { given: {}, answers: [['whole collection', 'fail', /No assurance document/]] },
})

const sparc = (on: string) => reviewedOn({ of: 'sparc', version: '2026-03-01', services: [] }, on)
judges(sparcRecorded, {
  'read within the year': {
    given: register(sparc('2026-05-01')),
    answers: [['Document', 'pass', /2026-03-01/]],
  },
  'read too long ago': { given: register(sparc('2025-05-01')), answers: [['Document', 'fail']] },
  none: { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

const test = (date: string): PlantedReview => ({ title: 'Test', sheet: { of: 'penetration-test', date } })
judges(penetrationTestCurrent, {
  'within the year': { given: register(test('2024-01-01'), test('2026-01-01')), answers: [['Test', 'pass']] },
  older: { given: register(test('2025-01-01')), answers: [['Test', 'fail']] },
  none: { given: {}, answers: [['whole collection', 'fail']] },
})

const recovery: PlantedReview = {
  title: 'DR',
  sheet: { of: 'dr-statement', restoreHours: 12, lossHours: 4, services: ['private-spaces'] },
}
const whole: PlantedReview = {
  title: 'DR',
  sheet: { of: 'dr-statement', restoreHours: 12, lossHours: 4, services: ['common-runtime'] },
}
judges(recoveryTargetsMet, {
  'targets that the vendor carries': {
    policy: { ownRestoreHours: 12, ownLossHours: 24 },
    given: { items: [app('web')], ...register(whole) },
    answers: [['DR', 'pass']],
  },
  'a tighter target': {
    policy: { ownRestoreHours: 4 },
    given: { items: [app('web')], ...register(whole) },
    answers: [['DR', 'fail', /back within 4 h, the vendor says 12 h/]],
  },
  'a service outside': {
    policy: { ownLossHours: 4 },
    given: { items: [app('web')], ...register(recovery) },
    answers: [['DR', 'fail', /Common Runtime/]],
  },
  'no target': {
    given: { items: [app('web')], ...register(whole) },
    answers: [['whole collection', 'not-applicable']],
  },
  'no statement': {
    policy: { ownLossHours: 4 },
    given: { items: [app('web')] },
    answers: [['whole collection', 'not-evaluated']],
  },
})

const notice = (ownPlanOn: string | null): PlantedReview => ({
  title: 'Terms',
  sheet: { of: 'incident-terms', noticeHours: null, term: 'without undue delay', ownPlanOn },
})
judges(incidentNoticeRecorded, {
  'taken up': { given: register(notice('2026-02-01')), answers: [['Terms', 'pass', /without undue delay/]] },
  'not taken up': { given: register(notice(null)), answers: [['Terms', 'fail']] },
  none: { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

const secret = (title: string, ...recipients: readonly string[]): PlantedReview => ({
  title,
  sheet: { of: 'runbook', version: '2026-01-01' },
  more: {
    confidentiality: 'restricted',
    recipients: recipients.map((agreement) => ({ name: 'KLM Audit', agreement, on: '2026-02-01' })),
  },
})
judges(restrictedStaysHere, {
  'nobody, with and without an agreement': {
    given: register(secret('kept'), secret('agreed', 'NDA 7'), secret('open', '')),
    answers: [
      ['kept', 'pass', /stays in the locker/],
      ['agreed', 'pass', /KLM Audit/],
      ['open', 'fail', /without a recorded agreement/],
    ],
  },
  'none is restricted': {
    given: register({ title: 'Public', sheet: { of: 'runbook', version: '2026-01-01' } }),
    answers: [['whole collection', 'not-applicable']],
  },
})

const incidents = (...rows: readonly object[]) =>
  told(
    'list',
    'incidents',
    List.parse({ kind: 'incidents', suppliedBy: 'Ana', source: { how: 'typed' }, rows }),
  )
const incident = (number: string, on: string, note: string | null, notedBy: string | null) => ({
  incident: number,
  on,
  title: 'Slow dashboard',
  affected: null,
  note,
  notedBy,
})
judges(incidentsHaveNote, {
  'noted, open, of another year': {
    given: {
      records: [
        incidents(
          incident('1', '2026-02-01', 'No bearing', 'Ana'),
          incident('2', '2026-03-01', null, null),
          incident('3', '2025-03-01', null, null),
        ),
      ],
    },
    answers: [
      ['1: Slow dashboard', 'pass', /Ana noted/],
      ['2: Slow dashboard', 'fail'],
    ],
  },
  'none in the period': {
    given: { records: [incidents()] },
    answers: [['whole collection', 'not-applicable']],
  },
  'no list': { given: {}, answers: [['whole collection', 'not-evaluated', /No list of incidents/]] },
})

const caiq = (title: string, answered: number): PlantedReview => ({
  title,
  sheet: { of: 'vendor-caiq', version: '4.0.3', questions: 261, customerOwned: 80, answered },
})
judges(vendorCaiqMapped, {
  'answered and open': {
    given: register(caiq('done', 80), caiq('open', 60), {
      title: 'Runbook',
      sheet: { of: 'runbook', version: '2026-01-01' },
    }),
    answers: [
      ['done', 'pass'],
      ['open', 'fail', /20 have no own answer/],
      ['Security runbook', 'pass'],
    ],
  },
  none: {
    given: {},
    answers: [
      ['whole collection', 'not-evaluated'],
      ['Security runbook', 'not-evaluated'],
    ],
  },
})
