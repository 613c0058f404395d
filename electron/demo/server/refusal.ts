/** An answer of the API that is not the thing asked for: status, Heroku's id for it, and its words. */
export class Refusal extends Error {
  readonly status: number
  readonly id: string
  readonly url: string | undefined

  constructor(status: number, id: string, message: string, url?: string) {
    super(message)
    this.status = status
    this.id = id
    this.url = url
  }
}

const docs = (page: string) => `https://devcenter.heroku.com/articles/${page}`

/** 401: no token, a token nobody knows, or one that was revoked. */
export const unauthorized = (message: string) =>
  new Refusal(401, 'unauthorized', message, docs('authentication'))

/** 403: known, but not allowed. */
export const forbidden = (message: string) => new Refusal(403, 'forbidden', message)

/** 404: absent, hidden from this account, or a feature that is off. */
export const notFound = (what: string) => new Refusal(404, 'not_found', `Couldn't find that ${what}.`)

/** 404 of a feature that is off. */
export const featureOff = (message: string) => new Refusal(404, 'not_found', message)

/** 403 that asks for a second factor. */
export const secondFactor = () =>
  new Refusal(
    403,
    'two_factor',
    'A second authentication factor or pre-authorization is required for this request. Pass it in the Heroku-Two-Factor-Code header.',
  )

/** 405, for whatever is not a read. */
export const readOnly = () => new Refusal(405, 'method_not_allowed', 'This Heroku in a box can only be read.')

/** 406, for a missing or wrong Accept header. */
export const notAcceptable = () =>
  new Refusal(
    406,
    'not_acceptable',
    'Try `Accept: application/vnd.heroku+json; version=3`.',
    docs('platform-api-reference#clients'),
  )

/** 416, for a Range that names an unknown property or cannot be read. */
export const badRange = (fields: readonly string[]) =>
  new Refusal(
    416,
    'requested_range_not_satisfiable',
    `Range must sort by one of: ${fields.join(', ')}.`,
    docs('platform-api-reference#ranges'),
  )

/** 429, when the bucket is empty. */
export const rateLimited = () =>
  new Refusal(
    429,
    'rate_limit',
    'Your account reached the API rate limit. Please wait a few minutes before making new requests.',
    docs('platform-api-reference#rate-limits'),
  )

/** The thing, or a 404 that names its kind. */
export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw notFound(what)
  return thing
}
