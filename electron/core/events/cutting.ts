import { Worker } from 'node:worker_threads'
import { type DamageTold, damageTold } from './damaged.ts'
import type { Limits } from './limits.ts'
import { type Mailbox, mailbox } from './mailbox.ts'
import type { Ending, Piece } from './pieces.ts'

/** Pieces that are ready while the reading thread packs a run. */
export const PIECES_READY = 6

/** The storing side has no more use for the archive. */
export class Stopped extends Error {}

/** Asks the thread to cut an archive of `size` bytes, packed or not. */
export interface BeginCutting {
  readonly type: 'begin'
  readonly size: number
  readonly packed: boolean
  readonly limits: Limits
}

/** What the cutting thread is told. */
export type ToCutting =
  | BeginCutting
  | { readonly type: 'bytes'; readonly chunk: Uint8Array | null }
  | { readonly type: 'taken' }
  | { readonly type: 'stop' }

/** What the cutting thread tells; all but the first two are its last word about an archive. */
export type FromCutting =
  | { readonly type: 'more' }
  | { readonly type: 'piece'; readonly piece: Piece }
  | { readonly type: 'end'; readonly ending: Ending }
  | DamageTold
  | { readonly type: 'stopped' }

/** A thread that unpacks archives, cuts them into events and hashes those, ahead of the thread that reads them. */
export interface CuttingThread {
  /**
   * Cuts one archive; the one before must have been read to its end or returned. `packed` tells the packed bytes
   * and `onMore` that the next of them are wanted. Throws `Damaged`, and what `packed` throws.
   */
  cut(
    begin: Omit<BeginCutting, 'type'>,
    packed: Mailbox<Uint8Array | null>,
    onMore: () => void,
  ): AsyncGenerator<Piece, Ending>
}

/** Little lives for long in this thread. */
const HEAP = { maxYoungGenerationSizeMb: 3, maxOldGenerationSizeMb: 64 }

/** Starts the thread; it ends with the one that started it. */
export function startCuttingThread(): CuttingThread {
  const worker = new Worker(new URL('./cutting-worker.ts', import.meta.url), { resourceLimits: HEAP })
  let box: Mailbox<FromCutting> = mailbox()
  let more = () => {}
  const post = (message: ToCutting) => worker.postMessage(message)
  worker.on('message', (message: FromCutting) => (message.type === 'more' ? more() : box.put(message)))
  worker.on('error', (error) => box.fail(error))

  return {
    async *cut(begin, packed, onMore) {
      box = mailbox()
      more = onMore
      let over = false
      let failure: unknown = new Stopped()
      const forward = async () => {
        for (let chunk = await packed.next(); !over; chunk = await packed.next()) {
          post({ type: 'bytes', chunk })
          if (chunk === null) return
        }
      }
      const { size, packed: isPacked, limits } = begin
      post({ type: 'begin', size, packed: isPacked, limits })
      forward().catch((error: unknown) => {
        failure = error
        if (!over) post({ type: 'stop' })
      })
      try {
        for (;;) {
          const message = await box.next()
          over = isLast(message)
          if (message.type === 'piece') {
            yield message.piece
            post({ type: 'taken' })
          } else if (message.type === 'end') return message.ending
          else if (message.type === 'damaged') throw damageTold(message)
          else throw failure
        }
      } finally {
        if (!over) post({ type: 'stop' })
        while (!over) over = isLast(await box.next())
      }
    },
  }
}

function isLast({ type }: FromCutting): boolean {
  return type === 'end' || type === 'damaged' || type === 'stopped'
}
