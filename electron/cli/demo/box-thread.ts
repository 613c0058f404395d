import { parentPort, workerData } from 'node:worker_threads'
import type { DemoOptions } from '../../demo/options.ts'
import { startDemo } from '../../demo/start.ts'

/** Where the box answers, and as whom to ask. */
export interface BoxAddresses {
  readonly apiUrl: string
  readonly dataUrl: string
  readonly token: string
  /** Name of the invented organisation. */
  readonly organisation: string
}

/** Body of the thread that `box.ts` starts. */
const demo = await startDemo(workerData as Partial<DemoOptions>)
const { apiUrl, dataUrl, tokens } = demo
const addresses: BoxAddresses = {
  apiUrl,
  dataUrl,
  token: tokens.auditor,
  organisation: 'Northquay Logistics',
}
parentPort?.postMessage(addresses)
