import { describe, expect, it } from 'vitest'
import { demoRegister } from '../../../electron/demo/register.ts'
import { KIND_NAMES } from '../../../renderer/views/vendors/kind-names.ts'
import { readTyped, SHEET_FIELDS, typedOf } from '../../../renderer/views/vendors/sheet-fields.ts'
import { ReviewSheet } from '../../../shared/model/records/document-review.ts'

describe('the fields of a review sheet', () => {
  it.each(
    demoRegister(new Date('2026-11-21T00:00:00Z'), 'kept').map(
      ({ facts, review }) => [facts.title, review.sheet] as const,
    ),
  )('of %s give back what they show', (_title, given) => {
    const sheet = ReviewSheet.parse(given)
    const fields = SHEET_FIELDS[sheet.of].map(
      (field) => [field.name, readTyped(field, typedOf(field, sheet))] as const,
    )
    const read = ReviewSheet.parse({
      of: sheet.of,
      ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)),
    })
    expect(read).toEqual(sheet)
  })

  it('exist for every kind that has a name', () => {
    expect(Object.keys(SHEET_FIELDS).toSorted()).toEqual(Object.keys(KIND_NAMES).toSorted())
    for (const fields of Object.values(SHEET_FIELDS)) expect(fields.length).toBeGreaterThan(0)
  })
})
