import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { conclude, conclusionOf, conclusionsOf, review } from '../../../../electron/core/store/conclusions.ts'
import { documentParts } from '../../../../electron/core/store/document-bytes.ts'
import {
  attachDocument,
  describeDocument,
  documentOf,
  documentsOf,
  removeDocument,
} from '../../../../electron/core/store/documents.ts'
import {
  acceptException,
  acceptedExceptions,
  withdrawException,
} from '../../../../electron/core/store/exceptions.ts'
import { journalPage } from '../../../../electron/core/store/journal.ts'
import { decidedMappings, decideMappings, undoMappings } from '../../../../electron/core/store/mappings.ts'
import { policyOf, setPolicy } from '../../../../electron/core/store/policy.ts'
import { forgetFilter, savedFilters, saveFilter } from '../../../../electron/core/store/saved-filters.ts'
import { Policy } from '../../../../shared/model/policy.ts'
import { testLocker } from '../../../fakes/locker.ts'
import { whole } from '../../../fakes/sliced.ts'
import { KEY_OF_MAPPING, parts, REPORT, WHO } from './decided.ts'

const CONCLUSION = {
  framework: KEY_OF_MAPPING.framework,
  control: 'CC6.1',
  design: 'effective' as const,
  operation: 'not-tested' as const,
  text: 'Works.',
}
const standing = (db: Parameters<typeof decidedMappings>[0]) =>
  decidedMappings(db, 'soc2-2017').map(({ decision, rationale }) => [decision, rationale])

describe('decisions about mappings', () => {
  it('the newest word holds, an undo brings the word before back, and an undo of that does it again', () => {
    const { db } = testLocker()
    const decide = (decision: 'confirmed' | 'rejected', rationale: string) =>
      decideMappings(db, { ...WHO, keys: [KEY_OF_MAPPING], decision, rationale })
    decide('confirmed', 'first')
    const { act } = decide('rejected', 'second')
    expect(standing(db)).toEqual([['rejected', 'second']])
    const undo = undoMappings(db, act, WHO)
    expect(undo.says).toBe('taken back: 1 mapping rejected')
    expect(standing(db)).toEqual([['confirmed', 'first']])
    undoMappings(db, undo.act, WHO)
    expect(standing(db)).toEqual([['rejected', 'second']])
  })

  it('many are decided as one act, and taken back as one', () => {
    const { db } = testLocker()
    const keys = ['CC6.1', 'CC6.2', 'CC6.3'].map((control) => ({ ...KEY_OF_MAPPING, control }))
    const { act, says } = decideMappings(db, { ...WHO, keys, decision: 'confirmed', rationale: '' })
    expect(says).toBe('3 mappings confirmed')
    undoMappings(db, act, WHO)
    expect(standing(db).map(([decision]) => decision)).toEqual(['suggested', 'suggested', 'suggested'])
  })

  it('the journal tells each act with its digest', () => {
    const { db } = testLocker()
    decideMappings(db, { ...WHO, keys: [KEY_OF_MAPPING], decision: 'confirmed', rationale: '' })
    const line = journalPage(db, null, 100).rows.at(-1)
    expect(line).toMatchObject({
      action: 'mapping.decided',
      actor: 'ana@laptop',
      detail: { act: 1, rows: 1 },
    })
    expect(line?.detail.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('what is no decision about mappings cannot be taken back', () => {
    const { db } = testLocker()
    expect(() => undoMappings(db, 7, WHO)).toThrow('there is no decision 7 about mappings')
  })
})

describe('conclusions', () => {
  it('the preparer cannot review, however the name is written; a new conclusion needs a new review', () => {
    const { db } = testLocker()
    conclude(db, CONCLUSION, { ...WHO, preparer: 'Ana' })
    expect(() => review(db, 'soc2-2017', 'CC6.1', { ...WHO, reviewer: ' ANA ' })).toThrow(
      'a different person',
    )
    review(db, 'soc2-2017', 'CC6.1', { ...WHO, reviewer: 'Ben' })
    expect(conclusionOf(db, 'soc2-2017', 'CC6.1')).toMatchObject({ preparedBy: 'Ana', reviewedBy: 'Ben' })
    conclude(db, { ...CONCLUSION, text: 'Looked again.' }, { ...WHO, preparer: 'Ana' })
    expect(conclusionsOf(db, 'soc2-2017')).toMatchObject([{ text: 'Looked again.', reviewedBy: null }])
  })

  it('nothing is reviewed that was not concluded', () => {
    const { db } = testLocker()
    expect(() => review(db, 'soc2-2017', 'CC6.1', { ...WHO, reviewer: 'Ben' })).toThrow('no conclusion yet')
  })
})

describe('exceptions', () => {
  const subjects = [
    { subjectId: 'u1', subject: 'eve@example.com' },
    { subjectId: 'u2', subject: 'mal@example.com' },
  ]

  it('are accepted until a day and withdrawn one by one', () => {
    const { db } = testLocker()
    acceptException(db, {
      ...WHO,
      checkId: 'IDN-01',
      subjects,
      reason: 'Leaves in May.',
      until: '2027-05-31',
    })
    withdrawException(db, { ...WHO, checkId: 'IDN-01', subjects: subjects.slice(0, 1) })
    expect(acceptedExceptions(db)).toMatchObject([
      { subjectId: 'u2', reason: 'Leaves in May.', by: 'ana@laptop' },
    ])
  })

  it('need a reason and a day to come', () => {
    const { db } = testLocker()
    const accept = (reason: string, until: string) =>
      acceptException(db, { ...WHO, checkId: 'IDN-01', subjects, reason, until })
    expect(() => accept(' ', '2027-01-01')).toThrow('needs a reason')
    expect(() => accept('Known.', '2026-11-01')).toThrow('which is past')
    accept('Known.', '2026-11-02')
  })
})

describe('documents', () => {
  it('come out byte for byte, are described anew, and leave the list without losing their bytes', () => {
    const { db } = testLocker()
    const made = whole(attachDocument(db, { ...WHO, fileName: 'soc2.pdf', facts: REPORT, parts: parts(5) }))
    const hash = createHash('sha256')
    for (const part of documentParts(db, made.id)) hash.update(part)
    expect(made).toMatchObject({ title: 'SOC 2 report', bytes: 5 << 20, sha256: hash.digest('hex') })
    describeDocument(db, made.id, { ...REPORT, notes: 'Type II' }, WHO)
    expect(documentOf(db, made.id)).toMatchObject({ notes: 'Type II', sha256: made.sha256 })
    removeDocument(db, made.id, WHO)
    expect(documentsOf(db)).toEqual([])
    expect([...documentParts(db, made.id)]).toHaveLength(5)
  })

  it('an attachment that fails half way leaves nothing behind', () => {
    const { db } = testLocker()
    function* broken() {
      yield* parts(2)
      throw new Error('the disk went away')
    }
    expect(() =>
      whole(attachDocument(db, { ...WHO, fileName: 'a', facts: REPORT, parts: broken() })),
    ).toThrow('went away')
    expect(documentsOf(db)).toEqual([])
    expect(db.prepare<[], { n: number }>('select count(*) as n from document_piece').get()).toEqual({ n: 0 })
  })

  it('what a power cut left of an attachment is thrown away by the next one', () => {
    const { db } = testLocker()
    const cut = attachDocument(db, { ...WHO, fileName: 'cut', facts: REPORT, parts: parts(3) })
    cut.next()
    cut.next()
    expect(documentsOf(db)).toEqual([])
    const made = whole(attachDocument(db, { ...WHO, fileName: 'a', facts: REPORT, parts: parts(1) }))
    expect([...documentParts(db, made.id)]).toHaveLength(1)
    expect(db.prepare<[], { n: number }>('select count(*) as n from document_piece').get()).toEqual({ n: 1 })
  })

  it('never change once they are attached', () => {
    const { db } = testLocker()
    whole(attachDocument(db, { ...WHO, fileName: 'a', facts: REPORT, parts: parts(1) }))
    for (const change of [
      "update document_piece set data = x'00'",
      'delete from document_piece',
      "insert into document_piece values (1, 9, x'00')",
      'insert or replace into document_piece select * from document_piece',
    ])
      expect(() => db.exec(change)).toThrow('append-only')
  })

  it('gives way between two pieces', () => {
    const { db } = testLocker()
    const work = attachDocument(db, { ...WHO, fileName: 'a', facts: REPORT, parts: parts(2) })
    expect(work.next()).toEqual({ done: false, value: 1 })
    setPolicy(db, { adminsMin: 3 }, WHO)
    expect(whole(work)).toMatchObject({ fileName: 'a', bytes: 2 << 20 })
  })

  it('take no more memory for a larger file', () => {
    const { db } = testLocker()
    whole(attachDocument(db, { ...WHO, fileName: 'warm', facts: REPORT, parts: parts(4) }))
    const before = process.memoryUsage().rss
    whole(attachDocument(db, { ...WHO, fileName: 'large', facts: REPORT, parts: parts(60) }))
    expect((process.memoryUsage().rss - before) / (1 << 20)).toBeLessThan(40)
  })
})

describe('policy and saved filters', () => {
  it('a change of the policy keeps the rest and is told in the journal', () => {
    const { db } = testLocker()
    expect(policyOf(db)).toEqual(Policy.parse({}))
    setPolicy(db, { ssoRequired: false }, WHO)
    setPolicy(db, { productionStages: ['production', 'live'] }, WHO)
    expect(policyOf(db)).toMatchObject({ ssoRequired: false, productionStages: ['production', 'live'] })
    expect(journalPage(db, null, 100).rows.at(-1)).toMatchObject({ action: 'policy.set' })
  })

  it('a filter is kept by its name, replaced and forgotten', () => {
    const { db } = testLocker()
    saveFilter(db, { screen: 'events', name: 'mine', params: { type: 'app' } })
    saveFilter(db, { screen: 'events', name: 'mine', params: { type: 'team' } })
    expect(savedFilters(db, 'events')).toEqual([{ screen: 'events', name: 'mine', params: { type: 'team' } }])
    forgetFilter(db, 'events', 'mine')
    expect(savedFilters(db, 'events')).toEqual([])
  })
})
