import { z } from 'zod'
import { ask } from './contract-line.ts'
import type { InheritedStatement } from './model/inherited.ts'
import { DocumentReview } from './model/records/document-review.ts'
import type { RecordItem } from './model/records.ts'
import type { Act, DocumentInfo } from './model/work.ts'

/** A document of the locker with its review sheet. */
export interface RegisterEntry {
  readonly document: DocumentInfo
  readonly review: RecordItem<'document-review'> | null
}

/** A review sheet as it was kept, with what its reader should know at once. */
export interface KeptReview extends RecordItem<'document-review'> {
  /** Services in use, in words, that a SOC 2 report does not name: nothing of it speaks for them. */
  readonly unnamed: readonly string[]
}

/** A statement about what the vendor operates, with the documents of the locker that carry it. */
export interface InheritedControl extends InheritedStatement {
  /** Documents on file of the kinds that it cites, with the dates that they hold. */
  readonly documents: readonly { readonly id: number; readonly title: string; readonly date: string }[]
}

/** The register of vendor documents, and what is inherited from the vendor. */
export const registerLines = {
  'register:list': ask(z.object({}))<readonly RegisterEntry[]>(),
  'register:review': ask(DocumentReview)<KeptReview>(),
  'register:withdraw': ask(z.object({ document: z.int().min(1) }))<Act>(),
  'inherited:list': ask(z.object({}))<readonly InheritedControl[]>(),
} as const
