import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '../electron/core/checks/index.ts'
import {
  type ClaimRow,
  claimRows,
  SERVICES,
  type ServedBy,
  servicesOf,
} from '../electron/core/coverage/claims.ts'
import { topicCoverage } from '../electron/core/coverage/index.ts'
import { SHEET } from '../electron/core/export/sheets/names.ts'
import { INHERITED } from '../shared/model/inherited.ts'
import { ReviewSheet } from '../shared/model/records/document-review.ts'

const TSV = join(import.meta.dirname, '..', '..', 'shared', 'compliance', 'coverage.tsv')
const ROWS = claimRows()
const CHECK_IDS: ReadonlySet<string> = new Set(CHECKS.map(({ id }) => id))
const INHERITED_IDS: ReadonlySet<string> = new Set(INHERITED.map(({ id }) => id))
const SHEETS: ReadonlySet<string> = new Set(Object.values(SHEET))
const WAYS = new Map(topicCoverage().map(({ topic, ways }) => [topic, ways]))

/** The fields of each kind of review sheet, taken from the schema. */
const FIELDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ReviewSheet.options.flatMap((option) => {
    const { of, ...fields } = option.shape
    const kinds: readonly string[] = 'options' in of ? of.options : [...of.values]
    return kinds.map((kind) => [kind, new Set(Object.keys(fields))] as const)
  }),
)

/** What is wrong with something that is said to serve a row; null where it exists. */
function missing(by: ServedBy): string | null {
  if ('topic' in by) return (WAYS.get(by.topic)?.length ?? 0) > 0 ? null : `nothing fills ${by.topic}`
  if ('check' in by) return CHECK_IDS.has(by.check) ? null : `no check ${by.check}`
  if ('attestation' in by) return null // The schema knows the kinds.
  if ('inherited' in by) return INHERITED_IDS.has(by.inherited) ? null : `no statement ${by.inherited}`
  if ('sheet' in by) return SHEETS.has(by.sheet) ? null : `no sheet ${by.sheet}`
  const fields = FIELDS.get(by.review)
  if (!fields) return `no review sheet ${by.review}`
  return by.field === undefined || fields.has(by.field) ? null : `${by.review} has no ${by.field}`
}

/** Whether a row is served in one of the ways that it asks for. */
function serves(service: string, by: readonly ServedBy[]): boolean {
  switch (service) {
    case 'automatic evidence':
      return by.some(
        (one) =>
          'topic' in one && WAYS.get(one.topic)?.some(({ how }) => how === 'collected' || how === 'derived'),
      )
    case 'check':
      return by.some((one) => 'check' in one)
    case 'manual attestation':
      return by.some((one) => 'attestation' in one)
    case 'inherited-control statement':
      return by.some((one) => 'inherited' in one)
    case 'vendor document':
      return by.some((one) => 'review' in one)
    default:
      return false
  }
}

const unserved = (row: ClaimRow) => servicesOf(row).filter((service) => !serves(service, row.by))

describe('what documents about Heroku claim or offer', () => {
  it.skipIf(!existsSync(TSV))('is the project’s own table, row by row', () => {
    const [, ...lines] = readFileSync(TSV, 'utf8').trimEnd().split('\n')
    const table = lines.map((line) => line.split('\t'))
    expect(ROWS.map(({ source, feature, coverage }) => [source, feature, coverage])).toEqual(
      table.map((cells) => cells.slice(0, 3)),
    )
    for (const [index, cells] of table.entries()) {
      const refs = (cells[4] ?? '').split(' ').filter((ref) => ref !== '')
      const by = ROWS[index]?.by.flatMap((one) => Object.values(one)) ?? []
      expect(by, cells[1]).toEqual(expect.arrayContaining(refs))
    }
  })

  it.each(ROWS.map((row) => [`${row.source}: ${row.feature}`, row] as const))('%s', (_, row) => {
    expect(row.by.map(missing).filter((what) => what !== null)).toEqual([])
    expect(servicesOf(row).filter((service) => !SERVICES.some((known) => known === service))).toEqual([])
    expect(unserved(row)).toEqual([])
  })

  it('uses every inherited statement and every kind of review sheet', () => {
    const all = ROWS.flatMap(({ by }) => by)
    const inherited = new Set(all.flatMap((one) => ('inherited' in one ? [one.inherited] : [])))
    expect([...INHERITED_IDS].filter((id) => !inherited.has(id))).toEqual([])
    const reviews = new Set(all.flatMap((one) => ('review' in one ? [one.review] : [])))
    // An extract of any contract: what it serves is said by its subject.
    expect([...FIELDS.keys()].filter((kind) => !reviews.has(kind))).toEqual(['contract-extract'])
  })

  it('would be told where a row were served by nothing', () => {
    const row: ClaimRow = {
      source: 's',
      feature: 'f',
      coverage: 'check + vendor document',
      by: [{ topic: 'app-lock' }],
    }
    expect(unserved(row)).toEqual(['check', 'vendor document'])
    expect(unserved({ ...row, coverage: 'prayer' })).toEqual(['prayer'])
    expect(unserved({ ...row, coverage: 'automatic evidence', by: [{ topic: 'vendor-sparc' }] })).toEqual([
      'automatic evidence',
    ])
    expect(missing({ check: 'ZZZ-99' })).toBe('no check ZZZ-99')
    expect(missing({ review: 'soc2-report', field: 'weather' })).toBe('soc2-report has no weather')
    expect(missing({ inherited: 'luck' })).toBe('no statement luck')
  })
})
