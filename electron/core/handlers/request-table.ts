import { basename } from 'node:path'
import { z } from 'zod'
import { FrameworkId } from '../../../shared/model/engagement.ts'
import { ClientRequest, REQUEST_STATES } from '../../../shared/model/records/client-request.ts'
import { column, maybe } from '../../../shared/model/records/list-definition.ts'
import type { TableFault } from '../../../shared/model/table.ts'
import { APP_VERSION } from '../../../shared/version.ts'
import { writeWorkbook } from '../export/excel.ts'
import { requestListSheet } from '../export/request-list.ts'
import { importTable, readingOf } from '../lists/import-table.ts'
import { appendJournal } from '../store/journal.ts'
import { lockerInfo } from '../store/locker.ts'
import { keepRecords, recordsOf } from '../store/records.ts'
import { type Deps, type Handlers, who } from './handler.ts'
import { requestKey } from './testing.ts'

const Text = z.string().trim().nullable().default(null)

const RequestRow = z.object({
  number: z.int({ error: 'is no whole number' }).min(1).max(99_999).nullable().default(null),
  title: z.string({ error: 'is missing' }).trim().min(1, { error: 'is missing' }).max(300),
  text: Text,
  framework: FrameworkId.nullable().default(null),
  control: Text,
  owner: Text,
  due: z.iso.date({ error: 'is no day; write it as 2026-11-21' }).nullable().default(null),
  state: z
    .enum(REQUEST_STATES, { error: `is none of ${REQUEST_STATES.join(', ')}` })
    .nullable()
    .default(null),
  answer: Text,
})

const COLUMNS = [
  maybe('number', 'Number', 'its number; empty for a new one', '7', {
    as: 'number',
    synonyms: ['no', 'no.', '#', 'id'],
  }),
  column('title', 'Title', 'what is asked for', 'List of leavers', {
    synonyms: ['request', 'item', 'document'],
  }),
  maybe('text', 'Text', 'in detail', 'All who left in the audit period', {
    synonyms: ['description', 'details'],
  }),
  maybe('framework', 'Framework', 'the framework of the control', 'soc2-2017', {}),
  maybe('control', 'Control', 'the control that it is for', 'CC6.2', { synonyms: ['control id'] }),
  maybe('owner', 'Owner', 'who is asked', 'Ben Okafor', { synonyms: ['assignee', 'contact', 'responsible'] }),
  maybe('due', 'Due', 'the day', '2026-12-01', { as: 'day', synonyms: ['due date', 'deadline'] }),
  maybe('state', 'State', REQUEST_STATES.join(', '), 'open', { synonyms: ['status'] }),
  maybe('answer', 'Answer', 'what the client says', 'Attached as leavers.csv', {
    synonyms: ['response', 'comment'],
  }),
]

const standingOf = (deps: Deps) =>
  new Map(recordsOf(deps.db, 'client-request').map(({ content }) => [content.number, content]))

/** Requests to the client, out to a spreadsheet and in again. */
export const requestTableHandlers = {
  async 'request:import'(deps, input) {
    const definition = { row: RequestRow, columns: COLUMNS, key: ['number', 'title'] }
    const { read } = await importTable({ destination: input.destination, text: input.text }, definition)
    const there = standingOf(deps)
    const faults: TableFault[] = []
    let last = Math.max(0, ...there.keys())
    const seen = new Set<number>()
    const changes = read.rows.map(({ n, row }) => {
      if (row.number !== null && !there.has(row.number))
        faults.push({
          row: n,
          column: 'Number',
          what: `there is no request ${row.number}; leave it empty for a new one`,
        })
      if (row.number !== null && seen.has(row.number))
        faults.push({ row: n, column: 'Number', what: `request ${row.number} is there twice` })
      if ((row.framework === null) !== (row.control === null))
        faults.push({ row: n, column: 'Control', what: 'needs both a framework and a control, or neither' })
      if (row.number !== null) seen.add(row.number)
      const before = row.number === null ? undefined : there.get(row.number)
      if (row.number === null) last += 1
      const number = row.number ?? last
      const { framework, control } = row
      const content = ClientRequest.parse({
        ...before,
        number,
        title: row.title,
        text: row.text ?? before?.text ?? '',
        control: framework && control ? { framework, control } : (before?.control ?? null),
        owner: row.owner ?? before?.owner ?? '',
        due: row.due ?? before?.due ?? null,
        state: row.state ?? before?.state ?? 'open',
        answer: row.answer ?? before?.answer ?? '',
      })
      return {
        fresh: before === undefined,
        same: JSON.stringify(content) === JSON.stringify(before),
        content,
      }
    })
    const reading = readingOf(read, faults)
    const none = { act: null, reading, added: 0, changed: 0, removed: 0, kept: there.size }
    const wanted = changes.filter(({ same }) => !same)
    if (reading.faultsTotal > 0 || wanted.length === 0 || input.dryRun) return none
    const added = wanted.filter(({ fresh }) => fresh).length
    const changed = wanted.length - added
    const act = keepRecords(
      deps.db,
      who(deps),
      `requests imported: ${added} new, ${changed} changed`,
      wanted.map(({ content }) => ({
        kind: 'client-request' as const,
        key: requestKey(content.number),
        content,
      })),
    )
    return { act, reading, added, changed, removed: 0, kept: there.size - changed }
  },
  async 'request:export'({ db, host, now }, { destination }, { signal }) {
    const { organisation } = lockerInfo(db).engagement
    const requests = recordsOf(db, 'client-request').map(({ content }) => content)
    const written = await writeWorkbook([requestListSheet(requests, organisation)], destination, {
      title: `Requests to ${organisation}`,
      author: host.actor,
      organisation,
      footer: `Evidence Locker ${APP_VERSION}`,
      createdAt: now(),
      ...(signal ? { signal } : {}),
    })
    const detail = { file: basename(destination), sha256: written.sha256, requests: requests.length }
    appendJournal(db, { actor: host.actor, action: 'requests.exported', detail, at: now().toISOString() })
    return written
  },
} satisfies Partial<Handlers>
