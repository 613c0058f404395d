import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CollectionSummary } from '../../shared/contract.ts'
import { problem } from '../../shared/errors.ts'
import type { Connection } from '../../shared/model/connection.ts'
import { USUAL_FRAMEWORKS } from '../../shared/model/engagement.ts'
import type { LockerInfo } from '../../shared/model/locker.ts'
import { SAMPLE_CONNECTION } from '../../shared/shell.ts'
import type { CoreProcess } from './core-process.ts'
import type { Jobs } from './jobs.ts'
import type { Lockers } from './lockers.ts'
import { type Served, sampleProcess } from './sample-process.ts'

/** The sample organisation: a Heroku in the box, started when somebody wants to look around. */
export interface Sample {
  /** Its connection while it is served; null before anybody looked around. */
  connection(): Connection | null
  credential(): { readonly connection: Connection; readonly token: string }
  /** Makes a locker, opens it, and starts to collect, to tell and to check. */
  explore(): Promise<LockerInfo>
  stop(): void
}

/** Prepares the sample; `entry` is the built file that serves it in a process of its own. */
export function sample(
  entry: string,
  folder: string,
  parts: { readonly core: CoreProcess; readonly lockers: Lockers; readonly jobs: Jobs },
  now: () => Date,
): Sample {
  const { core, lockers, jobs } = parts
  const process = sampleProcess(entry)
  let since = now().toISOString()

  const connectionOf = ({ apiUrl, dataUrl }: Served): Connection => ({
    id: SAMPLE_CONNECTION,
    label: 'Sample organisation',
    apiUrl,
    dataUrl,
    account: null,
    addedAt: since,
  })

  /** Collects, lets the lead tell what she knows, and checks. */
  async function fill(): Promise<void> {
    const { collection } = (await jobs.run('collection:run', {
      connectionId: SAMPLE_CONNECTION,
      resume: false,
      topics: null,
      concurrency: 12,
    })) as CollectionSummary
    if (collection.state !== 'complete') return
    const stopped = await jobs.unlisted(async (signal) => {
      await process.tell(collection.id, core.ask, signal)
      return signal.aborted
    })
    if (!stopped) await jobs.run('check:run', { collectionId: null, policy: {} })
  }

  return {
    connection() {
      const served = process.served()
      return served && connectionOf(served)
    },
    credential() {
      const served = process.served()
      if (!served) throw problem('no-connection', { label: 'Sample organisation' })
      return { connection: connectionOf(served), token: served.token }
    },
    async explore() {
      if (!process.served()) since = now().toISOString()
      await process.start()
      const into = join(folder, 'samples')
      await mkdir(into, { recursive: true, mode: 0o700 })
      const at = now().toISOString()
      const year = at.slice(0, 4)
      const { info } = await lockers.create(
        join(into, `sample-${at.replaceAll(/[^0-9]/g, '').slice(0, 14)}.locker`),
        {
          organisation: 'Sample organisation',
          period: { start: `${year}-01-01`, end: `${year}-12-31` },
          timeZone: 'UTC',
          frameworks: [...USUAL_FRAMEWORKS],
          preparer: 'You',
          reviewer: null,
        },
      )
      void fill().catch(() => {})
      return info
    },
    stop: () => process.stop(),
  }
}
