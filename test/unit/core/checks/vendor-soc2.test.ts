import { describe, expect, it } from 'vitest'
import { firstGap, monthsAfter } from '../../../../electron/core/checks/facts/vendor.ts'
import {
  bridgeFollowsReport,
  exceptionsAssessed,
  reportNamesServices,
  soc2CoversPeriod,
  userControlsAnswered,
} from '../../../../electron/core/checks/vendor-soc2.ts'
import { DocumentReview } from '../../../../shared/model/records/document-review.ts'
import { judges } from '../../../fakes/judging.ts'
import { app } from '../../../fakes/planted.ts'
import { type PlantedReview, register } from '../../../fakes/vendor-documents.ts'

const report = (periodStart: string, periodEnd: string, more: object = {}): PlantedReview => ({
  title: `SOC 2 to ${periodEnd}`,
  sheet: { of: 'soc2-report', type: 'II', periodStart, periodEnd, opinion: 'unqualified', ...more },
})
const letter = (from: string, to: string): PlantedReview => ({
  title: `Letter to ${to}`,
  sheet: { of: 'bridge-letter', from, to },
})
const period = { start: '2026-01-01', end: '2026-12-31' }

judges(soc2CoversPeriod, {
  'a report that covers what is over of the period': {
    given: { period, ...register(report('2025-10-01', '2026-11-30')) },
    answers: [['whole collection', 'pass', /2026-01-01 to 2026-11-21/]],
  },
  'two reports without a gap': {
    given: { period, ...register(report('2026-04-01', '2026-12-31'), report('2025-04-01', '2026-03-31')) },
    answers: [['whole collection', 'pass', /2 reports/]],
  },
  'a report and a letter': {
    given: { period, ...register(report('2025-10-01', '2026-09-30'), letter('2026-10-01', '2026-12-31')) },
    answers: [['whole collection', 'pass', /bridge letter for 2026-10-01 to 2026-11-21/]],
  },
  'a gap at the end': {
    given: { period, ...register(report('2025-10-01', '2026-09-30')) },
    answers: [['whole collection', 'fail', /2026-10-01 to 2026-11-21/]],
  },
  'a gap in the middle': {
    given: { period, ...register(report('2025-01-01', '2026-03-31'), report('2026-05-01', '2026-12-31')) },
    answers: [['whole collection', 'fail', /2026-04-01 to 2026-04-30/]],
  },
  'type I only': {
    given: { period, ...register(report('2025-10-01', '2026-12-31', { type: 'I' })) },
    answers: [['whole collection', 'fail', /type I/]],
  },
  'no report, or one whose file was removed': {
    given: { period, ...register(report('2025-10-01', '2026-12-31')), documents: [] },
    answers: [['whole collection', 'not-evaluated', /No SOC 2 report/]],
  },
})

judges(bridgeFollowsReport, {
  'no letter is needed': {
    given: { period, ...register(report('2025-10-01', '2026-12-31')) },
    answers: [['whole collection', 'not-applicable']],
  },
  'a letter that follows at once': {
    given: { period, ...register(report('2025-07-01', '2026-06-30'), letter('2026-07-01', '2026-09-30')) },
    answers: [['Letter to 2026-09-30', 'pass', /follows the report that ends on 2026-06-30/]],
  },
  'a letter that leaves a day, and one that is too long': {
    given: {
      period,
      ...register(
        report('2025-07-01', '2026-06-30'),
        letter('2026-07-02', '2026-08-01'),
        letter('2026-07-01', '2026-10-01'),
      ),
    },
    answers: [
      ['Letter to 2026-08-01', 'fail', /no report ends/],
      ['Letter to 2026-10-01', 'fail', /more than 3 months/],
    ],
  },
  'a gap and no letter': {
    given: { period, ...register(report('2025-07-01', '2026-06-30')) },
    answers: [['whole collection', 'not-evaluated', /No bridge letter/]],
  },
  'no report': { given: { period }, answers: [['whole collection', 'not-evaluated', /No SOC 2/]] },
})

judges(reportNamesServices, {
  'the newest report counts': {
    given: {
      items: [app('web')],
      ...register(
        report('2025-01-01', '2025-12-31'),
        report('2026-01-01', '2026-12-31', { services: ['common-runtime'] }),
      ),
    },
    answers: [['SOC 2 to 2026-12-31', 'pass', /Common Runtime/]],
  },
  'a service that is missing': {
    given: {
      items: [app('web', { generation: 'fir' })],
      ...register(report('2026-01-01', '2026-12-31', { services: ['common-runtime'] })),
    },
    answers: [['SOC 2 to 2026-12-31', 'fail', /Fir generation/]],
  },
  'nothing in use': {
    given: {
      items: [app('old', { archived_at: '2026-01-01T00:00:00Z' })],
      ...register(report('2026-01-01', '2026-12-31')),
    },
    answers: [['SOC 2 to 2026-12-31', 'not-applicable']],
  },
  'no report': { given: { items: [app('web')] }, answers: [['whole collection', 'not-evaluated']] },
})

const exception = (id: string, assessment = '', assessedBy = '') => ({
  id,
  text: 'Found.',
  assessment,
  assessedBy,
})
judges(exceptionsAssessed, {
  'assessed, open, none': {
    given: register(
      report('2026-01-01', '2026-12-31', { exceptions: [exception('E1', 'No bearing.', 'Ana')] }),
      { ...report('2026-01-01', '2026-12-30', { exceptions: [exception('E2', 'Seen.')] }) },
      report('2026-01-01', '2026-12-29'),
    ),
    answers: [
      ['SOC 2 to 2026-12-31', 'pass'],
      ['SOC 2 to 2026-12-30', 'fail', /E2/],
      ['SOC 2 to 2026-12-29', 'not-applicable'],
    ],
  },
  'no report': { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

const control = (id: string, answer = '', evidence: readonly string[] = []) => ({
  id,
  text: 'Users keep their accounts.',
  answer,
  evidence,
  answeredBy: answer === '' ? '' : 'Ana',
})
judges(userControlsAnswered, {
  'answered, open, not entered': {
    given: register(
      report('2026-01-01', '2026-12-31', {
        controls: [control('C1', 'Done.', ['topic member-mfa']), control('C2', 'No such thing.')],
      }),
      report('2026-01-01', '2026-12-30', { controls: [control('C3')] }),
      report('2026-01-01', '2026-12-29'),
    ),
    answers: [
      ['SOC 2 to 2026-12-31', 'pass', /All 2 are answered, 1 of them/],
      ['SOC 2 to 2026-12-30', 'fail', /C3/],
      ['SOC 2 to 2026-12-29', 'not-evaluated'],
    ],
  },
  'no report': { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

describe('the arithmetic of periods', () => {
  const days = (start: string, end: string) => ({ start, end })
  it('finds the first gap, days inclusive', () => {
    expect(firstGap(days('2026-01-01', '2026-01-31'), [])).toEqual(days('2026-01-01', '2026-01-31'))
    expect(firstGap(days('2026-01-01', '2026-01-31'), [days('2026-01-01', '2026-01-31')])).toBeNull()
    expect(firstGap(days('2026-01-01', '2026-01-31'), [days('2026-01-02', '2026-12-31')])).toEqual(
      days('2026-01-01', '2026-01-01'),
    )
    expect(
      firstGap(days('2026-01-01', '2026-01-31'), [
        days('2026-01-01', '2026-01-10'),
        days('2026-01-11', '2026-02-01'),
      ]),
    ).toBeNull()
    expect(firstGap(days('2026-01-01', '2026-01-31'), [days('2025-01-01', '2025-12-31')])).toEqual(
      days('2026-01-01', '2026-01-31'),
    )
    expect(
      firstGap(days('2026-01-01', '2026-01-31'), [
        days('2026-01-01', '2026-01-30'),
        days('2026-01-05', '2026-01-06'),
      ]),
    ).toEqual(days('2026-01-31', '2026-01-31'))
  })

  it('adds months without running over the end of one', () => {
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28')
    expect(monthsAfter('2025-11-30', 3)).toBe('2026-02-28')
    expect(monthsAfter('2026-03-15', 12)).toBe('2027-03-15')
  })

  it('refuses what ends before it begins, by name', () => {
    const sheet = (of: object) =>
      DocumentReview.safeParse({ document: 1, sheet: of, reviewedBy: 'Ana', reviewedOn: '2026-01-01' })
    const bridge = sheet({ of: 'bridge-letter', from: '2026-02-01', to: '2026-01-01' })
    expect(bridge.error?.issues[0]?.message).toBe('the bridge letter ends before it begins')
    const iso = sheet({
      of: 'iso-certificate',
      standard: '27001',
      validFrom: '2026-02-01',
      validTo: '2026-01-01',
    })
    expect(iso.error?.issues[0]?.path).toEqual(['sheet', 'validTo'])
    expect(sheet({ of: 'bridge-letter', from: '2026-01-01', to: '2026-01-01' }).success).toBe(true)
  })
})
