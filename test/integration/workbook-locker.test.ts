import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readableText } from '../../electron/core/export/cell-text.ts'
import { exportHandlers } from '../../electron/core/handlers/export.ts'
import { endCollection, startCollection } from '../../electron/core/store/collections.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { journalPage } from '../../electron/core/store/journal.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { saveResults } from '../../electron/core/store/results-save.ts'
import { storeTask } from '../../electron/core/store/tasks.ts'
import { evidenceNumber } from '../../shared/model/evidence.ts'
import { Policy } from '../../shared/model/policy.ts'
import { exchange, FACTS, releasesOf, testLocker } from '../fakes/locker.ts'
import { type ReadCell, readWorkbook, tableOf } from '../fakes/read-workbook.ts'

const NOW = new Date('2026-11-21T09:30:00.000Z')

/** Texts of any origin that must neither break the file nor turn into something else. */
const HOSTILE = [
  '=1+1',
  '=HYPERLINK("http://evil.example","click")',
  "=cmd|' /C calc'!A0",
  '+1-1',
  '@SUM(A1:A9)',
  '\t=1',
  'nul \u0000 bell \u0007 escape \u001b',
  'half \ud83d pair',
  '_x0041_ and _x000D_',
  'one\r\ntwo\nthree',
  '  white space  ',
  '<c t="str">&amp;</c>]]>',
  'مرحبا =1+1 بالعالم',
  'שלום עולם',
  '👩‍👩‍👧‍👦 🇩🇪 é',
  'x'.repeat(40_000),
]

const deps = (db: WritableDb) => ({
  db,
  now: () => NOW,
  host: {
    actor: 'ana@laptop',
    proxy: null,
    credential: async () => {
      throw new Error('an export needs no credential')
    },
  },
})

const exportTo = (db: WritableDb, destination: string, signal?: AbortSignal) =>
  exportHandlers['export:workbook'](deps(db), { destination, collectionId: null }, signal ? { signal } : {})

/** A locker with two complete collections: what is in both was seen twice; and with results of checks. */
function filledLocker() {
  const { db, folder } = testLocker()
  for (const apps of [['api'], ['api', 'web']]) {
    const id = startCollection(db, FACTS)
    for (const [n, app] of apps.entries()) storeTask(db, releasesOf(id, app, n + 1))
    const items = HOSTILE.map((description, n) => ({
      subjectId: `hostile/${n}`,
      subject: description.slice(0, 50),
      content: { app: { id: 'h', name: description }, version: n, description },
      capturedAt: '2026-11-01T09:00:03.456Z',
      requestSeq: 9,
    }))
    storeTask(db, releasesOf(id, 'hostile', 9, { items, requests: [exchange(9)] }))
    endCollection(db, id, { state: 'complete', finishedAt: '2026-11-01T09:05:00.000Z', clockOffsetMs: 250 })
    saveResults(
      db,
      id,
      HOSTILE.map((reason, n) => ({
        ...{ checkId: 'CHG-02', title: 'Promotions', severity: 'high', answer: n % 2 ? 'fail' : 'pass' },
        ...{ subject: reason.slice(0, 50), subjectId: `hostile/${n}`, reason, evidence: [1, 2] },
      })),
      { actor: 'ana@laptop', at: NOW.toISOString(), appVersion: '0.1.0', policy: Policy.parse({}) },
    )
  }
  return { db, folder, file: join(folder, 'workpapers.xlsx') }
}

/** A date as openpyxl tells it, as the instant that the locker keeps. */
function instantOf(cell: ReadCell | undefined): string {
  if (cell === null || typeof cell !== 'object') throw new Error(`no date: ${String(cell)}`)
  const [seconds = '', fraction = ''] = cell.date.split('.')
  return `${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

describe('a workbook of a locker', () => {
  it('holds what the locker holds: every item, every result, every exchange', async () => {
    const { db, file } = filledLocker()
    const made = await exportTo(db, file)
    const read = readWorkbook(file)
    expect(read.sheets.map(({ name }) => name)).toEqual(made.sheets.map(({ name }) => name))
    for (const { name, rows } of made.sheets) {
      const sheet = read.sheets.find((one) => one.name === name)
      if (sheet?.filter) expect(tableOf(read, name), name).toHaveLength(rows)
    }
    expect(tableOf(read, 'Evidence')).toHaveLength(4 + HOSTILE.length)
    expect(tableOf(read, 'App releases')).toHaveLength(4 + HOSTILE.length)
    expect(tableOf(read, 'Check results')).toHaveLength(HOSTILE.length)
    expect(tableOf(read, 'Findings')).toHaveLength(HOSTILE.length / 2)
    expect(tableOf(read, 'Request log')).toHaveLength(3)
    expect(tableOf(read, 'Journal').length).toBe(journalPage(db, null, 100).rows.length - 1)
    const seen = tableOf(read, 'Evidence').map((line) => [line.Evidence, line['Seen in collections']])
    expect(seen.slice(0, 2)).toEqual([
      [evidenceNumber(1), 2],
      [evidenceNumber(2), 2],
    ])
    expect(seen.at(-1)).toEqual([evidenceNumber(4 + HOSTILE.length), 1])
  })

  it('keeps hostile text as the text it is, and computes nothing', async () => {
    const { db, file } = filledLocker()
    await exportTo(db, file)
    const read = readWorkbook(file)
    // The locker itself replaces halves of surrogate pairs when it stores a text.
    const shown = HOSTILE.map((text) => readableText(text.toWellFormed()))
    const results = tableOf(read, 'Check results').map((line) => line.Reason)
    expect(results).toEqual(shown)
    const releases = tableOf(read, 'App releases').filter((line) => shown.includes(String(line.App)))
    expect(releases.map((line) => line.Description)).toEqual(releases.map((line) => line.App))
    expect(releases).toHaveLength(HOSTILE.length)
    for (const sheet of read.sheets) expect(sheet.types, sheet.name).not.toContain('f')
  })

  it('says in its register all that the digest of the collection is made of', async () => {
    const { db, file } = filledLocker()
    await exportTo(db, file)
    const read = readWorkbook(file)
    const lines = tableOf(read, 'Evidence').map((line) => [
      ...[
        line.Topic,
        line['Subject id'],
        line['SHA-256'],
        instantOf(line['Captured (UTC)']),
        line['Request id'],
      ],
    ])
    const bytes = (text: unknown) => Buffer.from(String(text))
    lines.sort(
      (a, b) =>
        Buffer.compare(bytes(a[0]), bytes(b[0])) ||
        Buffer.compare(bytes(a[1]), bytes(b[1])) ||
        Buffer.compare(bytes(a[2]), bytes(b[2])),
    )
    const hash = createHash('sha256')
    for (const line of lines) hash.update(`${JSON.stringify(line)}\n`)
    const told = read.sheets.find(({ name }) => name === 'Completeness')?.rows ?? []
    expect(hash.digest('hex')).toBe(told.find((row) => row[0] === 'Digest of this collection')?.[1])
  })

  it('is written down in the journal with its name and hash', async () => {
    const { db, file } = filledLocker()
    const made = await exportTo(db, file)
    const last = journalPage(db, null, 100).rows.at(-1)
    expect(last).toMatchObject({
      actor: 'ana@laptop',
      action: 'workbook.exported',
      at: NOW.toISOString(),
      detail: { file: 'workpapers.xlsx', sha256: made.sha256, collectionId: 2 },
    })
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(made.sha256)
  })

  it('never replaces a file, and leaves nothing when cancelled', async () => {
    const { db, file } = filledLocker()
    const cancel = new AbortController()
    cancel.abort()
    const entries = journalPage(db, null, 100).rows.length
    await expect(exportTo(db, file, cancel.signal)).rejects.toMatchObject({ kind: 'cancelled' })
    expect(existsSync(file)).toBe(false)
    await exportTo(db, file)
    const before = readFileSync(file)
    await expect(exportTo(db, file)).rejects.toMatchObject({ kind: 'already-there' })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(journalPage(db, null, 100).rows).toHaveLength(entries + 1)
  })

  it('takes the file back when it cannot be written down in the journal', async () => {
    const { db, file } = filledLocker()
    const onProgress = ({ sheet }: { sheet: string }) => {
      if (sheet === 'Journal') closeLocker(db)
    }
    const ask = exportHandlers['export:workbook'](
      deps(db),
      { destination: file, collectionId: null },
      { onProgress },
    )
    await expect(ask).rejects.toThrow(/not open/)
    expect(existsSync(file)).toBe(false)
  })

  it('needs a finished collection', async () => {
    const { db, folder } = testLocker()
    await expect(exportTo(db, join(folder, 'x.xlsx'))).rejects.toMatchObject({ kind: 'no-collection' })
  })
})
