import {
  healthAndGovernmentScope,
  isoCertificatesValid,
  otherReportsFit,
  pciAttestationCurrent,
  pciMatrixComplete,
  physicalControlsCarried,
  privacyCertificationsCurrent,
} from '../../../../electron/core/checks/vendor-certificates.ts'
import { PCI_REQUIREMENTS } from '../../../../shared/model/records/document-review.ts'
import { judges } from '../../../fakes/judging.ts'
import { app, ref } from '../../../fakes/planted.ts'
import { type PlantedReview, register, tagged } from '../../../fakes/vendor-documents.ts'

const given = (reviews: readonly PlantedReview[], ...tags: readonly ReturnType<typeof tagged>[]) => {
  const { documents, records } = register(...reviews)
  return { documents: documents ?? [], records: [...(records ?? []), ...tags] }
}
const iso = (
  title: string,
  validTo: string,
  services: readonly 'common-runtime'[] = ['common-runtime'],
): PlantedReview => ({
  title,
  sheet: {
    of: 'iso-certificate',
    standard: '27001',
    validFrom: '2024-01-01',
    validTo,
    services: [...services],
  },
})

judges(isoCertificatesValid, {
  'valid, lapsed, of other services': {
    given: {
      items: [app('web')],
      ...given([iso('good', '2027-01-01'), iso('lapsed', '2026-11-20'), iso('narrow', '2027-01-01', [])]),
    },
    answers: [
      ['good', 'pass'],
      ['lapsed', 'fail', /not on 2026-11-21/],
      ['narrow', 'fail', /does not name Common Runtime/],
    ],
  },
  'none on file': { given: { items: [app('web')] }, answers: [['whole collection', 'not-evaluated']] },
})

const cards = tagged('pay', { dataClasses: ['cardholder'] })
const aoc = (
  title: string,
  date: string,
  services: ('shield-spaces' | 'postgres')[] = ['shield-spaces'],
): PlantedReview => ({
  title,
  sheet: { of: 'pci-aoc', date, services },
})
judges(pciAttestationCurrent, {
  'current, old, of other services': {
    given: {
      items: [app('pay')],
      ...given(
        [aoc('good', '2025-11-22'), aoc('old', '2025-11-21'), aoc('narrow', '2026-06-01', ['postgres'])],
        cards,
      ),
    },
    answers: [
      ['good', 'pass'],
      ['old', 'fail', /twelve months ago/],
      ['narrow', 'fail', /does not name Shield/],
    ],
  },
  'no cardholder data': {
    given: { items: [app('pay')], ...given([aoc('good', '2026-01-01')]) },
    answers: [['whole collection', 'not-applicable']],
  },
  'none on file': {
    given: { items: [app('pay')], records: [cards] },
    answers: [['whole collection', 'not-evaluated']],
  },
})

const matrix = (title: string, count: number): PlantedReview => ({
  title,
  sheet: {
    of: 'pci-responsibility-matrix',
    owners: Object.fromEntries(PCI_REQUIREMENTS.slice(0, count).map((one) => [one, 'shared'])),
  },
})
judges(pciMatrixComplete, {
  'complete, and with a hole': {
    given: { items: [app('pay')], ...given([matrix('whole', 12), matrix('holes', 10)], cards) },
    answers: [
      ['whole', 'pass'],
      ['holes', 'fail', /requirement 11 and 12/],
    ],
  },
  'no cardholder data': { given: { items: [app('pay')] }, answers: [['whole collection', 'not-applicable']] },
  'none on file': {
    given: { items: [app('pay')], records: [cards] },
    answers: [['whole collection', 'not-evaluated']],
  },
})

const hds = (validTo: string, regions: string[]): PlantedReview => ({
  title: 'HDS',
  sheet: { of: 'hds-certificate', validFrom: '2024-01-01', validTo, services: ['private-spaces'], regions },
})
const space = { ...ref('space', 'frankfurt'), shield: false }
const health = [
  tagged('care', { dataClasses: ['french-health'] }),
  tagged('abroad', { dataClasses: ['french-health'] }),
]
judges(healthAndGovernmentScope, {
  'by service and region': {
    given: {
      items: [app('care', { region: 'frankfurt', space }), app('abroad', { region: 'us' })],
      ...given([hds('2027-01-01', ['frankfurt'])], ...health),
    },
    answers: [
      ['care', 'pass'],
      ['abroad', 'fail', /its region \(us\)/],
      ['ISMAP', 'not-applicable'],
    ],
  },
  lapsed: {
    given: {
      items: [app('care', { region: 'frankfurt', space })],
      ...given([hds('2026-01-01', [])], ...health),
    },
    answers: [
      ['HDS', 'fail', /no HDS document that is valid/],
      ['ISMAP', 'not-applicable'],
    ],
  },
  'no such data': {
    given: { items: [app('care')] },
    answers: [
      ['HDS', 'not-applicable'],
      ['ISMAP', 'not-applicable'],
    ],
  },
})

const other = (title: string, periodEnd: string, reliedOn = true): PlantedReview => ({
  title,
  sheet: { of: 'soc3-report', periodStart: '2025-12-01', periodEnd, reliedOn },
})
judges(otherReportsFit, {
  'fits, ends early, for information': {
    given: register(
      other('fits', '2026-12-31'),
      other('early', '2026-06-30'),
      other('info', '2026-06-29', false),
    ),
    answers: [
      ['fits', 'pass'],
      ['early', 'fail', /2026-07-01/],
      ['info', 'not-applicable'],
    ],
  },
  none: { given: {}, answers: [['whole collection', 'not-applicable']] },
})

const soc2 = (periodEnd: string): PlantedReview => ({
  title: 'SOC 2',
  sheet: { of: 'soc2-report', type: 'II', periodStart: '2024-01-01', periodEnd, opinion: 'unqualified' },
})
const aws = (validTo: string): PlantedReview => ({
  title: 'AWS SOC 2',
  sheet: { of: 'aws-assurance', report: 'SOC 2', validFrom: '2024-01-01', validTo },
})
judges(physicalControlsCarried, {
  'both current': {
    given: register(soc2('2026-09-30'), aws('2027-01-01')),
    answers: [
      ['SOC 2 report of Heroku', 'pass', /Inherited/],
      ['Assurance of AWS', 'pass', /Inherited/],
    ],
  },
  'both old': {
    given: register(soc2('2025-09-30'), aws('2026-01-01')),
    answers: [
      ['SOC 2 report of Heroku', 'fail'],
      ['Assurance of AWS', 'fail'],
    ],
  },
  none: {
    given: {},
    answers: [
      ['SOC 2 report of Heroku', 'not-evaluated'],
      ['Assurance of AWS', 'not-evaluated'],
    ],
  },
})

const privacy = (title: string, validTo: string, reliedOn = true): PlantedReview => ({
  title,
  sheet: { of: 'privacy-certificate', scheme: 'DPF', validFrom: '2024-01-01', validTo, reliedOn },
})
judges(privacyCertificationsCurrent, {
  'current, lapsed, for information': {
    given: register(
      privacy('current', '2026-11-21'),
      privacy('lapsed', '2026-11-20'),
      privacy('info', '2025-01-01', false),
    ),
    answers: [
      ['current', 'pass'],
      ['lapsed', 'fail', /not on 2026-11-21/],
      ['info', 'not-applicable'],
    ],
  },
  none: { given: {}, answers: [['whole collection', 'not-applicable']] },
})
