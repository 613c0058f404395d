import { z } from 'zod'
import type { Collector } from './collector.ts'
import { GenerationField, NameField, orNull, RefField, Time } from './fields.ts'

/** One space of `GET /spaces`; two topics share the answer. */
export const Space = z.object({
  id: z.string(),
  name: z.string(),
  team: RefField,
  region: NameField,
  shield: z.boolean(),
  state: z.string(),
  generation: orNull(GenerationField),
  cidr: orNull(z.string()),
  data_cidr: orNull(z.string()),
  created_at: Time,
})

/** Every space that the token can see. */
export const spaceIsolation: Collector<'space-isolation', 'account'> = {
  id: 'space-isolation',
  topic: 'space-isolation',
  title: 'Private and Shield Spaces',
  says: 'which isolated networks exist, where, and which of them are shielded',
  scope: 'read',
  per: 'account',
  async *collect(heroku) {
    for await (const space of heroku.list('/spaces', Space))
      yield {
        subject: space.name,
        subjectId: space.id,
        content: {
          of: 'space',
          id: space.id,
          name: space.name,
          team: space.team,
          region: space.region.name,
          shield: space.shield,
          state: space.state,
          generation: space.generation,
          cidr: space.cidr,
          data_cidr: space.data_cidr,
          created_at: space.created_at,
        },
      }
  },
}
