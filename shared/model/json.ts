/** Any value that JSON can carry; what evidence content is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A point in time as RFC 3339 text in UTC, such as `2026-11-21T09:30:00.000Z`. */
export type Instant = string

/** A calendar day as `YYYY-MM-DD`. */
export type Day = string

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256 = string
