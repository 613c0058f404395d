import { problem } from '../../../shared/errors.ts'
import type { CollectionProgress } from '../../../shared/model/collection.ts'
import { USUAL_FRAMEWORKS } from '../../../shared/model/engagement.ts'
import { collectLine, count, duration, size, stepLine } from '../progress-line.ts'
import type { Phase } from './summary.ts'
import type { Arrival, Travel } from './trip.ts'

/** The main job from an empty folder to a verified locker and its workbook, phase by phase. */
export async function travel(trip: Travel): Promise<Arrival> {
  const { core, print, signal, files } = trip

  async function phase<T>(name: Phase, work: () => Promise<T>, say: (done: T) => string): Promise<T> {
    if (signal.aborted)
      throw problem('cancelled', { what: 'the demo', remedy: 'run it again, it starts afresh' })
    const start = performance.now()
    const done = await work()
    const seconds = (performance.now() - start) / 1000
    trip.took(name, seconds)
    print.note(`${name.padEnd(8)}${say(done)}  (${duration(seconds)})`)
    return done
  }

  const made = await phase(
    'create',
    async () => {
      const made = await core.create(files.locker, engagement(trip))
      await trip.keep(made.info.id, made.key)
      return made
    },
    () => files.locker,
  )
  let perTopic: CollectionProgress['perTopic'] = {}
  const collected = await phase(
    'collect',
    async () => {
      const start = performance.now()
      const done = await core.ask(
        'collection:run',
        { connectionId: trip.connectionId },
        {
          signal,
          onProgress(progress) {
            perTopic = progress.perTopic
            print.progress(collectLine(progress, (performance.now() - start) / 1000, print.live))
          },
        },
      )
      if (done.collection.state !== 'complete')
        throw problem('cancelled', { what: 'the demo', remedy: 'run it again, it starts afresh' })
      return done
    },
    ({ collection: { counts } }) =>
      `${count(counts.evidence)} items and ${count(counts.events)} events with ${count(counts.requests)} requests, ${count(counts.notRead)} reads refused or failed`,
  )
  await trip.collected()
  const collectionId = collected.collection.id
  await phase(
    'tell',
    () => trip.tell(collectionId),
    (told) =>
      `what the compliance lead of the sample knows: ${told.apps} apps tagged, ${told.lists} lists, ${told.statements} statements, ${told.documents} documents`,
  )
  const checked = await phase(
    'check',
    () =>
      core.ask(
        'check:run',
        { collectionId },
        { signal, onProgress: ({ done, of }) => print.progress(stepLine('checking', done, of, print.live)) },
      ),
    (told) => `${told.checks} checks: ${count(told.answers.pass)} pass, ${count(told.answers.fail)} fail`,
  )
  const { rows: critical } = await core.ask('check:results', {
    collectionId,
    answers: ['fail'],
    severities: ['critical'],
    limit: 20,
  })
  const coverage = await core.ask('framework:coverage', { collectionId })
  const workbook = await phase(
    'export',
    async () => {
      const written = await core.ask(
        'export:workbook',
        { destination: files.workbook, collectionId },
        { signal, onProgress: ({ sheet, rows }) => print.progress(`writing ${sheet}: ${count(rows)} rows`) },
      )
      trip.exported(written)
      return written
    },
    (written) => `${written.file}, ${size(written.bytes)}, ${written.sheets.length} sheets`,
  )
  const verification = await phase(
    'verify',
    () =>
      core.ask(
        'locker:verify',
        {},
        {
          signal,
          onProgress: ({ done, of }) => print.progress(stepLine('verifying', done, of, print.live)),
        },
      ),
    (told) => (told.intact ? 'every hash and chain recomputed, all match' : 'a hash does not match'),
  )
  const info = await core.ask('locker:info', {})
  return {
    info,
    recoveryKey: made.recoveryKey,
    collected,
    perTopic,
    checked,
    critical,
    coverage,
    workbook,
    verification,
  }
}

function engagement({ organisation, period }: Travel) {
  return {
    organisation,
    period,
    timeZone: 'UTC',
    frameworks: [...USUAL_FRAMEWORKS],
    preparer: 'npm run demo',
    reviewer: null,
  }
}
