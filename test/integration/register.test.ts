import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { demoRegister } from '../../electron/demo/register.ts'
import { INHERITED } from '../../shared/model/inherited.ts'
import { journalWords } from '../../shared/model/journal-words.ts'
import { DocumentReview } from '../../shared/model/records/document-review.ts'
import { SERVICE_NAMES } from '../../shared/model/records/vendor-services.ts'
import { TOPICS } from '../../shared/model/topic.ts'
import { askOf } from '../fakes/asking.ts'
import { testFolder, testLocker } from '../fakes/locker.ts'
import { app } from '../fakes/planted.ts'
import { collectedPlanted } from '../fakes/planted-locker.ts'

let db: WritableDb
let folder = ''
beforeEach(() => {
  folder = testFolder()
  db = testLocker().db
})
afterEach(() => closeLocker(db))

const ask = askOf(() => db)

async function attached(title: string): Promise<number> {
  const destination = join(folder, `${title}.txt`)
  writeFileSync(destination, `${title}\n`)
  const facts = { title, type: 'vendor-document' as const, validFrom: null, validTo: null, notes: '' }
  return (await ask('document:attach', { destination, facts })).id
}

const review = (document: number, more: object = {}) => ({
  document,
  vendor: 'Heroku (Salesforce)',
  sheet: { of: 'sparc' as const, version: '2026-03-01', services: [] },
  confidentiality: 'internal' as const,
  recipients: [],
  reviewedBy: 'Ana',
  reviewedOn: '2026-11-01',
  notes: '',
  ...more,
})

describe('the register of vendor documents', () => {
  it('joins each document with its review sheet, which can be replaced and withdrawn', async () => {
    const id = await attached('SPARC')
    expect(await ask('register:list', {})).toMatchObject([{ document: { id, title: 'SPARC' }, review: null }])
    await ask('register:review', review(id))
    await ask('register:review', review(id, { reviewedBy: 'Ben' }))
    expect(await ask('register:list', {})).toMatchObject([{ review: { content: { reviewedBy: 'Ben' } } }])
    await ask('register:withdraw', { document: id })
    expect(await ask('register:list', {})).toMatchObject([{ review: null }])
    await expect(ask('register:withdraw', { document: id })).rejects.toThrow(/has no review sheet/)
    await expect(ask('register:review', review(99))).rejects.toThrow(/no document 99/)
  })

  it('refuses a letter that ends before it begins, and keeps nothing of it', async () => {
    const id = await attached('Letter')
    const sheet = { of: 'bridge-letter' as const, from: '2026-10-01', to: '2026-09-01' }
    await expect(ask('register:review', review(id, { sheet }))).rejects.toThrow(
      /bridge letter ends before it begins/,
    )
    expect(await ask('register:list', {})).toMatchObject([{ review: null }])
  })

  it('says at once which services in use a SOC 2 report does not name', async () => {
    const id = await attached('Report')
    const report = {
      ...{ of: 'soc2-report' as const, type: 'II' as const, opinion: 'unqualified' as const },
      ...{ periodStart: '2025-12-01', periodEnd: '2026-11-01', services: ['private-spaces' as const] },
      ...{ subservice: [], exceptions: [], controls: [] },
    }
    expect(await ask('register:review', review(id, { sheet: report }))).toMatchObject({ unnamed: [] })
    collectedPlanted(db, [app('shop')])
    expect(await ask('register:review', review(id, { sheet: report }))).toMatchObject({
      unnamed: [SERVICE_NAMES['common-runtime']],
    })
    const other = { ...report, services: ['common-runtime' as const] }
    expect(await ask('register:review', review(id, { sheet: other }))).toMatchObject({ unnamed: [] })
  })

  it('lets a restricted document out only for a recorded recipient with an agreement', async () => {
    const id = await attached('Report')
    const destination = join(folder, 'out.txt')
    const person = { name: 'KLM Audit', agreement: '', on: '2026-11-01' }
    await ask('register:review', review(id, { confidentiality: 'restricted', recipients: [person] }))
    await expect(ask('document:save', { id, destination })).rejects.toThrow(/Report is restricted/)
    expect(existsSync(destination)).toBe(false)
    const agreed = { ...person, agreement: 'NDA 12' }
    await ask('register:review', review(id, { confidentiality: 'restricted', recipients: [agreed] }))
    await expect(ask('document:save', { id, destination })).rejects.toThrow(/not said for whom/)
    await expect(ask('document:save', { id, destination, recipient: 'Somebody' })).rejects.toThrow(
      /Somebody is not recorded with an agreement.*KLM Audit/s,
    )
    expect(existsSync(destination)).toBe(false)
    const saves = async () =>
      (await ask('journal:page', {})).rows.filter(({ action }) => action === 'document.saved')
    expect(await saves()).toEqual([])
    await ask('document:save', { id, destination, recipient: 'klm audit' })
    expect(readFileSync(destination, 'utf8')).toBe('Report\n')
    const [saved] = await saves()
    expect(saved?.detail).toMatchObject({ id, recipient: 'KLM Audit', agreement: 'NDA 12' })
    expect(saved && journalWords(saved).says).toBe('Report, for KLM Audit, NDA 12')
  })
})

describe('what is inherited', () => {
  it('cites a document, names what is left to do, and shows what is on file', async () => {
    const id = await attached('SPARC')
    await ask('register:review', review(id))
    const list = await ask('inherited:list', {})
    expect(list).toHaveLength(INHERITED.length)
    for (const { cites, duty, says, topics } of list) {
      expect(cites.length).toBeGreaterThan(0)
      expect([says, duty].every((text) => /^[A-Z].{15,220}\.$/.test(text))).toBe(true)
      expect(topics.filter((topic) => !TOPICS.includes(topic))).toEqual([])
    }
    const separation = list.find((one) => one.id === 'logical-separation')
    expect(separation?.documents).toEqual([{ id, title: 'SPARC', date: '2026-03-01' }])
    expect(list.find((one) => one.id === 'hipaa-no-certificate')?.documents).toEqual([])
    expect(new Set(list.map((one) => one.id)).size).toBe(list.length)
  })
})

describe('the register of the sample organisation', () => {
  it.each(['kept', 'neglected'] as const)('%s, has sheets that hold their schema', (state) => {
    const documents = demoRegister(new Date('2026-11-21T00:00:00Z'), state)
    expect(documents.length).toBeGreaterThan(15)
    for (const [index, { review: sheet }] of documents.entries())
      expect(() => DocumentReview.parse({ ...sheet, document: index + 1 })).not.toThrow()
  })
})
