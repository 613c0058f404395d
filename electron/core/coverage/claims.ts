import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AttestationKind } from '../../../shared/model/records/attestation.ts'
import { Topic } from '../../../shared/model/topic.ts'

/** What of this app serves a row: one thing each. */
export const ServedBy = z.union([
  z.strictObject({ topic: Topic }),
  z.strictObject({ check: z.string().regex(/^[A-Z]{3}-\d\d$/) }),
  z.strictObject({ attestation: AttestationKind }),
  /** Id of a statement in `shared/model/inherited.ts`. */
  z.strictObject({ inherited: z.string().min(1) }),
  /** Kind of a review sheet, and the field of it where one is meant. */
  z.strictObject({ review: z.string().min(1), field: z.string().min(1).optional() }),
  /** Name of a sheet of the workbook. */
  z.strictObject({ sheet: z.string().min(1) }),
])

/** What of this app serves a row. */
export type ServedBy = z.infer<typeof ServedBy>

/** Ways to serve a row, as the `coverage` column joins them with plus signs. */
export const SERVICES = [
  'automatic evidence',
  'check',
  'manual attestation',
  'inherited-control statement',
  'vendor document',
] as const

/** Schema of a row: what a document about Heroku's security claims or offers, and how this app serves it. */
export const ClaimRow = z.strictObject({
  source: z.string().min(1),
  feature: z.string().min(1),
  coverage: z.string().min(1),
  by: z.array(ServedBy).min(1),
})

/** What a document about Heroku's security claims or offers, and how this app serves it. */
export type ClaimRow = z.infer<typeof ClaimRow>

const ClaimsFile = z.strictObject({ note: z.string(), rows: z.array(ClaimRow).min(1) })

/** Where the rows lie, beside the code. */
export const CLAIMS_FILE = new URL('../../../assets/compliance/coverage.json', import.meta.url)

/** Every row, in the order of its sources. */
export function claimRows(): readonly ClaimRow[] {
  return ClaimsFile.parse(JSON.parse(readFileSync(CLAIMS_FILE, 'utf8'))).rows
}

/** The ways that a row asks for. */
export function servicesOf({ coverage }: Pick<ClaimRow, 'coverage'>): readonly string[] {
  return coverage.split(' + ')
}
