import { type MessagePort, parentPort } from 'node:worker_threads'
import { type CuttingThread, Stopped, startCuttingThread } from './cutting.ts'
import { Damaged, tellDamage } from './damaged.ts'
import { type Mailbox, mailbox } from './mailbox.ts'
import type { Begin, FromThread, Known, Run, ToThread } from './messages.ts'
import { type ReadingRoom, readArchive, readingRoom } from './read-archive.ts'

/** Runs that may wait to be stored: the thread goes on reading while one is stored and one waits. */
const MOST_WAITING = 2

/** An archive in work, with what arrives for it. */
interface Job {
  readonly begin: Begin
  readonly bytes: Mailbox<Uint8Array | null>
  readonly answers: Mailbox<Known>
  /** One entry for each run that may still be handed over. */
  readonly places: Mailbox<null>
}

function jobFor(begin: Begin): Job {
  const job: Job = { begin, bytes: mailbox(), answers: mailbox(), places: mailbox() }
  for (let i = 0; i < MOST_WAITING; i++) job.places.put(null)
  return job
}

/** Sorts messages to the newest job; answers the jobs in order. */
function jobsFrom(port: MessagePort): Mailbox<Job> {
  const jobs = mailbox<Job>()
  let job: Job | null = null
  port.on('message', (message: ToThread) => {
    if (message.type === 'begin') {
      job = jobFor(message)
      jobs.put(job)
    } else if (message.type === 'bytes') job?.bytes.put(message.chunk)
    else if (message.type === 'known') job?.answers.put(message.known)
    else if (message.type === 'stored') job?.places.put(null)
    else for (const box of job === null ? [] : [job.bytes, job.answers, job.places]) box.fail(new Stopped())
  })
  return jobs
}

function tell(port: MessagePort, message: FromThread, transfer: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, [...transfer])
}

/** The buffers of a run that are handed over rather than copied. */
function buffersOf(run: Run): readonly ArrayBuffer[] {
  const own = [
    run.at,
    run.columns,
    run.ids,
    run.postings,
    run.postingEnds,
    ...run.refs.map(({ data }) => data),
  ]
  return own.map(({ buffer }) => buffer as ArrayBuffer)
}

async function work(
  port: MessagePort,
  cutting: CuttingThread,
  room: ReadingRoom,
  job: Job,
): Promise<FromThread> {
  const { begin, bytes, answers, places } = job
  try {
    const pieces = cutting.cut(begin, bytes, () => tell(port, { type: 'more' }))
    const contents = await readArchive(room, begin, pieces, {
      known(identities) {
        tell(port, { type: 'identities', identities })
        return answers.next()
      },
      async store(run) {
        await places.next()
        tell(port, { type: 'run', run }, buffersOf(run))
      },
    })
    return { type: 'contents', contents }
  } catch (error) {
    if (error instanceof Damaged) return tellDamage(error)
    if (error instanceof Stopped) return { type: 'stopped' }
    throw error
  }
}

/** Reads one archive after the other for as long as the thread lives. */
async function serve(port: MessagePort): Promise<never> {
  const jobs = jobsFrom(port)
  const cutting = startCuttingThread()
  let room: ReadingRoom | null = null
  for (;;) {
    const job = await jobs.next()
    if (room === null || JSON.stringify(room.limits) !== JSON.stringify(job.begin.limits))
      room = readingRoom(job.begin.limits)
    tell(port, await work(port, cutting, room, job))
  }
}

if (parentPort !== null) void serve(parentPort)
