import { utilityProcess } from 'electron'
import { ASKED_WHEN_TELLING, type FromSample, type ToSample } from '../../shared/sample-port.ts'
import type { CoreProcess } from './core-process.ts'

/** Where the sample organisation is served, and with which token it is read. */
export type Served = Omit<Extract<FromSample, { kind: 'served' }>, 'kind'>

/** The process of the sample organisation. */
export interface SampleProcess {
  /** Starts it, unless it runs. */
  start(): Promise<Served>
  /** Where it is served now; null where it does not run. */
  served(): Served | null
  /** Lets its compliance lead tell the open locker what she knows. False where it did not come to an end. */
  tell(collectionId: number, ask: CoreProcess['ask'], signal: AbortSignal): Promise<boolean>
  stop(): void
}

/** Prepares the process; `entry` is its built file. */
export function sampleProcess(entry: string): SampleProcess {
  let child: ReturnType<typeof utilityProcess.fork> | null = null
  let served: Served | null = null

  async function answer(
    message: Extract<FromSample, { kind: 'ask' }>,
    ask: CoreProcess['ask'],
  ): Promise<ToSample> {
    const { id, question, input } = message
    if (!ASKED_WHEN_TELLING.includes(question)) return { kind: 'refused', id }
    return ask(question, input).then(
      (output) => ({ kind: 'answer', id, output }),
      () => ({ kind: 'refused', id }),
    )
  }

  return {
    served: () => served,
    start() {
      if (served) return Promise.resolve(served)
      const process = utilityProcess.fork(entry, [], {
        serviceName: 'Evidence Locker sample',
        stdio: 'inherit',
      })
      child = process
      return new Promise((resolve, reject) => {
        process.once('message', (told: FromSample) => {
          if (told.kind !== 'served') return
          const { kind: _, ...where } = told
          served = where
          resolve(where)
        })
        process.once('exit', () => {
          child = null
          served = null
          reject(new Error('the sample organisation ended unexpectedly'))
        })
      })
    },
    tell(collectionId, ask, signal) {
      const process = child
      if (!process || signal.aborted) return Promise.resolve(false)
      return new Promise((resolve) => {
        const end = (whole: boolean) => {
          process.off('message', hear)
          resolve(whole)
        }
        const hear = (message: FromSample) => {
          if (message.kind === 'told') end(message.whole)
          else if (message.kind === 'ask' && signal.aborted)
            process.postMessage({ kind: 'refused', id: message.id } satisfies ToSample)
          else if (message.kind === 'ask') void answer(message, ask).then((told) => process.postMessage(told))
        }
        process.on('message', hear)
        process.once('exit', () => end(false))
        process.postMessage({ kind: 'tell', collectionId } satisfies ToSample)
      })
    },
    stop: () => child?.kill(),
  }
}
