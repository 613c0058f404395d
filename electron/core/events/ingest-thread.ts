import { Worker } from 'node:worker_threads'
import { type Mailbox, mailbox } from './mailbox.ts'
import type { Begin, FromThread, Known, ToThread } from './messages.ts'

/**
 * Most of what the thread allocates is an event that is dropped at once. V8 would let that grow to 100 MB before
 * it looks; a small nursery costs no time and keeps 100 MB less. What outlives it, the words of a run, is looked
 * at sooner where the heap may not grow without end: 80 MB less again.
 */
const HEAP = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 }

/** Pieces of an archive that are on their way to the thread at once. */
const PIECES_AHEAD = 4

/** One archive that the thread reads. */
export interface Reading {
  /** What the thread tells, in order, up to its last word: `contents`, `damaged` or `stopped`. */
  next(): Promise<FromThread>
  /** Answers `identities`. */
  known(known: Known): void
  /** Tells that a run is done with, stored or not. */
  stored(): void
  /** Makes the thread drop the archive. */
  stop(): void
  /** Resolves when the thread is ready for the next archive, which may be before all is stored. */
  readonly ended: Promise<void>
}

/** A thread that reads archives, one at a time. */
export interface IngestThread {
  /** Begins with an archive of packed bytes; the one before must have ended. */
  read(begin: Omit<Begin, 'type'>, packed: AsyncIterable<Uint8Array>): Reading
  /** True once the thread has died or was closed. */
  isGone(): boolean
  /** Lets the process end although the thread lives, or not. */
  hold(held: boolean): void
  close(): Promise<void>
}

/** Starts the thread. */
export function startIngestThread(): IngestThread {
  const worker = new Worker(new URL('./ingest-worker.ts', import.meta.url), { resourceLimits: HEAP })
  let current: { readonly box: Mailbox<FromThread>; readonly end: () => void } | null = null
  let more = () => {}
  let gone: { readonly error: Error } | null = null
  const post = (message: ToThread) => worker.postMessage(message)
  const die = (error: Error) => {
    gone ??= { error }
    current?.box.fail(gone.error)
    current?.end()
    more()
  }

  worker.on('message', (message: FromThread) => {
    if (message.type === 'more') return more()
    current?.box.put(message)
    if (isLast(message)) {
      current?.end()
      more()
    }
  })
  worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => die(new Error('the thread that reads archives has ended')))

  /** Sends the packed bytes ahead of what the thread has asked for, as far as it wants them. */
  const send = async (packed: AsyncIterable<Uint8Array>, isOver: () => boolean) => {
    let ahead = 0
    let wake = () => {}
    more = () => {
      ahead--
      wake()
    }
    for await (const chunk of packed) {
      if (isOver()) return
      post({ type: 'bytes', chunk })
      ahead++
      while (ahead >= PIECES_AHEAD && !isOver())
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
    if (!isOver()) post({ type: 'bytes', chunk: null })
  }

  return {
    read(begin, packed) {
      const box = mailbox<FromThread>()
      const ended = Promise.withResolvers<void>()
      let over = false
      const end = () => {
        over = true
        ended.resolve()
      }
      current = { box, end }
      if (gone !== null) die(gone.error)
      else {
        post({ type: 'begin', ...begin })
        send(packed, () => over).catch((error: unknown) => {
          box.fail(error)
          post({ type: 'stop' })
        })
      }
      return {
        next: () => box.next(),
        known: (known) => post({ type: 'known', known }),
        stored: () => {
          if (!over) post({ type: 'stored' })
        },
        stop: () => {
          if (!over) post({ type: 'stop' })
        },
        ended: ended.promise,
      }
    },
    isGone: () => gone !== null,
    hold: (held) => (held ? worker.ref() : worker.unref()),
    async close() {
      die(new Error('the thread that reads archives was closed'))
      await worker.terminate()
    },
  }
}

function isLast({ type }: FromThread): boolean {
  return type === 'contents' || type === 'damaged' || type === 'stopped'
}
