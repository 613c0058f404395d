import { z } from 'zod'
import { MaybeTime, orNull } from './fields.ts'

/** A range of addresses that may reach a data service from outside of Heroku. */
export const IpRule = z.object({
  id: z.string(),
  cidr: z.string(),
  description: orNull(z.string()),
  status: orNull(z.string()),
  created_at: MaybeTime,
  updated_at: MaybeTime,
})
