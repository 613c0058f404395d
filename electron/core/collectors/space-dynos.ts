import { z } from 'zod'
import type { Ref } from '../../../shared/model/content.ts'
import { App } from './app-inventory.ts'
import type { Collector, HerokuReader, SpaceSubject } from './collector.ts'
import { Dyno, dynoItems } from './keystroke-logging.ts'
import { refusalOf } from './refused.ts'

const Group = z.object({ app_id: z.string(), app_name: z.string(), dynos: z.array(Dyno) })

/**
 * The dynos of all apps of a space in one request instead of one for each app. Heroku's own command line asks so,
 * but no published schema has it: where it is refused, each app of the space is asked for its own.
 */
export const spaceDynos: Collector<'keystroke-logging', 'space'> = {
  id: 'keystroke-logging.space',
  topic: 'keystroke-logging',
  title: 'Running dynos',
  says: 'which dynos run at this moment, and which of them somebody started by hand',
  scope: 'read',
  per: 'space',
  async *collect(heroku, space) {
    const groups = await grouped(heroku, space)
    if (groups) for (const [app, list] of groups) yield* dynoItems(app, list)
    else for await (const app of appsIn(heroku, space)) yield* dynoItems(app, await dynosOf(heroku, app))
  },
}

/** Null where the list of the whole space is refused; the refusal is disclosed by the reader. */
async function grouped(
  heroku: HerokuReader,
  { id }: SpaceSubject,
): Promise<readonly (readonly [Ref, readonly Dyno[]])[] | null> {
  const groups: [Ref, readonly Dyno[]][] = []
  try {
    for await (const { app_id, app_name, dynos } of heroku.list(`/spaces/${id}/dynos`, Group))
      groups.push([{ id: app_id, name: app_name }, dynos])
  } catch (error) {
    if (refusalOf(error) === null) throw error
    return null
  }
  return groups
}

async function* appsIn(heroku: HerokuReader, space: SpaceSubject): AsyncIterable<Ref> {
  for await (const app of heroku.list('/apps', App))
    if (app.space?.id === space.id) yield { id: app.id, name: app.name }
}

async function dynosOf(heroku: HerokuReader, { id }: Ref): Promise<readonly Dyno[]> {
  const list: Dyno[] = []
  for await (const dyno of heroku.list(`/apps/${id}/dynos`, Dyno)) list.push(dyno)
  return list
}
