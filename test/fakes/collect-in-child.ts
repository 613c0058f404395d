/**
 * Collects into a locker in a process of its own, so that a test can kill it: `collect-in-child.ts FILE API TOKEN
 * new|resume [all]`. `all` reads every tier. Says `begun` when the collection is on its way, and `done` when it is complete.
 */
import { closeLocker, openLocker } from '../../electron/core/store/open.ts'
import { TIERS } from '../../shared/model/collection.ts'
import { collectFrom, KEY } from './collected.ts'

const [file = '', apiUrl = '', token = '', how = 'new', tiers = ''] = process.argv.slice(2)
const db = openLocker(file, KEY)
let begun = false
const { collection } = await collectFrom(db, { apiUrl }, token, {
  resume: how === 'resume',
  ...(tiers === 'all' && { tiers: TIERS }),
  onProgress: () => {
    if (!begun) process.stdout.write('begun\n')
    begun = true
  },
})
closeLocker(db)
process.stdout.write(`done ${collection.state}\n`)
