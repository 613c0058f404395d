import { z } from 'zod'
import { HerokuService } from './vendor-services.ts'

const Day = z.iso.date({ error: 'is no day; write it as 2026-11-21' })
const Person = z.string().trim().min(1, { error: 'is missing' }).max(200)
const Text = z.string().trim().max(20_000).default('')
const Services = z.array(HerokuService).max(20).default([])

/** How a document may travel. */
export const CONFIDENTIALITY = ['public', 'internal', 'restricted'] as const

/** An exception that a report tells, and what it means for the customer. */
export const ReportException = z.object({
  id: z.string().trim().min(1).max(60),
  text: z.string().trim().min(1).max(4000),
  assessment: Text,
  assessedBy: z.string().trim().max(200).default(''),
})

/** A control that a report expects of its users, and the customer's answer with its own evidence. */
export const UserEntityControl = z.object({
  id: z.string().trim().min(1).max(60),
  /** In the reader's own words. */
  text: z.string().trim().min(1).max(4000),
  answer: Text,
  /** Topics, documents or checks that show it, such as `topic member-mfa`. */
  evidence: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  answeredBy: z.string().trim().max(200).default(''),
})

/** Categories of the Trust Services Criteria. */
export const TRUST_CATEGORIES = [
  'security',
  'availability',
  'processing-integrity',
  'confidentiality',
  'privacy',
] as const

/** Areas of control activities that a SOC 2 report is read for. */
export const REPORT_AREAS = [
  'access',
  'change',
  'incident',
  'monitoring',
  'vulnerability',
  'backup',
  'other',
] as const

/** A control activity of a report, what the auditor did to test it, and the result. */
export const AuditorTest = z.object({
  id: z.string().trim().min(1).max(60),
  area: z.enum(REPORT_AREAS),
  /** The control activity, in the reader's own words. */
  text: z.string().trim().min(1).max(4000),
  /** What the auditor did. */
  test: z.string().trim().max(4000).default(''),
  result: z.enum(['no-exception', 'exception']),
})

/** The twelve principal requirements of PCI DSS. */
export const PCI_REQUIREMENTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const

const validity = { validFrom: Day, validTo: Day }

/** What a reviewer reads out of each kind of document. */
export const ReviewSheet = z
  .discriminatedUnion('of', [
    z.object({
      of: z.literal('soc2-report'),
      type: z.enum(['I', 'II']),
      periodStart: Day,
      periodEnd: Day,
      opinion: z.enum(['unqualified', 'qualified', 'adverse', 'disclaimer']),
      services: Services,
      subservice: z
        .array(z.object({ name: Person, method: z.enum(['carve-out', 'inclusive']) }))
        .max(50)
        .default([]),
      /** What management asserts, in the reader's own words. */
      assertion: z.string().trim().max(4000).optional(),
      /** Categories of the Trust Services Criteria that the report covers. */
      criteria: z.array(z.enum(TRUST_CATEGORIES)).max(5).optional(),
      /** What the auditor tested and found, area by area. */
      tests: z.array(AuditorTest).max(400).optional(),
      exceptions: z.array(ReportException).max(200).default([]),
      controls: z.array(UserEntityControl).max(400).default([]),
    }),
    z.object({
      of: z.enum(['soc1-report', 'soc3-report']),
      periodStart: Day,
      periodEnd: Day,
      reliedOn: z.boolean().default(true),
    }),
    z.object({ of: z.literal('bridge-letter'), from: Day, to: Day }),
    z.object({
      of: z.literal('iso-certificate'),
      standard: z.enum(['27001', '27017', '27018']),
      ...validity,
      services: Services,
      statementOfApplicability: z.boolean().default(false),
    }),
    z.object({ of: z.literal('pci-aoc'), date: Day, services: Services }),
    z.object({
      of: z.literal('pci-responsibility-matrix'),
      /** Who sees to each of the twelve requirements; a requirement that is left out is open. */
      owners: z.partialRecord(z.enum(PCI_REQUIREMENTS), z.enum(['provider', 'customer', 'shared'])),
    }),
    z.object({ of: z.literal('baa'), effective: Day, services: Services }),
    z.object({
      of: z.literal('penetration-test'),
      date: Day,
      tester: z.string().trim().max(200).default(''),
    }),
    z.object({ of: z.literal('sparc'), version: Day, services: Services }),
    z.object({ of: z.literal('subprocessors'), listedOn: Day, names: z.array(Person).max(500).default([]) }),
    z.object({
      of: z.literal('aws-assurance'),
      report: z.enum(['SOC 1', 'SOC 2', 'SOC 3', 'ISO 27001', 'PCI DSS', 'other']),
      ...validity,
    }),
    z.object({
      of: z.enum(['hds-certificate', 'ismap-registration']),
      ...validity,
      services: Services,
      /** Regions that the scope names, as Heroku names them; empty where it names none. */
      regions: z.array(z.string().trim().min(1).max(60)).max(60).default([]),
    }),
    z.object({
      of: z.literal('privacy-certificate'),
      scheme: z.enum(['BCR', 'DPF', 'PRP', 'TRUSTe', 'other']),
      ...validity,
      reliedOn: z.boolean().default(true),
    }),
    z.object({
      of: z.literal('dr-statement'),
      restoreHours: z.number().min(0).max(8760),
      lossHours: z.number().min(0).max(8760),
      services: Services,
    }),
    z.object({
      of: z.literal('incident-terms'),
      /** Hours until notice; null where the contract says «without undue delay» or the like. */
      noticeHours: z.number().min(0).max(8760).nullable().default(null),
      term: z.string().trim().min(1).max(2000),
      /** The day on which the own incident plan took it over and was last exercised; null where it did not. */
      ownPlanOn: Day.nullable().default(null),
    }),
    z.object({ of: z.literal('data-return-terms'), days: z.int().min(0).max(3650), term: Text }),
    z.object({
      of: z.literal('vendor-caiq'),
      version: z.string().trim().min(1).max(40),
      questions: z.int().min(1).max(2000),
      /** Questions that the customer owns or shares, and those of them that have an own answer. */
      customerOwned: z.int().min(0).max(2000),
      answered: z.int().min(0).max(2000),
    }),
    z.object({ of: z.literal('runbook'), version: Day }),
    z.object({ of: z.literal('contract-extract'), subject: z.string().trim().min(1).max(400) }),
  ])
  .superRefine((sheet, context) => {
    const spans: readonly (readonly [string, string, string])[] = [
      ['periodStart', 'periodEnd', 'the period'],
      ['validFrom', 'validTo', 'the validity'],
      ['from', 'to', 'the bridge letter'],
    ]
    const facts = sheet as Readonly<Record<string, unknown>>
    for (const [start, end, what] of spans)
      if (String(facts[start] ?? '') > String(facts[end] ?? '9'))
        context.addIssue({ code: 'custom', path: [end], message: `${what} ends before it begins` })
    if (sheet.of === 'vendor-caiq' && sheet.answered > sheet.customerOwned)
      context.addIssue({
        code: 'custom',
        path: ['answered'],
        message: 'more answers than questions of the customer',
      })
  })

/** What a reviewer reads out of a document. */
export type ReviewSheet = z.infer<typeof ReviewSheet>

/** The kinds of documents that have a review sheet. */
export type ReviewKind = ReviewSheet['of']

/** The review sheet of a kind of document. */
export type SheetOf<K extends ReviewKind, S extends ReviewSheet = ReviewSheet> = S extends ReviewSheet
  ? K extends S['of']
    ? S
    : never
  : never

/** Schema of the review of a document, under the document's number as the key. */
export const DocumentReview = z.object({
  document: z.int().min(1),
  vendor: z.string().trim().min(1).max(200).default('Heroku (Salesforce)'),
  sheet: ReviewSheet,
  confidentiality: z.enum(CONFIDENTIALITY).default('internal'),
  /** Who may get the file, and what they signed; empty where it stays here. */
  recipients: z
    .array(z.object({ name: Person, agreement: z.string().trim().max(400).default(''), on: Day }))
    .max(100)
    .default([]),
  reviewedBy: Person,
  reviewedOn: Day,
  notes: Text,
})

/** The review of a document. */
export type DocumentReview = z.infer<typeof DocumentReview>
