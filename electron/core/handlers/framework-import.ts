import { z } from 'zod'
import { frameworks } from '../frameworks/index.ts'
import { CONTROL_COLUMNS, controlsOfRows } from '../frameworks/own-rows.ts'
import { importTable, readingOf } from '../lists/import-table.ts'
import { keepRecords, recordOf } from '../store/records.ts'
import { type Handlers, who } from './handler.ts'

const Text = z.string().trim().nullable().default(null)

const ControlText = z.object({ id: Text, parent: Text, title: Text, says: Text, through: Text })

/** Takes a framework of one's own over from a table: whole, or not at all with everything that is wrong. */
export const frameworkImportHandlers = {
  async 'framework:import'(deps, { destination, text, id, title, version, dryRun }) {
    const definition = { row: ControlText, columns: CONTROL_COLUMNS, key: ['id'] }
    const { read, source } = await importTable({ destination, text }, definition)
    const { controls, faults } = controlsOfRows(
      read.rows.map(({ n, row }) => ({ row: n, ...row })),
      frameworks(),
    )
    const reading = readingOf(read, faults)
    const before = recordOf(deps.db, 'own-framework', id)?.content.controls.length ?? 0
    if (reading.faultsTotal > 0 || controls.length === 0)
      return { act: null, reading, added: 0, changed: 0, removed: 0, kept: before }
    const change = { reading, added: controls.length, changed: 0, removed: before, kept: 0 }
    if (dryRun) return { act: null, ...change }
    const content = { title, version, source: source.file ?? '', controls: [...controls] }
    const act = keepRecords(deps.db, who(deps), `framework ${title}: ${controls.length} controls`, [
      { kind: 'own-framework', key: id, content },
    ])
    return { act, ...change }
  },
} satisfies Partial<Handlers>
