import { z } from 'zod'
import type { Collector } from './collector.ts'
import { GenerationField, NameField, orNull, RefField, Time, UserField } from './fields.ts'

/** One app of `GET /apps`; three topics read the same list and share the answer. */
export const App = z.object({
  id: z.string(),
  name: z.string(),
  team: orNull(RefField),
  owner: UserField,
  region: NameField,
  space: orNull(z.object({ id: z.string(), name: z.string(), shield: orNull(z.boolean()) })),
  generation: orNull(GenerationField),
  stack: NameField,
  build_stack: NameField,
  acm: orNull(z.boolean()),
  internal_routing: orNull(z.boolean()),
  maintenance: z.boolean(),
  created_at: Time,
  released_at: orNull(Time),
  archived_at: orNull(Time),
})

/** Every app that the token can see: the population that all evidence per app is counted against. */
export const appInventory: Collector<'app-inventory', 'account'> = {
  id: 'app-inventory',
  topic: 'app-inventory',
  title: 'App inventory',
  says: 'which apps exist, who owns them, and in which region, space and stack they run',
  scope: 'read',
  per: 'account',
  async *collect(heroku) {
    for await (const app of heroku.list('/apps', App))
      yield {
        subject: app.name,
        subjectId: app.id,
        content: {
          id: app.id,
          name: app.name,
          team: app.team,
          owner: app.owner,
          region: app.region.name,
          space: app.space,
          generation: app.generation,
          stack: app.stack.name,
          build_stack: app.build_stack.name,
          acm: app.acm,
          internal_routing: app.internal_routing,
          maintenance: app.maintenance,
          created_at: app.created_at,
          released_at: app.released_at,
          archived_at: app.archived_at,
        },
      }
  },
}
