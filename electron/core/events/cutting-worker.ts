import { type MessagePort, parentPort } from 'node:worker_threads'
import { boundsOf } from './bounds.ts'
import { type BeginCutting, type FromCutting, PIECES_READY, Stopped, type ToCutting } from './cutting.ts'
import { Damaged, tellDamage } from './damaged.ts'
import { gunzipped } from './gunzip.ts'
import { type Mailbox, mailbox } from './mailbox.ts'
import { cutPieces, type Piece } from './pieces.ts'

/** An archive in work, with what arrives for it. */
interface Job {
  readonly begin: BeginCutting
  readonly bytes: Mailbox<Uint8Array | null>
  /** One entry for each piece that may still be handed over. */
  readonly places: Mailbox<null>
}

function jobsFrom(port: MessagePort): Mailbox<Job> {
  const jobs = mailbox<Job>()
  let job: Job | null = null
  port.on('message', (message: ToCutting) => {
    if (message.type === 'begin') {
      job = { begin: message, bytes: mailbox(), places: mailbox() }
      for (let i = 0; i < PIECES_READY; i++) job.places.put(null)
      jobs.put(job)
    } else if (message.type === 'bytes') job?.bytes.put(message.chunk)
    else if (message.type === 'taken') job?.places.put(null)
    else for (const box of job === null ? [] : [job.bytes, job.places]) box.fail(new Stopped())
  })
  return jobs
}

async function* arriving(port: MessagePort, bytes: Job['bytes']): AsyncGenerator<Uint8Array> {
  for (let chunk = await bytes.next(); chunk !== null; chunk = await bytes.next()) {
    tell(port, { type: 'more' })
    yield chunk
  }
}

function tell(port: MessagePort, message: FromCutting, transfer: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...transfer])
}

function buffersOf({ bytes, starts, ends, leaves }: Piece): readonly ArrayBuffer[] {
  return [bytes.buffer, starts.buffer, ends.buffer, leaves.buffer]
}

async function work(port: MessagePort, { begin, bytes, places }: Job): Promise<FromCutting> {
  const { size, packed, limits } = begin
  const arrived = arriving(port, bytes)
  const pieces = cutPieces(packed ? gunzipped(arrived) : arrived, limits, boundsOf(size, limits))
  try {
    for (;;) {
      const next = await pieces.next()
      if (next.done) return { type: 'end', ending: next.value }
      await places.next()
      tell(port, { type: 'piece', piece: next.value }, buffersOf(next.value))
    }
  } catch (error) {
    if (error instanceof Damaged) return tellDamage(error)
    if (error instanceof Stopped) return { type: 'stopped' }
    throw error
  }
}

/** Cuts one archive after the other for as long as the thread lives. */
async function serve(port: MessagePort): Promise<never> {
  const jobs = jobsFrom(port)
  for (;;) tell(port, await work(port, await jobs.next()))
}

if (parentPort !== null) void serve(parentPort)
