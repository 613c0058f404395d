import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { problem } from '../../../shared/errors.ts'
import type { DocumentReview } from '../../../shared/model/records/document-review.ts'
import type { DocumentInfo } from '../../../shared/model/work.ts'
import { fileProblem } from '../export/new-file.ts'
import { ordinaryFile, toRead } from '../ordinary-file.ts'
import type { ReadableDb } from '../store/db.ts'
import { documentParts, PART_BYTES } from '../store/document-bytes.ts'
import {
  attachDocument,
  describeDocument,
  documentOf,
  documentsOf,
  removeDocument,
} from '../store/documents.ts'
import { appendJournal } from '../store/journal.ts'
import { recordOf } from '../store/records.ts'
import { inSlices } from '../store/slices.ts'
import { type Handlers, who } from './handler.ts'

/** Largest file that a locker takes in. */
export const LARGEST_DOCUMENT = 512 * 1024 * 1024

function open(path: string): number {
  ordinaryFile(path)
  return toRead(path, () => openSync(path, 'r'))
}

function* partsOf(
  file: number,
  size: number,
  signal?: AbortSignal,
  progress?: (done: { done: number; of: number }) => void,
): Generator<Buffer> {
  const buffer = Buffer.alloc(PART_BYTES)
  for (let done = 0; ; ) {
    if (signal?.aborted)
      throw problem('cancelled', { what: 'attaching the file', remedy: 'nothing of it was kept' })
    const read = readSync(file, buffer, 0, buffer.length, null)
    if (read === 0) return
    done += read
    progress?.({ done, of: size })
    yield buffer.subarray(0, read)
  }
}

/** Under what a copy of a document leaves the locker: as the journal keeps it. */
interface Release {
  readonly confidentiality: DocumentReview['confidentiality'] | null
  readonly recipient: string | null
  readonly agreement: string | null
}

/**
 * A restricted document leaves the locker only for somebody whom its review sheet names, with what they signed.
 * Throws `wrong-use` with the names that are possible.
 */
function releaseOf(db: ReadableDb, { title, id }: DocumentInfo, recipient: string | null): Release {
  const review = recordOf(db, 'document-review', String(id))?.content
  const signed = (review?.recipients ?? []).filter(({ agreement }) => agreement !== '')
  const known = signed.find(({ name }) => name.toLowerCase() === recipient?.toLowerCase())
  const confidentiality = review?.confidentiality ?? null
  if (confidentiality !== 'restricted' || known)
    return { confidentiality, recipient: known?.name ?? recipient, agreement: known?.agreement ?? null }
  if (signed.length === 0)
    throw problem('wrong-use', {
      what: `${title} is restricted, and nobody is recorded who may have it`,
      remedy: 'name the recipient and the agreement in its review sheet first',
    })
  throw problem('wrong-use', {
    what:
      recipient === null
        ? `${title} is restricted, and it was not said for whom the copy is`
        : `${title} is restricted, and ${recipient} is not recorded with an agreement`,
    remedy: `name one of these: ${signed.map(({ name }) => name).join(', ')}`,
  })
}

/** Files that people attach: into the locker, and out again. */
export const documentHandlers = {
  'document:list': ({ db }) => documentsOf(db),
  async 'document:attach'(deps, { destination, facts }, { signal, onProgress }) {
    const file = open(destination)
    try {
      const { size } = fstatSync(file)
      if (size > LARGEST_DOCUMENT)
        throw problem('wrong-use', {
          what: `the file ${basename(destination)} has ${Math.round(size / 1e6)} MB, more than the ${Math.round(LARGEST_DOCUMENT / 1e6)} MB that a locker takes`,
          remedy: 'attach an extract, or note its SHA-256 and where it is kept',
        })
      return await inSlices(
        attachDocument(deps.db, {
          fileName: basename(destination),
          facts,
          parts: partsOf(file, size, signal, onProgress),
          ...who(deps),
        }),
      )
    } finally {
      closeSync(file)
    }
  },
  'document:describe': (deps, { id, facts }) => describeDocument(deps.db, id, facts, who(deps)),
  'document:remove': (deps, { id }) => removeDocument(deps.db, id, who(deps)),
  async 'document:save'({ db, host, now }, { id, destination, recipient = null }) {
    const document = documentOf(db, id)
    const release = releaseOf(db, document, recipient || null)
    const unfinished = `${destination}.unfinished`
    let bytes = 0
    try {
      const file = openSync(unfinished, 'w', 0o600)
      try {
        for (const part of documentParts(db, id)) {
          bytes += writeSync(file, part)
          await setImmediate()
        }
      } finally {
        closeSync(file)
      }
      renameSync(unfinished, destination)
    } catch (error) {
      rmSync(unfinished, { force: true })
      throw fileProblem(error, destination)
    }
    const { title, sha256 } = document
    const detail = { id, title, sha256, bytes, ...release }
    appendJournal(db, { actor: host.actor, action: 'document.saved', detail, at: now().toISOString() })
    return { bytes }
  },
} satisfies Partial<Handlers>
