import { z } from 'zod'
import type { Collector } from './collector.ts'
import { GenerationField, NameField, orNull } from './fields.ts'

const DynoSize = z.object({
  id: z.string(),
  name: z.string(),
  dedicated: orNull(z.boolean()),
  private_space_only: orNull(z.boolean()),
  generation: orNull(GenerationField),
  infrastructure_tier: orNull(z.string()),
  product_dyno_tier: orNull(z.string()),
})

/** One process type of `GET /apps/{app}/formation`; two collectors read the same list and share the answer. */
export const Formation = z.object({
  id: z.string(),
  type: z.string(),
  dyno_size: orNull(NameField),
  size: orNull(z.string()),
  quantity: z.int(),
})

const common = {
  topic: 'dyno-tier',
  title: 'Dynos',
  says: 'which sizes of dyno Heroku offers, and how many of which each app runs',
  scope: 'read',
} as const

/** The dyno sizes of the catalog. */
export const dynoSizes: Collector<'dyno-tier', 'account'> = {
  ...common,
  id: 'dyno-tier.sizes',
  per: 'account',
  async *collect(heroku) {
    for await (const size of heroku.list('/dyno-sizes', DynoSize))
      yield { subject: size.name, subjectId: size.id, content: { of: 'dyno-size', ...size } }
  },
}

/** The formation of an app. */
export const formation: Collector<'dyno-tier', 'app'> = {
  ...common,
  id: 'dyno-tier.formation',
  per: 'app',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    for await (const entry of heroku.list(`/apps/${app.id}/formation`, Formation))
      yield {
        subject: `${app.name} ${entry.type}`,
        subjectId: entry.id,
        content: {
          of: 'formation',
          id: entry.id,
          app: ref,
          type: entry.type,
          size: entry.dyno_size?.name ?? entry.size ?? '',
          quantity: entry.quantity,
        },
      }
  },
}
