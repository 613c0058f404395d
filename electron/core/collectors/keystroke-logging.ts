import { z } from 'zod'
import type { DynosContent, Ref } from '../../../shared/model/content.ts'
import { secret } from '../heroku/secret.ts'
import type { Collector } from './collector.ts'
import { orNull, Time } from './fields.ts'

/** One dyno; the command and the address to attach to are looked at in memory and dropped. */
export const Dyno = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  command: orNull(secret()),
  attach_url: orNull(secret()),
  size: z.string(),
  state: z.string(),
  release: orNull(z.object({ version: z.int() })),
  created_at: Time,
})

/** A dyno as Heroku lists it. */
export type Dyno = z.infer<typeof Dyno>

/** Types that nobody names in a Procfile: `run` of the command line, `scheduler` of Heroku Scheduler, releases. */
const BY_HAND = new Set(['run', 'scheduler', 'release'])

/**
 * The dynos of each app at this moment, and who sits at one. No list spans apps outside of spaces, so one request
 * for each, and those in a space are read with it; the command of a one-off dyno is often pasted with secrets, so only its first word is kept.
 */
export const dynos: Collector<'keystroke-logging', 'app'> = {
  id: 'keystroke-logging.app',
  topic: 'keystroke-logging',
  title: 'Running dynos',
  says: 'which dynos run at this moment, and which of them somebody started by hand',
  scope: 'read',
  per: 'app',
  when: (app) => app.space === null,
  async *collect(heroku, app) {
    const list: Dyno[] = []
    for await (const dyno of heroku.list(`/apps/${app.id}/dynos`, Dyno)) list.push(dyno)
    yield* dynoItems(app, list)
  },
}

/** What is kept of the dynos of one app: counts, and each one-off dyno. */
export function* dynoItems(app: Ref, list: readonly Dyno[]) {
  const ref = { id: app.id, name: app.name }
  const oneOff = list.filter((dyno) => BY_HAND.has(dyno.type))
  const content: DynosContent = { of: 'dynos', app: ref, dynos: counted(list), one_off: oneOff.length }
  yield { subject: app.name, subjectId: app.id, content }
  for (const dyno of oneOff) yield oneOffItem(ref, dyno)
}

function oneOffItem(app: Ref, dyno: Dyno) {
  const content: DynosContent = {
    of: 'one-off-dyno',
    id: dyno.id,
    app,
    name: dyno.name,
    type: dyno.type,
    program: programOf(dyno.command?.reveal() ?? ''),
    attached: dyno.attach_url !== null,
    size: dyno.size,
    state: dyno.state,
    release_version: dyno.release?.version ?? null,
    created_at: dyno.created_at,
  }
  return { subject: `${app.name} ${dyno.name}`, subjectId: dyno.id, content }
}

function counted(list: readonly Dyno[]) {
  const counts = new Map<string, { type: string; size: string; state: string; count: number }>()
  for (const { type, size, state } of list) {
    const key = [type, size, state].join('\n')
    const known = counts.get(key) ?? { type, size, state, count: 0 }
    known.count += 1
    counts.set(key, known)
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/** The first word of a command that is a program: assignments before it are secrets as often as not. */
function programOf(command: string): string {
  const words = command.trim().split(/\s+/)
  const program = words.find((word) => !/^\w+=/.test(word)) ?? ''
  return /^[\w./:@+-]{1,80}$/.test(program) ? (program.split('/').at(-1) ?? '') : ''
}
