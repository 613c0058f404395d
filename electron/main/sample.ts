import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { CollectionSummary } from '../../shared/contract.ts'
import { problem } from '../../shared/errors.ts'
import type { Connection } from '../../shared/model/connection.ts'
import { USUAL_FRAMEWORKS } from '../../shared/model/engagement.ts'
import type { LockerInfo } from '../../shared/model/locker.ts'
import { SAMPLE_CONNECTION } from '../../shared/shell.ts'
import type { Jobs } from './jobs.ts'
import type { Lockers } from './lockers.ts'

/** The sample organisation: a Heroku in the box, started when somebody wants to look around. */
export interface Sample {
  /** Its connection while it is served; null before anybody looked around. */
  connection(): Connection | null
  credential(): { readonly connection: Connection; readonly token: string }
  /** Makes a locker, opens it, and starts to collect and check as jobs. */
  explore(): Promise<LockerInfo>
  stop(): void
}

interface Started {
  readonly apiUrl: string
  readonly dataUrl: string
  readonly token: string
  /** When it was started. */
  readonly since: string
}

/** Prepares the sample; `entry` is the built file that serves it in a process of its own. */
export function sample(entry: string, folder: string, lockers: Lockers, jobs: Jobs, now: () => Date): Sample {
  let child: ReturnType<typeof utilityProcess.fork> | null = null
  let started: Started | null = null

  function start(): Promise<Started> {
    if (started) return Promise.resolve(started)
    const process = utilityProcess.fork(entry, [], {
      serviceName: 'Evidence Locker sample',
      stdio: 'inherit',
    })
    child = process
    return new Promise((resolve, reject) => {
      process.once('message', (told: Omit<Started, 'since'>) => {
        started = { ...told, since: now().toISOString() }
        resolve(started)
      })
      process.once('exit', () => {
        child = null
        started = null
        reject(new Error('the sample organisation ended unexpectedly'))
      })
    })
  }

  const connectionOf = ({ apiUrl, dataUrl, since }: Started): Connection => ({
    id: SAMPLE_CONNECTION,
    label: 'Sample organisation',
    apiUrl,
    dataUrl,
    account: null,
    addedAt: since,
  })

  return {
    connection: () => (started ? connectionOf(started) : null),
    credential() {
      if (!started) throw problem('no-connection', { label: 'Sample organisation' })
      return { connection: connectionOf(started), token: started.token }
    },
    async explore() {
      await start()
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
      void jobs
        .run('collection:run', {
          connectionId: SAMPLE_CONNECTION,
          resume: false,
          topics: null,
          concurrency: 12,
        })
        .then((told) =>
          (told as CollectionSummary).collection.state === 'complete'
            ? jobs.run('check:run', { collectionId: null, policy: {} })
            : null,
        )
        .catch(() => {})
      return info
    },
    stop: () => child?.kill(),
  }
}
