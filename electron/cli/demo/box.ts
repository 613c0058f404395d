import { Worker } from 'node:worker_threads'
import type { DemoOptions } from '../../demo/options.ts'
import type { BoxAddresses } from './box-thread.ts'

/** A Heroku in the box that runs beside the core. */
export interface Box extends BoxAddresses {
  close(): Promise<void>
}

/**
 * Starts the Heroku in the box in a thread of its own, so that its work does not hold up the core's. Rejects with
 * the reason where it cannot start.
 */
export async function startBox(options: Partial<DemoOptions>): Promise<Box> {
  const thread = new Worker(new URL('./box-thread.ts', import.meta.url), {
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  })
  const addresses = await new Promise<BoxAddresses>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the Heroku in the box ended before it had started')))
  })
  return {
    ...addresses,
    async close() {
      await thread.terminate()
    },
  }
}
