import { DocumentReview, type ReviewKind, type SheetOf } from '../../shared/model/records/document-review.ts'
import type { AppTagFields } from '../../shared/model/records/scope.ts'
import { AppTag } from '../../shared/model/records/scope.ts'
import type { RecordItem } from '../../shared/model/records.ts'
import type { DocumentInfo } from '../../shared/model/work.ts'
import { AS_OF, told, type ViewParts } from './evidence.ts'

/** A document with a review sheet, as a test plants it. */
export interface PlantedReview {
  readonly title: string
  readonly sheet: { readonly [K in ReviewKind]: Partial<SheetOf<K>> & { readonly of: K } }[ReviewKind]
  readonly more?: Partial<DocumentReview>
}

/** Documents and their reviews, numbered from 1 in their order; today is the day of the hand-made collection. */
export function register(...reviews: readonly PlantedReview[]): Pick<ViewParts, 'records' | 'documents'> {
  const documents = reviews.map(
    ({ title }, index): DocumentInfo => ({
      id: index + 1,
      title,
      type: 'other',
      validFrom: null,
      validTo: null,
      notes: '',
      fileName: 'file.pdf',
      bytes: 1,
      sha256: 'a'.repeat(64),
      by: 'ana@laptop',
      at: AS_OF,
    }),
  )
  const records = reviews.map(({ sheet, more }, index): RecordItem => {
    const review = { document: index + 1, sheet, reviewedBy: 'Ana', reviewedOn: AS_OF.slice(0, 10), ...more }
    return told('document-review', String(index + 1), DocumentReview.parse(review))
  })
  return { documents, records }
}

/** What a person said of an app of `planted.ts`, whose id is `app:<name>`. */
export function tagged(name: string, fields: Partial<AppTagFields>): RecordItem {
  return told('app-tag', `app:${name}`, AppTag.parse({ app: `app:${name}`, name, ...fields }))
}
