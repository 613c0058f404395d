import { z } from 'zod'
import type { HerokuReader } from './collector.ts'
import { orNull, RefField, Time } from './fields.ts'

/** A plan of the catalog with what Heroku says of its fitness. */
export const PlanFlags = z.object({
  id: z.string(),
  name: z.string(),
  state: orNull(z.string()),
  compliance: orNull(z.array(z.string())),
  installable_inside_private_network: orNull(z.boolean()),
  installable_outside_private_network: orNull(z.boolean()),
})

/** A plan of the catalog with what Heroku says of its fitness. */
export type PlanFlags = z.infer<typeof PlanFlags>

/** One add-on of `GET /addons` with service and plan expanded; three topics share the answer. */
export const Addon = z.object({
  id: z.string(),
  name: z.string(),
  addon_service: z.object({ id: z.string(), name: z.string(), state: orNull(z.string()) }),
  plan: PlanFlags,
  app: RefField,
  state: z.string(),
  created_at: Time,
})

/** An add-on of the account's apps. */
export type Addon = z.infer<typeof Addon>

/** Every add-on that the token can see, in one pass. */
export function listAddons(heroku: HerokuReader): AsyncIterable<Addon> {
  return heroku.list('/addons', Addon, { expand: 'addon_service,plan' })
}

/** The add-on service of Heroku Postgres. */
export const POSTGRES = 'heroku-postgresql'
