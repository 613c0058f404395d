/** What looks like a secret, and in which field. The secret itself is never part of it. */
export interface SecretFound {
  readonly kind: string
  readonly field: string
}

const PATTERNS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['a Heroku token', /\bHRKU-[A-Za-z0-9_-]{20,}/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an AWS access key', /\b(AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a GitHub token', /\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}/],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
  ['a Stripe key', /\b(sk|rk)_(live|test)_[A-Za-z0-9]{16,}/],
  ['a Google key', /\bAIza[A-Za-z0-9_-]{35}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}/],
  ['a SendGrid key', /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/],
  ['a JSON web token', /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/],
  ['a password in an address', /[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]{3,}@/i],
  ['a signed address', /[?&](X-Amz-Signature|Signature|sig)=[A-Za-z0-9%+/=_-]{16,}/],
]

/** One look at the whole content that is true wherever a pattern could match; nearly all items end here. */
const HINT =
  /HRKU-|-----BEGIN|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox|[sr]k_|AIza|npm_|SG\.|eyJ|:\/\/[^\s/]*@|ignature=|sig=/

/** The first secret-looking text in the content of an item, as JSON, or null. Names of fields are not looked at. */
export function secretIn(json: string): SecretFound | null {
  return HINT.test(json) ? searched(JSON.parse(json), 'content') : null
}

function searched(content: unknown, field: string): SecretFound | null {
  if (typeof content === 'string') {
    const kind = PATTERNS.find(([, pattern]) => pattern.test(content))?.[0]
    return kind ? { kind, field } : null
  }
  if (typeof content !== 'object' || content === null) return null
  for (const [name, value] of Object.entries(content)) {
    const found = searched(value, Array.isArray(content) ? field : name)
    if (found) return found
  }
  return null
}
