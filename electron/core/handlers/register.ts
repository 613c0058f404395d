import type { InheritedControl, RegisterEntry } from '../../../shared/contract-register.ts'
import { problem } from '../../../shared/errors.ts'
import { INHERITED } from '../../../shared/model/inherited.ts'
import type { ReviewSheet } from '../../../shared/model/records/document-review.ts'
import { SERVICE_NAMES } from '../../../shared/model/records/vendor-services.ts'
import { servicesInUse } from '../checks/facts/vendor.ts'
import { newestComplete } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { documentOf, documentsOf } from '../store/documents.ts'
import { keepRecords, recordOf, recordsOf } from '../store/records.ts'
import { evidenceView } from './evidence-view.ts'
import { type Handlers, who } from './handler.ts'

function entries(db: ReadableDb): readonly RegisterEntry[] {
  const reviews = new Map(recordsOf(db, 'document-review').map((review) => [review.content.document, review]))
  return documentsOf(db).map((document) => ({ document, review: reviews.get(document.id) ?? null }))
}

/** The date that tells how current a document is, whatever its kind. */
function dateOf(sheet: ReviewSheet): string {
  const facts = sheet as Readonly<Record<string, unknown>>
  const names = ['validTo', 'periodEnd', 'to', 'date', 'effective', 'version', 'listedOn', 'ownPlanOn']
  const found = names.map((name) => facts[name]).find((value) => typeof value === 'string')
  return typeof found === 'string' ? found : ''
}

/** What is inherited from the vendor, with the documents on file that say so. */
export function inherited(db: ReadableDb): readonly InheritedControl[] {
  const known = entries(db)
  return INHERITED.map((statement) => {
    const kinds = new Set<string>(statement.cites.map(({ document }) => document))
    const documents = known.flatMap(({ document, review }) =>
      review && kinds.has(review.content.sheet.of)
        ? [{ id: document.id, title: document.title, date: dateOf(review.content.sheet) }]
        : [],
    )
    return { ...statement, documents }
  })
}

/** Services that the newest collection saw in use and that a SOC 2 report does not name, in words. */
function unnamedServices(db: ReadableDb, sheet: ReviewSheet): readonly string[] {
  if (sheet.of !== 'soc2-report') return []
  const collection = newestComplete(db)
  if (!collection) return []
  return [...servicesInUse(evidenceView(db, collection.id)).keys()]
    .filter((service) => !sheet.services.includes(service))
    .map((service) => SERVICE_NAMES[service])
}

/** The register of vendor documents, and what is inherited from the vendor. */
export const registerHandlers = {
  'register:list': ({ db }) => entries(db),
  'register:review'(deps, review) {
    const { title } = documentOf(deps.db, review.document)
    const key = String(review.document)
    keepRecords(deps.db, who(deps), `${title} reviewed by ${review.reviewedBy}`, [
      { kind: 'document-review', key, content: review },
    ])
    const kept = recordOf(deps.db, 'document-review', key)
    if (!kept) throw new Error(`no review of document ${key}`)
    return { ...kept, unnamed: unnamedServices(deps.db, review.sheet) }
  },
  'register:withdraw'(deps, { document }) {
    const key = String(document)
    if (!recordOf(deps.db, 'document-review', key))
      throw problem('wrong-use', {
        what: `document ${document} has no review sheet`,
        remedy: 'choose one that has',
      })
    return keepRecords(deps.db, who(deps), `review of document ${document} withdrawn`, [
      { kind: 'document-review', key, content: null },
    ])
  },
  'inherited:list': ({ db }) => inherited(db),
} satisfies Partial<Handlers>
