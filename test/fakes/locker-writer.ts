import { createWriteStream } from 'node:fs'
import { newestResumable, resumeCollection } from '../../electron/core/store/collections.ts'
import { lockerInfo } from '../../electron/core/store/locker.ts'
import { openLocker, readLockerId, rekeyLocker } from '../../electron/core/store/open.ts'
import { storeTask, taskDone } from '../../electron/core/store/tasks.ts'
import { verifyLocker } from '../../electron/core/store/verify.ts'
import { isProblem } from '../../shared/errors.ts'
import { KEY, releasesOf } from './locker.ts'

/**
 * A process of its own that works on a locker until it is killed: `collect` stores task after task of the
 * collection that can be resumed, `rekey` replaces the key, `hold` only keeps the locker open,
 * after everything that looks at its file. Tells each step
 * on standard output when it is done for good.
 */
const [file = '', work = '', keyHex = '', nextHex = ''] = process.argv.slice(2)
const out = createWriteStream('', { fd: 1 })
const tell = (line: string) => new Promise<void>((told) => out.write(`${line}\n`, () => told()))

const db = openLocker(file, keyHex === '' ? KEY : Buffer.from(keyHex, 'hex'))
if (work === 'collect') {
  const id = newestResumable(db)?.id ?? 0
  resumeCollection(db, id, 'ana@laptop')
  await tell('open')
  for (let n = 0; ; n++) {
    const task = releasesOf(id, `app-${n}`, n + 1)
    if (!taskDone(db, id, task.key)) storeTask(db, task)
    await tell(task.key)
  }
}
if (work === 'hold') {
  // Each of these reads the file itself, and none may give up its lock.
  lockerInfo(db)
  readLockerId(file)
  await verifyLocker(db)
  rekeyLocker(db, KEY)
  try {
    openLocker(file, KEY)
  } catch (error) {
    if (!isProblem(error) || error.kind !== 'locker-busy') throw error
  }
}
await tell('open')
if (work === 'rekey') {
  rekeyLocker(db, Buffer.from(nextHex, 'hex'))
  await tell('rekeyed')
}
setInterval(() => {}, 1000)
