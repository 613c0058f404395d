/**
 * Takes the archives of a folder over in a process of its own, so that a test can kill it: `ingest-in-child.ts
 * LOCKER KEY FOLDER`. Says `stored N` on the way and `done` at the end.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { archiveCollection, metaOf, take } from './audit-archives.ts'

const [file = '', key = '', folder = ''] = process.argv.slice(2)
const db = openLocker(file, Buffer.from(key, 'hex'))
const collectionId = archiveCollection(db)
const limits = { runEvents: 250, blockEvents: 64, inMemoryUpTo: 50_000 }
await Promise.all(
  readdirSync(folder)
    .sort()
    .map((name) => {
      const packed = readFileSync(join(folder, name))
      const onProgress = (events: number) => void process.stdout.write(`stored ${events}\n`)
      const archive = { packed, meta: metaOf(packed, 2026, name.slice(0, 2)), json: '' }
      return take(db, archive, { collectionId, limits, onProgress })
    }),
)
closeLocker(db)
process.stdout.write('done\n')
