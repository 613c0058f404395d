import { patternOf } from './pattern.ts'

/** The variant that Heroku's own clients ask for; a superset of the public one for what we read. */
export const PREFERRED = '3.sdk'
/** The public variant. */
export const PLAIN = '3'

/** Instead of a variant, for a service that knows none: plain JSON. */
export const JSON_ONLY = 'json'

/** Remembers per kind of path which variant of the API answers. */
export interface Variants {
  of(path: string): string
  /** Whether this refusal is about the variant, so that the plain one is worth one request. */
  shouldFallBack(path: string, status: number, message: string): boolean
  /** What came of a request in a variant. */
  settled(path: string, variant: string, status: number, message: string): void
}

/**
 * Falls back from `3.sdk` to `3` on 406, and on a 404 that speaks of the endpoint rather than of the thing
 * (“The requested API endpoint was not found. … did you specify your intended version with the Accept header?”).
 * A 404 of a thing (“Couldn't find that app.”) is an answer, not a reason to ask twice. Each kind of path is
 * tried once: after that its variant stands, so a fall-back costs one request per kind of path, plus those
 * that were in flight meanwhile.
 */
export function rememberVariants(): Variants {
  const known = new Map<string, string>()
  return {
    of: (path) => known.get(patternOf(path)) ?? PREFERRED,
    shouldFallBack: (path, status, message) =>
      known.get(patternOf(path)) !== PREFERRED && isAboutTheVariant(status, message),
    settled: (path, variant, status, message) => {
      if (status >= 500 || (variant === PREFERRED && status >= 400)) return
      known.set(patternOf(path), isAboutTheVariant(status, message) ? PREFERRED : variant)
    },
  }
}

function isAboutTheVariant(status: number, message: string): boolean {
  return status === 406 || (status === 404 && /\bendpoint\b/i.test(message))
}
