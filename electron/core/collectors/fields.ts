import { z } from 'zod'

/** A field that Heroku may leave out or send as null: both become null. */
export function orNull<S extends z.ZodType>(schema: S) {
  return schema.nullable().default(null)
}

/**
 * A point in time as Heroku's services write it: the Platform API in RFC 3339, the Data API also as
 * `2026-11-21 04:00:03 +0000`. RFC 3339 text in UTC is kept as it is, so that it can be compared with the API.
 */
export const Time = z.string().transform((text, context) => {
  const instant = instantOf(text)
  if (instant !== null) return instant
  context.addIssue({ code: 'custom', message: 'is not a point in time' })
  return z.NEVER
})

/** A point in time that the rest of an item does not depend on: missing, null or unreadable, it is null. */
export const MaybeTime = orNull(z.string()).transform((text) => (text === null ? null : instantOf(text)))

/** Reads the text of a point in time into RFC 3339 in UTC; null where it is none. */
export function instantOf(text: string): string | null {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return text
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** Heroku's way of naming another thing: keeps id and name, whatever else is there. */
export const RefField = z.object({ id: z.string(), name: z.string() })

/** A reference by id alone. */
export const IdField = z.object({ id: z.string() })

/** A reference by name alone. */
export const NameField = z.object({ name: z.string() })

/** A generation of the platform, which Heroku gives as text on apps and as an object on catalogs. */
export const GenerationField = z
  .union([z.string(), NameField])
  .transform((generation) => (typeof generation === 'string' ? generation : generation.name))

/** A person as other things refer to them. */
export const UserField = z.object({ id: orNull(z.string()), email: z.string() })

/** A permission as Heroku lists it; the description is documentation. */
export const PermissionField = z.object({ name: z.string() })

/** Names of permissions in an order that does not depend on Heroku's. */
export function permissionNames(permissions: readonly { readonly name: string }[] | null): string[] {
  return (permissions ?? []).map((permission) => permission.name).sort()
}
