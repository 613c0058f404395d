import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { topicTitle } from '../../electron/core/export/sheets/topics/topics.ts'
import { checkHandlers } from '../../electron/core/handlers/check.ts'
import { exportHandlers } from '../../electron/core/handlers/export.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { countEvents } from '../../electron/core/store/events.ts'
import { eachItem, topicCounts } from '../../electron/core/store/evidence.ts'
import { closeLocker } from '../../electron/core/store/open.ts'
import { requestsOf } from '../../electron/core/store/requests.ts'
import { resultCounts } from '../../electron/core/store/results.ts'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { Policy } from '../../shared/model/policy.ts'
import { collectFrom, hostOf, newLocker, ownFolder } from '../fakes/collected.ts'
import { partsOfWorkbook, type ReadWorkbook, readWorkbook, tableOf } from '../fakes/read-workbook.ts'

const folder = ownFolder()
const file = join(folder.path, 'northquay.xlsx')
let demo: Demo
let db: WritableDb
let read: ReadWorkbook
let sheets: readonly { readonly name: string; readonly rows: number }[]

beforeAll(async () => {
  demo = await startDemo({ apps: 20, events: 3000, months: 6 })
  db = newLocker(join(folder.path, 'northquay.locker'))
  await collectFrom(db, demo, demo.tokens.auditor)
  const deps = { db, host: hostOf(demo.apiUrl, ''), now: () => new Date() }
  await checkHandlers['check:run'](deps, { collectionId: null, policy: Policy.parse({}) }, {})
  sheets = (await exportHandlers['export:workbook'](deps, { destination: file, collectionId: null }, {}))
    .sheets
  read = readWorkbook(file)
}, 120_000)

afterAll(async () => {
  closeLocker(db)
  await demo.close()
  folder.remove()
})

describe('the workbook of the organisation in the box', () => {
  it('has as many rows as the locker has items, topic by topic', () => {
    const counts = topicCounts(db, 1)
    expect(counts.length).toBeGreaterThan(25)
    for (const { topic, items } of counts) expect(tableOf(read, topicTitle(topic)), topic).toHaveLength(items)
    expect(tableOf(read, 'Evidence')).toHaveLength(counts.reduce((sum, { items }) => sum + items, 0))
  })

  it('has as many results, requests and events as the locker', () => {
    const { answers } = resultCounts(db, 1)
    const told = tableOf(read, 'Check results')
    expect(told).toHaveLength(Object.values(answers).reduce((sum, count) => sum + count, 0))
    expect(told.filter((line) => line.Answer === 'Fail')).toHaveLength(answers.fail)
    expect(tableOf(read, 'Findings')).toHaveLength(answers.fail)
    expect(tableOf(read, 'Request log')).toHaveLength([...requestsOf(db, 1)].length)
    const { start, end } = { start: '2026-01-01T00:00:00Z', end: '2026-12-31T23:59:59.999Z' }
    expect(tableOf(read, 'Audit events')).toHaveLength(countEvents(db, { from: start, to: end }))
  })

  it('says in each register line the hash that the locker keeps', () => {
    const hashes = new Map([...eachItem(db, 1)].map((item) => [item.id, item.hash]))
    for (const line of tableOf(read, 'Evidence'))
      expect(line['SHA-256']).toBe(hashes.get(Number(String(line.Evidence).slice(2))))
  })

  it('holds every control of the framework, and no formula', () => {
    expect(tableOf(read, 'SOC 2').filter((line) => line.Status !== null)).toHaveLength(61)
    for (const sheet of read.sheets) expect(sheet.types, sheet.name).not.toContain('f')
  })

  it('lists its own sheets and links to each of them', () => {
    const cover = read.sheets.find(({ name }) => name === 'Cover')
    const targets = Object.values(cover?.links ?? {}).map((target) => /^'(.*)'!/.exec(target)?.[1])
    for (const { name } of sheets.slice(1)) expect(targets).toContain(name)
  })

  it('holds no planted secret and no fingerprint, in no part of the file', () => {
    const text = Object.values(partsOfWorkbook(file)).join('\n')
    expect(text.length).toBeGreaterThan(1_000_000)
    expect(text).not.toContain('CANARY')
    expect(text).not.toContain('hmac')
    for (const item of eachItem(db, 1, 'config-var-rotation')) {
      const { fingerprint } = item.content as { fingerprint: { hmac?: string } }
      if (fingerprint.hmac) expect(text).not.toContain(fingerprint.hmac)
    }
  })

  it('shows nothing that only a program would say', () => {
    for (const { name, rows } of read.sheets)
      for (const cell of rows.flat())
        if (typeof cell === 'string')
          expect(cell, name).not.toMatch(/^(undefined|null|NaN|\[object Object\])$/)
  })
})
