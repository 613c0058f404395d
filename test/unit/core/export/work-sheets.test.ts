import { describe, expect, it } from 'vitest'
import { workbookSheets } from '../../../../electron/core/export/index.ts'
import type { Cell, Sheet } from '../../../../electron/core/export/sheet.ts'
import type { WorkbookSource } from '../../../../electron/core/export/workbook-source.ts'
import { SELECTION_RULE } from '../../../../electron/core/testing/selection.ts'
import { RECORDS, type RecordItem, type RecordKind } from '../../../../shared/model/records.ts'
import type { DocumentInfo, Mapping, StandingConclusion } from '../../../../shared/model/work.ts'
import { madeSource } from './made/made-source.ts'

const AT = '2026-11-21T09:30:00.000Z'
const kept = (kind: RecordKind, key: string, content: unknown): RecordItem =>
  ({ kind, key, content: RECORDS[kind].parse(content), by: 'ana@laptop', at: AT, act: 1 }) as RecordItem

const drawn = (more: Partial<WorkbookSource>, records: readonly RecordItem[] = []) =>
  new Map(
    [
      ...workbookSheets(
        madeSource({ records: (kind) => records.filter((one) => one.kind === kind) as never, ...more }),
      ),
    ].map((sheet) => [sheet.name, sheet]),
  )

const told = (cell: Cell | undefined) =>
  cell !== null && typeof cell === 'object' && 'text' in cell ? cell.text : (cell ?? null)

/** Chosen columns of a sheet's rows, links as their text. */
function cells(sheet: Sheet | undefined, ...titles: readonly string[]) {
  const at = titles.map((title) => sheet?.columns.findIndex((column) => column.title === title) ?? -1)
  return [...(sheet?.rows() ?? [])].map((row) => at.map((index) => told(row.cells[index])))
}

const CONCLUSION: StandingConclusion = {
  ...{ framework: 'iso27001-2022', control: 'A.5.17', design: 'effective', operation: 'ineffective' },
  ...{ text: 'One without a second factor', preparedBy: 'Ana', preparedAt: AT },
  ...{ reviewedBy: 'Ben', reviewedAt: '2026-11-22T08:00:00Z', changed: [], openReviewNotes: 0 },
}

const MAPPING: Mapping = {
  ...{ framework: 'iso27001-2022', control: 'A.5.17', topic: 'member-mfa', subjectId: null },
  ...{ decision: 'confirmed', rationale: 'Read with the client', shipped: true, by: 'Ana', at: AT },
}

describe('sheets of what people did', () => {
  it('are not there while nobody did anything', () => {
    const names = [...drawn({}).keys()]
    for (const name of [
      'Conclusions',
      'Samples',
      'Sample items',
      'Testing legend',
      'Notes',
      'Vendor documents',
    ])
      expect(names).not.toContain(name)
  })

  it('mapping: tells each decision, what was rejected, and what is said of one item', () => {
    const mappings = [
      MAPPING,
      { ...MAPPING, topic: 'ssh-keys' as const, decision: 'rejected' as const },
      {
        ...MAPPING,
        topic: 'member-mfa' as const,
        subjectId: 'u1',
        decision: 'added' as const,
        shipped: false,
      },
    ]
    const sheet = drawn({ mappings: () => mappings }).get('Mapping')
    const ofControl = cells(sheet, 'Control', 'By', 'Answers', 'Decision', 'Decided by').filter(
      ([control]) => control === 'A.5.17',
    )
    expect(ofControl.slice(0, 3)).toEqual([
      ['A.5.17', 'topic', null, 'Confirmed', 'Ana'],
      ['A.5.17', 'topic', null, 'Rejected', 'Ana'],
      ['A.5.17', 'topic', 'only u1', 'Added', 'Ana'],
    ])
    expect(ofControl[3]?.slice(1, 2)).toEqual(['check'])
  })

  it('controls: show the conclusion with its sign-offs, whose they are, and our words', () => {
    const base = madeSource()
    const [state] = base.controls('iso27001-2022').filter(({ control }) => control.id === 'A.5.17')
    if (!state) throw new Error('no such control')
    const control = { ...state.control, says: 'Secrets are handed out safely.', owner: 'shared' as const }
    const [framework] = base.frameworks()
    if (!framework) throw new Error('no framework')
    const sheets = drawn({
      conclusions: () => [CONCLUSION],
      controls: () => [{ ...state, control }],
      frameworks: () => [
        { ...framework, controls: framework.controls.map((one) => (one.id === control.id ? control : one)) },
      ],
    })
    const titles = ['What it asks, in our words', 'Seen to by', 'Conclusion', 'Prepared by, date']
    const rows = cells(sheets.get('ISO 27001'), 'Control', ...titles, 'Reviewed by, date')
    expect(rows.find(([id]) => id === 'A.5.17')).toEqual([
      'A.5.17',
      'Secrets are handed out safely.',
      'shared',
      'Design: Effective. Operation: Not effective.\nOne without a second factor',
      'Ana, 2026-11-21',
      'Ben, 2026-11-22',
    ])
    expect(cells(sheets.get('Conclusions'), 'State', 'Control', 'Operation')).toEqual([
      ['Reviewed', 'A.5.17', 'Not effective'],
    ])
  })

  it('conclusions: say when the evidence changed, or notes are open', () => {
    const sheets = drawn({
      conclusions: () => [
        { ...CONCLUSION, changed: ['topic member-mfa'] },
        { ...CONCLUSION, control: 'A.8.15', reviewedBy: null, reviewedAt: null, openReviewNotes: 2 },
      ],
    })
    expect(cells(sheets.get('Conclusions'), 'State', 'Changed beneath', 'Open review notes')).toEqual([
      ['Open again', 'topic member-mfa', null],
      ['Notes open', null, 2],
    ])
  })

  it('exceptions: are listed, and marked beside the finding, as long as they hold', () => {
    const one = { checkId: 'IDN-01', subjectId: '1', subject: 'thing 1', reason: 'Known', by: 'Ana', at: AT }
    const sheets = drawn({
      exceptions: () => [
        { ...one, until: '2027-01-31' },
        { ...one, checkId: 'LOG-01', until: '2026-11-20' },
      ],
    })
    expect(cells(sheets.get('Accepted exceptions'), 'State', 'Check', 'Until')).toEqual([
      ['Holds', 'IDN-01', '2027-01-31'],
      ['Ended', 'LOG-01', '2026-11-20'],
    ])
    const accepted = cells(sheets.get('Findings'), 'Check', 'Accepted')
    expect(accepted).toContainEqual(['IDN-01', 'accepted until 2027-01-31 by Ana: Known'])
    expect(accepted).toContainEqual(['LOG-01', 'was accepted until 2026-11-20 by Ana: Known'])
    expect(accepted).toContainEqual(['DAT-01', null])
  })

  it('samples: hold what draws them again, items their results, the legend rule and marks', () => {
    const picks = [4, 9].map((position) => ({ position, key: `r${position}`, title: `v${position}` }))
    const sample = {
      ...{ name: 'Releases', control: { framework: 'soc2-2017', control: 'CC8.1' }, count: 12, size: 2 },
      population: { of: 'evidence', collectionId: 1, topic: 'releases' },
      ...{ digest: 'ab'.repeat(32), method: 'random', seed: 'stated', reason: 'Two', drawnBy: 'Ana', picks },
      attributes: [{ id: 'A', text: 'approved' }],
    }
    const result = { results: { A: 'not-met' }, mark: 'Ω', text: 'No ticket', testedBy: 'Ana' }
    const sheets = drawn({}, [
      kept('sample', 'S-1', sample),
      kept('sample-result', 'S-1:9', result),
      kept('tickmark-meaning', 'Ω', { meaning: 'Recomputed' }),
      kept('tickmark', 'event:7', { about: { kind: 'event', id: '7', title: 'x' }, mark: 'Ω', by: 'Ana' }),
    ])
    const facts = ['Sample', 'Control', 'Population', 'Items in it', 'Seed', 'Size', 'Tested', 'Exceptions']
    expect(cells(sheets.get('Samples'), ...facts, 'SHA-256 of the population')).toEqual([
      ['S-1', 'SOC 2 CC8.1', 'App releases of collection 1', 12, 'stated', 2, 1, 1, 'ab'.repeat(32)],
    ])
    expect(cells(sheets.get('Sample items'), 'Position', 'State', 'Key', 'Results', 'Mark')).toEqual([
      [4, 'Not tested', 'r4', null, null],
      [9, 'Exception', 'r9', 'A: NOT met', 'Ω'],
    ])
    const legend = [...(sheets.get('Testing legend')?.rows() ?? [])].map((row) => row.cells)
    const rule = legend.slice(
      1,
      legend.findIndex(([first]) => first === 'Tickmarks'),
    )
    expect(rule.map(([, sentence]) => sentence).join(' ')).toBe(SELECTION_RULE)
    expect(legend).toContainEqual(['Ω', 'Recomputed'])
    expect(cells(sheets.get('Tickmarks'), 'Mark', 'On', 'Number')).toEqual([['Ω', 'Event', '7']])
  })

  it('requests, findings and notes: stand with their answers', () => {
    const sheets = drawn({}, [
      kept('client-request', '00001', { number: 1, title: 'Leavers', state: 'received', documents: [7] }),
      kept('finding', 'F-1', { title: 'Low', severity: 'low', raisedBy: 'Ana' }),
      kept('finding', 'F-2', {
        ...{ title: 'High', severity: 'high', state: 'answered', response: 'Yes', raisedBy: 'Ana' },
        subjects: Array.from({ length: 22 }, (_, n) => ({ subjectId: `${n}`, subject: `app ${n}` })),
      }),
      kept('note', 'N-1', {
        ...{
          about: { kind: 'control', id: 'x', title: 'CC6.1' },
          review: true,
          text: 'Why?',
          writtenBy: 'Ben',
        },
        ...{ state: 'answered', answers: [{ by: 'Ana', at: AT, text: 'So' }] },
      }),
    ])
    expect(cells(sheets.get('Client requests'), 'Number', 'State', 'Documents')).toEqual([
      [1, 'Received', 'D-7 (removed)'],
    ])
    const findings = cells(sheets.get('Reported findings'), 'Finding', 'State', 'Subjects')
    expect(findings.map(([id]) => id)).toEqual(['F-2', 'F-1'])
    expect(String(findings[0]?.[2]).split('\n').slice(-2)).toEqual(['app 19', 'and 2 more'])
    expect(cells(sheets.get('Notes'), 'State', 'Which', 'Answers')).toEqual([
      ['Answered', 'CC6.1', 'Ana, 2026-11-21: So'],
    ])
  })

  it('reviews: tell each decision and whether it was carried out', () => {
    const decision = {
      decision: 'revoke' as const,
      person: 'p',
      where: 'w',
      right: 'r',
      text: 'Left',
      by: 'Ben',
    }
    const row = { id: 'a', person: 'p', where: 'w', right: 'r', decision, stillThere: true }
    const review = { title: 'Q4', collectionId: 1, count: 4, digest: 'a'.repeat(64), reviewer: 'Ben' }
    const whole = { id: 'R-1', review: { ...review, due: null, completedOn: null }, decided: 3, revoked: 2 }
    const rows = [
      row,
      { ...row, stillThere: false },
      { ...row, decision: { ...decision, decision: 'keep' as const }, stillThere: null },
      { ...row, decision: null, stillThere: null },
    ]
    const sheets = drawn({ accessReviews: () => [{ ...whole, rows, samePopulation: false, checkedIn: 2 }] }, [
      kept('trail-review', '2026-10', { reviewer: 'Ben', date: '2026-11-05' }),
    ])
    const sheet = sheets.get('Access reviews')
    expect(cells(sheet, 'Decision', 'Follow-up')).toEqual([
      ['Revoke', 'NOT carried out'],
      ['Revoke', 'carried out'],
      ['Keep', null],
      ['Open', null],
    ])
    expect(sheet?.notes.join(' ')).toContain('no longer the one that was reviewed: R-1')
    expect(cells(sheets.get('Trail reviews'), 'Month', 'Reviewer')).toEqual([['2026-10', 'Ben']])
  })

  it('vendor documents: tell facts, exceptions and answers; of what is restricted only what it is', () => {
    const document = (id: number, title: string): DocumentInfo => ({
      ...{ id, title, type: 'soc2-report', fileName: `${id}.pdf`, bytes: 1, sha256: `${id}`.repeat(64) },
      ...{ validFrom: null, validTo: '2026-12-31', notes: 'secret note', by: 'ana@laptop', at: AT },
    })
    const sheet = {
      ...{ of: 'soc2-report', type: 'II', periodStart: '2025-10-01', periodEnd: '2026-09-30' },
      ...{ opinion: 'unqualified', exceptions: [{ id: 'E1', text: 'A late review' }] },
      criteria: ['security', 'availability'],
      tests: [{ id: 'T1', area: 'access', text: 'Badges', test: 'Looked.', result: 'no-exception' }],
      controls: [{ id: 'C1', text: 'Remove users', answer: 'HR does', evidence: ['topic member-mfa'] }],
    }
    const review = { sheet, reviewedBy: 'Ana', reviewedOn: '2026-11-20' }
    const sheets = drawn(
      { documents: () => [document(1, 'Open'), document(2, 'Shut'), document(3, 'Unread')] },
      [
        kept('document-review', '1', { ...review, document: 1 }),
        kept('document-review', '2', { ...review, document: 2, confidentiality: 'restricted' }),
      ],
    )
    const titles = ['Document', 'Part', 'Item', 'What it says', 'Own answer or assessment']
    const rows = cells(sheets.get('Vendor documents'), ...titles)
    const of = (name: string) => rows.filter(([document]) => document === name).map((row) => row.slice(1))
    expect(of('D-1 Open')).toContainEqual(['Fact', 'Period end', '2026-09-30', null])
    expect(of('D-1 Open')).toContainEqual(['Fact', 'Criteria', 'security, availability', null])
    expect(of('D-1 Open')).toContainEqual([
      'Tested by auditor',
      'T1 (access)',
      'Badges',
      'Looked. No exception.',
    ])
    expect(of('D-1 Open')).toContainEqual(['Exception', 'E1', 'A late review', 'NOT assessed'])
    expect(of('D-1 Open')).toContainEqual(['User control', 'C1', 'Remove users', 'HR does'])
    expect(of('D-2 Shut')).toEqual([
      ['Document', '… to 2026-12-31', `2.pdf, SHA-256 ${'2'.repeat(64)}`, null],
      ['Restricted', null, 'What it says stays in the locker.', null],
    ])
    expect(of('D-3 Unread').map(([part]) => part)).toEqual(['Not reviewed'])
    expect(JSON.stringify(rows)).not.toContain('secret note')
  })

  it('inherited controls: cite, and say where no document is on file', () => {
    const statement = {
      ...{
        id: 'x',
        title: 'Guards',
        says: 'Guarded.',
        duty: 'Keep reports.',
        topics: ['member-mfa' as const],
      },
      cites: [{ document: 'sparc' as const, section: 'Physical Security' }],
    }
    const sheets = drawn({
      inherited: () => [
        { ...statement, documents: [] },
        { ...statement, documents: [{ id: 1, title: 'SPARC', date: '2026-03-01' }] },
      ],
    })
    expect(
      cells(
        sheets.get('Inherited controls'),
        'State',
        'Cited document and section',
        'On file, with its date',
      ),
    ).toEqual([
      ['Inherited, no file', 'SPARC: Physical Security', 'nothing on file'],
      ['Inherited', 'SPARC: Physical Security', 'D-1 SPARC, 2026-03-01'],
    ])
  })
})
