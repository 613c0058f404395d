import { asking } from '../asking.ts'
import { table } from '../table.ts'

/** The register of vendor documents. */
export const registerList = asking({
  name: 'register list',
  summary: 'documents with their review sheets, confidentiality and dates',
  examples: ['register list --locker acme.locker', 'register list --locker acme.locker --json'],
  question: 'register:list',
  input: () => ({}),
  lines(entries, width) {
    if (entries.length === 0) return ['No document is attached.']
    const rows = entries.map(({ document, review }) => [
      String(document.id),
      review?.content.sheet.of ?? `${document.type}, not reviewed`,
      document.title,
      review?.content.vendor ?? '',
      review?.content.confidentiality ?? '',
      review?.content.reviewedBy ?? '',
      document.validTo ?? '',
    ])
    const columns = ['Number', 'Sheet', 'Title', 'Vendor', 'Class', 'Reviewed by', 'Valid to'].map(
      (title) => ({
        title,
        gives: title === 'Title' || title === 'Vendor',
      }),
    )
    return table(columns, rows, width)
  },
})
