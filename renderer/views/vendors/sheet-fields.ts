import type { ReviewKind } from '../../../shared/model/records/document-review.ts'

/** How a field of a review sheet is typed. */
export type FieldKind =
  | 'day'
  | 'text'
  | 'number'
  | 'yes-no'
  | 'services'
  | 'names'
  | 'choice'
  | 'rows'
  | 'owners'

/** One field of a review sheet. */
export interface SheetField {
  readonly name: string
  readonly label: string
  readonly as: FieldKind
  readonly choices?: readonly string[]
  /** Of `rows`: the parts of a line, separated by a bar. */
  readonly parts?: readonly string[]
}

const day = (name: string, label: string): SheetField => ({ name, label, as: 'day' })
const PERIOD = [day('periodStart', 'Period from'), day('periodEnd', 'Period to')]
const VALID = [day('validFrom', 'Valid from'), day('validTo', 'Valid to')]
const SERVICES: SheetField = { name: 'services', label: 'Services that it names', as: 'services' }
const RELIED: SheetField = { name: 'reliedOn', label: 'We rely on it', as: 'yes-no' }

/** The fields of each kind of review sheet. */
export const SHEET_FIELDS: Readonly<Record<ReviewKind, readonly SheetField[]>> = {
  'soc2-report': [
    { name: 'type', label: 'Type', as: 'choice', choices: ['II', 'I'] },
    ...PERIOD,
    {
      name: 'opinion',
      label: 'Opinion',
      as: 'choice',
      choices: ['unqualified', 'qualified', 'adverse', 'disclaimer'],
    },
    SERVICES,
    { name: 'subservice', label: 'Subservice organisations', as: 'rows', parts: ['name', 'method'] },
    {
      name: 'exceptions',
      label: 'Exceptions',
      as: 'rows',
      parts: ['id', 'text', 'assessment', 'assessedBy'],
    },
    {
      name: 'controls',
      label: 'Complementary user entity controls',
      as: 'rows',
      parts: ['id', 'text', 'answer', 'answeredBy', 'evidence'],
    },
  ],
  'soc1-report': [...PERIOD, RELIED],
  'soc3-report': [...PERIOD, RELIED],
  'bridge-letter': [day('from', 'From'), day('to', 'To')],
  'iso-certificate': [
    { name: 'standard', label: 'Standard', as: 'choice', choices: ['27001', '27017', '27018'] },
    ...VALID,
    SERVICES,
    { name: 'statementOfApplicability', label: 'The statement of applicability is on file', as: 'yes-no' },
  ],
  'pci-aoc': [day('date', 'Date'), SERVICES],
  'pci-responsibility-matrix': [{ name: 'owners', label: 'Who sees to requirements 1 to 12', as: 'owners' }],
  baa: [day('effective', 'In force since'), SERVICES],
  'penetration-test': [day('date', 'Date'), { name: 'tester', label: 'Tester', as: 'text' }],
  sparc: [day('version', 'Version of'), SERVICES],
  subprocessors: [day('listedOn', 'List of'), { name: 'names', label: 'Sub-processors', as: 'names' }],
  'aws-assurance': [
    {
      name: 'report',
      label: 'Report',
      as: 'choice',
      choices: ['SOC 2', 'SOC 1', 'SOC 3', 'ISO 27001', 'PCI DSS', 'other'],
    },
    ...VALID,
  ],
  'hds-certificate': [...VALID, SERVICES, { name: 'regions', label: 'Regions', as: 'names' }],
  'ismap-registration': [...VALID, SERVICES, { name: 'regions', label: 'Regions', as: 'names' }],
  'privacy-certificate': [
    { name: 'scheme', label: 'Scheme', as: 'choice', choices: ['BCR', 'DPF', 'PRP', 'TRUSTe', 'other'] },
    ...VALID,
    RELIED,
  ],
  'dr-statement': [
    { name: 'restoreHours', label: 'Hours to restore', as: 'number' },
    { name: 'lossHours', label: 'Hours of data that may be lost', as: 'number' },
    SERVICES,
  ],
  'incident-terms': [
    { name: 'term', label: 'Term of notice', as: 'text' },
    day('ownPlanOn', 'Taken up by the own plan on'),
  ],
  'data-return-terms': [
    { name: 'days', label: 'Days until deletion', as: 'number' },
    { name: 'term', label: 'Term', as: 'text' },
  ],
  'vendor-caiq': [
    { name: 'version', label: 'Version', as: 'text' },
    { name: 'questions', label: 'Questions', as: 'number' },
    { name: 'customerOwned', label: 'Of them the customer’s or shared', as: 'number' },
    { name: 'answered', label: 'Of those answered', as: 'number' },
  ],
  runbook: [day('version', 'Version of')],
  'contract-extract': [{ name: 'subject', label: 'Subject', as: 'text' }],
}

type Facts = Readonly<Record<string, unknown>>

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const cellText = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))

const listOf = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** What a person sees of a field: a plain text, whatever it holds. */
export function typedOf({ name, as, parts = [] }: SheetField, facts: Facts): string {
  const value = facts[name]
  if (value === undefined || value === null) return ''
  if (as === 'rows')
    return (value as Facts[]).map((row) => parts.map((part) => cellText(row[part])).join(' | ')).join('\n')
  if (as === 'owners')
    return Object.entries(value)
      .map(([requirement, owner]) => `${requirement}: ${owner}`)
      .join('\n')
  return Array.isArray(value) ? value.join('\n') : String(value)
}

/** What a field holds, from what a person typed; undefined where it is left out. */
export function readTyped({ as, parts = [] }: SheetField, typed: string): unknown {
  const text = typed.trim()
  switch (as) {
    case 'day':
    case 'choice':
      return text === '' ? undefined : text
    case 'text':
      return text
    case 'number':
      return text === '' ? undefined : Number(text)
    case 'yes-no':
      return text === 'true'
    case 'services':
    case 'names':
      return lines(text)
    case 'owners':
      return Object.fromEntries(
        lines(text).map((line) => line.split(':').map((part) => part.trim()) as [string, string]),
      )
    case 'rows':
      return lines(text).map((line) => {
        const cells = line.split('|').map((cell) => cell.trim())
        return Object.fromEntries(
          parts.map((part, index) => [
            part,
            part === 'evidence' ? listOf(cells[index] ?? '') : (cells[index] ?? ''),
          ]),
        )
      })
  }
}
