import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../../../electron/core/export/sheet.ts'
import { attestationsSheet } from '../../../../electron/core/export/sheets/attestations.ts'
import { toldSheet } from '../../../../electron/core/export/sheets/told.ts'
import type { RecordItem } from '../../../../shared/model/records.ts'
import { attested, listGiven, narrowedTo, tagged } from '../../../fakes/told.ts'
import { madeSource } from './made/made-source.ts'

const sourceOf = (records: readonly RecordItem[]) =>
  madeSource({
    records: (kind) => records.filter((record) => record.kind === kind) as never,
    documents: () => [{ id: 7, title: 'Screenshot' }] as never,
  })

const cells = (sheet: Sheet | null, ...titles: readonly string[]) => {
  const at = titles.map((title) => sheet?.columns.findIndex((column) => column.title === title) ?? -1)
  return [...(sheet?.rows() ?? [])].map((row) => at.map((index) => row.cells[index]))
}

describe('the sheet of scope and lists', () => {
  it('is not there while nobody told anything', () => {
    expect(toldSheet(sourceOf([]))).toBeNull()
  })

  it('tells scope, tags and each row of each list, with who gave it', () => {
    const sheet = toldSheet(
      sourceOf([
        narrowedTo({ teams: [{ id: 't', name: 'core' }], apps: [], reason: 'No card data.' }),
        tagged('pay', { dataClasses: ['cardholder'], environment: 'production', internal: false }),
        tagged('blank', {}),
        listGiven('privatelinks', [{ database: 'pg-1', accounts: ['123456789012', '210987654321'] }]),
        listGiven('ci-runs', [{ commit: 'abc', passed: false }]),
        listGiven('leavers', []),
      ]),
    )
    expect(cells(sheet, 'Kind', 'About', 'What was said', 'Given by', 'Source')).toEqual([
      ['Scope', 'Teams', 'core', null, 'No card data.'],
      ['Scope', 'Spaces', 'every one', null, 'No card data.'],
      ['Scope', 'Apps', 'none', null, 'No card data.'],
      ['Tag of an app', 'pay', 'environment: production; data: Cardholder data; internal: no', null, null],
      ['Tag of an app', 'blank', 'nothing', null, null],
      ['PrivateLink endpoints', 'pg-1', 'AWS accounts: 123456789012, 210987654321', 'Ana', 'typed'],
      ['Test runs of another CI', 'abc', 'Passed: no', 'Ana', 'typed'],
      ['Leavers', 'empty', 'It says that nobody left.', 'Ana', 'typed'],
    ])
  })
})

describe('the sheet of attestations', () => {
  it('is not there while nobody stated anything', () => {
    expect(attestationsSheet(sourceOf([]))).toBeNull()
  })

  it('tells each statement, whether it holds on the day of the collection, and what shows it', () => {
    const sheet = attestationsSheet(
      sourceOf([
        attested('retention-policy', { facts: { days: 30, policy: 'P1' }, role: 'DPO', documentId: 7 }),
        attested('dataclips', { until: '2026-12-01', documentId: 9 }),
        attested('dataclips', { date: '2025-01-01', until: '2025-12-31', answer: false }),
        attested('third-party-oauth-restriction', { subject: 'acme', answer: null }),
      ]),
    )
    expect(cells(sheet, 'State', 'Subject', 'Answer', 'Facts', 'Person', 'Document')).toEqual([
      ['Ends soon', 'the organisation', 'yes', null, 'Ana', 'D-9 (removed)'],
      ['Ended', 'the organisation', 'no', null, 'Ana', null],
      ['Holds', 'the organisation', 'yes', 'days: 30; policy: P1', 'Ana, DPO', 'D-7 Screenshot'],
      ['Holds', 'acme', 'neither', null, 'Ana', null],
    ])
  })
})
