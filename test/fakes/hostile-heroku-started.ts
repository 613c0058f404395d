import { afterEach } from 'vitest'
import type { HerokuClient, HerokuSettings, TrackedReader } from '../../electron/core/heroku/client.ts'
import { type HostileHeroku, type Reply, startHostile } from './hostile-heroku.ts'
import { clientOf } from './hostile-heroku-client.ts'

/** A hostile server with a client and a reader on it. */
export interface Started {
  readonly server: HostileHeroku
  readonly client: HerokuClient
  readonly reader: TrackedReader
}

/** A starter whose servers and clients are closed after each test of the file that makes it. */
export function starter(): (
  script: Readonly<Record<string, Reply>>,
  settings?: Partial<HerokuSettings>,
) => Promise<Started> {
  const open: Started[] = []
  afterEach(async () => {
    for (const { client, server } of open.splice(0)) {
      await client.close()
      await server.close()
    }
  })
  return async (script, settings = {}) => {
    const server = await startHostile(script)
    const client = clientOf(server.url, settings)
    const started = { server, client, reader: client.reader(client.subject()) }
    open.push(started)
    return started
  }
}

/** All items of a list. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

/** What a promise was rejected with; fails the test where it was not. */
export async function errorOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('this was expected to fail')
}
