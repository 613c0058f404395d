import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { EVENT_FIELDS } from '../../../shared/contract-events.ts'
import { problem } from '../../../shared/errors.ts'
import type { AuditEvent } from '../../../shared/model/event.ts'
import { fileProblem } from '../export/new-file.ts'
import type { WritableDb } from '../store/db.ts'
import { countEvents, eachEvent, eventBySeq, eventPage } from '../store/events.ts'
import { eventsOverTime, eventValues, eventWindow, selectLetters } from '../store/events-window.ts'
import { appendJournal } from '../store/journal.ts'
import type { Handlers } from './handler.ts'

const COLUMNS = ['seq', 'at', 'id', ...EVENT_FIELDS] as const

/** Rows that are written at once. */
const AT_ONCE = 1000

/** A value as a cell of a CSV file. What a spreadsheet would take for a formula is made text. */
export function csvCell(value: string | number | null): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const csvLine = (event: AuditEvent) => `${COLUMNS.map((column) => csvCell(event[column])).join(',')}\r\n`

/** Milliseconds without a question about events, after which the first keys of a search are made ready. */
const QUIET_MS = 60

/** Milliseconds between two runs of that, for whatever else is asked. */
const BETWEEN_MS = 4

let askedAt = 0

/** Notes that events are asked for, and makes ready what each single letter finds, in short turns while it is quiet. */
function asked(db: WritableDb): void {
  askedAt = performance.now()
  void selectLetters(db, async () => {
    do await setTimeout(BETWEEN_MS)
    while (performance.now() - askedAt < QUIET_MS)
    return db.open
  }).catch(() => {})
}

/** Questions about the population of audit events. */
export const eventHandlers = {
  'event:page': ({ db }, { filter, after, limit }) => eventPage(db, filter, after, limit),
  'event:get': ({ db }, { seq }) => eventBySeq(db, seq),
  'event:window'({ db }, { filter, start, limit }) {
    asked(db)
    return eventWindow(db, filter, start, limit)
  },
  'event:histogram': ({ db }, { filter, buckets }) => eventsOverTime(db, filter, buckets),
  'event:values': ({ db }, { field, containing, limit }) => eventValues(db, field, containing, limit),
  async 'event:export'({ db, host, now }, { filter, destination }, { signal, onProgress }) {
    const of = countEvents(db, filter)
    const unfinished = `${destination}.unfinished`
    let rows = 0
    let bytes = 0
    try {
      const file = openSync(unfinished, 'w', 0o600)
      try {
        bytes += writeSync(file, `\ufeff${COLUMNS.join(',')}\r\n`)
        let lines = ''
        for (const event of eachEvent(db, filter)) {
          lines += csvLine(event)
          if (++rows % AT_ONCE > 0) continue
          bytes += writeSync(file, lines)
          lines = ''
          onProgress?.({ done: rows, of })
          await setImmediate()
          if (signal?.aborted)
            throw problem('cancelled', {
              what: 'the export of the events',
              remedy: 'no file was left behind',
            })
        }
        bytes += writeSync(file, lines)
      } finally {
        closeSync(file)
      }
      renameSync(unfinished, destination)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw fileProblem(error, destination)
    }
    appendJournal(db, {
      at: now().toISOString(),
      actor: host.actor,
      action: 'events.exported',
      detail: { ...filter, rows, bytes },
    })
    return { file: destination, rows, bytes }
  },
} satisfies Partial<Handlers>
