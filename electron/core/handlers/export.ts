import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { APP_VERSION } from '../../../shared/version.ts'
import { writeWorkbook } from '../export/excel.ts'
import { workbookSheets } from '../export/index.ts'
import { workbookSource } from '../export/source.ts'
import { compareCollections } from '../store/changes-page.ts'
import { completeBefore, resolveCollection } from '../store/collections.ts'
import type { ReadableDb } from '../store/db.ts'
import { appendJournal } from '../store/journal.ts'
import { checkHandlers } from './check.ts'
import { factsOf, statesOf } from './control-facts.ts'
import { chosenFrameworks, frameworkOf } from './framework-catalog.ts'
import type { Handlers } from './handler.ts'
import { peoplesWork } from './peoples-work.ts'

/** What leaves the locker for others to read. */
export const exportHandlers = {
  async 'export:workbook'({ db, host, now }, { destination, collectionId }, { signal, onProgress }) {
    const started = now()
    const facts = factsOf(db, collectionId)
    const since = await changesBefore(db, collectionId)
    const source = workbookSource(db, {
      since,
      collectionId,
      generatedAt: started.toISOString(),
      appVersion: APP_VERSION,
      actor: host.actor,
      checks: checkHandlers['check:list'](),
      frameworks: chosenFrameworks(db),
      framework: (id) => frameworkOf(db, id),
      controls: (framework) => statesOf(db, framework, facts),
      work: peoplesWork(db, started.toISOString().slice(0, 10)),
    })
    const { organisation, period } = source.locker.engagement
    const written = await writeWorkbook(workbookSheets(source), destination, {
      title: `Evidence workpapers, ${period.start} to ${period.end}`,
      author: host.actor,
      organisation,
      footer: `Evidence Locker ${APP_VERSION}, locker ${source.locker.id.slice(0, 8)}, collection ${source.collection.id}`,
      createdAt: started,
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    })
    try {
      appendJournal(db, {
        actor: host.actor,
        action: 'workbook.exported',
        detail: {
          file: basename(destination),
          sha256: written.sha256,
          bytes: written.bytes,
          collectionId: source.collection.id,
          sheets: written.sheets.length,
        },
        at: now().toISOString(),
      })
    } catch (error) {
      // What leaves the locker is written down, or it does not leave.
      await rm(destination, { force: true })
      throw error
    }
    return written
  },
} satisfies Pick<Handlers, 'export:workbook'>

/** A collection against the complete one before it, compared beforehand in slices: a sheet cannot wait. */
async function changesBefore(db: ReadableDb, collectionId: number | null) {
  const collection = resolveCollection(db, collectionId)
  const before = completeBefore(db, collection)
  return before && { before, differences: await compareCollections(db, before, collection) }
}
