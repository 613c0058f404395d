import type { z } from 'zod'
import type { DocumentReview } from '../../shared/model/records/document-review.ts'
import type { DocumentFacts } from '../../shared/model/work.ts'

/** A document of the sample organisation's register: a plain text that says that it is a sample, and its review. */
export interface DemoDocument {
  readonly fileName: string
  readonly text: string
  readonly facts: z.input<typeof DocumentFacts>
  readonly review: Omit<z.input<typeof DocumentReview>, 'document'>
}

/** How the compliance lead of the sample organisation keeps the register. */
export type RegisterState = 'kept' | 'neglected'

type Sheet = DemoDocument['review']['sheet']

const DAY = 86_400_000

const ALL_SERVICES = [
  'common-runtime',
  'private-spaces',
  'shield-spaces',
  'fir',
  'postgres',
  'key-value-store',
  'kafka',
  'connect',
] as const

const TWELVE = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

/**
 * The vendor documents of the sample organisation as of a day: kept, so that each check of the register passes,
 * or neglected, so that each fails. Nothing in them is a real document of any vendor.
 */
export function demoRegister(today: Date, state: RegisterState): readonly DemoDocument[] {
  const day = (days: number) => new Date(today.getTime() + days * DAY).toISOString().slice(0, 10)
  const kept = state === 'kept'
  const services = kept ? [...ALL_SERVICES] : ['postgres' as const]
  const reviewedOn = kept ? day(-30) : day(-500)
  const validity = kept
    ? { validFrom: day(-400), validTo: day(300) }
    : { validFrom: day(-900), validTo: day(-100) }
  const owners = Object.fromEntries(TWELVE.slice(0, kept ? 12 : 9).map((one) => [one, 'shared' as const]))
  const sheets: readonly (readonly [string, DemoDocument['facts']['type'], Sheet])[] = [
    [
      'SOC 2 report of Heroku',
      'soc2-report',
      {
        of: 'soc2-report',
        type: 'II',
        periodStart: day(kept ? -800 : -1200),
        periodEnd: day(kept ? -60 : -500),
        opinion: 'unqualified',
        services,
        subservice: [{ name: 'Amazon Web Services', method: 'carve-out' }],
        exceptions: [
          {
            id: 'EX-1',
            text: 'One leaver of the vendor kept a badge for four days.',
            assessment: kept ? 'No bearing on our apps.' : '',
            assessedBy: kept ? 'Mira Holt' : '',
          },
        ],
        controls: [
          {
            id: 'CUEC-1',
            text: 'Customers manage their own members and roles.',
            answer: kept ? 'Members are reviewed each quarter.' : '',
            evidence: kept ? ['topic team-members-roles'] : [],
            answeredBy: kept ? 'Mira Holt' : '',
          },
          {
            id: 'CUEC-2',
            text: 'Customers ask for a second factor.',
            answer: 'Single sign-on with a second factor.',
            evidence: ['topic member-mfa'],
            answeredBy: 'Mira Holt',
          },
        ],
      },
    ],
    [
      'Bridge letter of Heroku',
      'bridge-letter',
      { of: 'bridge-letter', from: day(kept ? -59 : -400), to: day(kept ? 20 : -200) },
    ],
    [
      'SOC 3 report of Heroku',
      'vendor-document',
      {
        of: 'soc3-report',
        periodStart: day(kept ? -900 : -1200),
        periodEnd: day(kept ? 30 : -500),
        reliedOn: true,
      },
    ],
    [
      'ISO/IEC 27001 certificate of Heroku',
      'iso-certificate',
      { of: 'iso-certificate', standard: '27001', ...validity, services, statementOfApplicability: kept },
    ],
    [
      'PCI attestation of compliance of Heroku',
      'pci-aoc',
      { of: 'pci-aoc', date: day(kept ? -100 : -500), services },
    ],
    ['PCI responsibility matrix of Heroku', 'vendor-document', { of: 'pci-responsibility-matrix', owners }],
    [
      'Business associate agreement with Salesforce',
      'baa',
      { of: 'baa', effective: day(kept ? -6000 : -5), services },
    ],
    [
      'Penetration test summary of Heroku',
      'penetration-test',
      { of: 'penetration-test', date: day(kept ? -120 : -500), tester: 'an independent firm' },
    ],
    [
      'Security, privacy and architecture of Heroku',
      'vendor-document',
      { of: 'sparc', version: day(-200), services },
    ],
    [
      'Sub-processors of Salesforce',
      'vendor-document',
      { of: 'subprocessors', listedOn: reviewedOn, names: ['Amazon Web Services'] },
    ],
    ['AWS SOC 2 report', 'vendor-document', { of: 'aws-assurance', report: 'SOC 2', ...validity }],
    [
      'HDS certificate of Heroku',
      'vendor-document',
      { of: 'hds-certificate', ...validity, services, regions: [] },
    ],
    [
      'ISMAP registration of Heroku',
      'vendor-document',
      { of: 'ismap-registration', ...validity, services, regions: [] },
    ],
    [
      'Data Privacy Framework entry of Salesforce',
      'vendor-document',
      { of: 'privacy-certificate', scheme: 'DPF', ...validity, reliedOn: true },
    ],
    [
      'Recovery statement of Heroku',
      'vendor-document',
      { of: 'dr-statement', restoreHours: 12, lossHours: 4, services },
    ],
    [
      'Incident notice in the contract',
      'vendor-document',
      {
        of: 'incident-terms',
        noticeHours: null,
        term: 'without undue delay',
        ownPlanOn: kept ? day(-90) : null,
      },
    ],
    [
      'Return and deletion of data in the contract',
      'vendor-document',
      { of: 'data-return-terms', days: 30, term: 'deleted within thirty days' },
    ],
    [
      'CAIQ of Heroku',
      'vendor-document',
      { of: 'vendor-caiq', version: '4.0.3', questions: 261, customerOwned: 84, answered: kept ? 84 : 12 },
    ],
    ['Security runbook of Heroku', 'vendor-document', { of: 'runbook', version: day(-150) }],
  ]
  return sheets.map(([title, type, sheet]): DemoDocument => {
    const restricted = type === 'soc2-report'
    return {
      fileName: `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.txt`,
      text: `${title}\n\nA sample of Evidence Locker. It stands where the real document would be and says nothing about any vendor.\n`,
      facts: { title, type, notes: 'A sample.' },
      review: {
        sheet,
        vendor: title.startsWith('AWS') ? 'Amazon Web Services' : 'Heroku (Salesforce)',
        confidentiality: restricted ? 'restricted' : 'internal',
        recipients: restricted
          ? [{ name: 'Northquay Audit', agreement: kept ? 'NDA of 2026' : '', on: day(-40) }]
          : [],
        reviewedBy: 'Mira Holt',
        reviewedOn,
      },
    }
  })
}
