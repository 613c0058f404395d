/** An address reduced to what tells where data goes, and whether a credential is in it. */
export interface ReducedAddress {
  /** Such as `syslog+tls` or `https`; empty where the text is no address. */
  readonly scheme: string
  /** Host name or IP address, IPv6 in brackets; empty where the text is no address. */
  readonly host: string
  /** Null where the address names none. */
  readonly port: number | null
  readonly credentialInAddress: boolean
}

const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^/?#]*)@)?(\[[^\]]*\]|[^/?#:@]*)(?::(\d+))?(.*)$/is
const KEY_NAME = /key|token|secret|passw|pwd|auth|sig|cred/i
const KEY_VALUE = /^[A-Za-z0-9_+/=.~-]{20,}$/

/**
 * Keeps scheme, host and port of an address; user information, path and query are dropped. Works on text
 * rather than with `URL`, which knows no default for `syslog` and would refuse what customers write there.
 */
export function reduceAddress(text: string): ReducedAddress {
  const [, scheme = '', user, host = '', port, rest = ''] = ADDRESS.exec(text.trim()) ?? []
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    port: port === undefined ? null : Number(port),
    credentialInAddress: user !== undefined || queryHasKey(rest),
  }
}

function queryHasKey(rest: string): boolean {
  const query = rest.split('#')[0]?.split('?')[1] ?? ''
  return [...new URLSearchParams(query)].some(
    ([name, value]) => value !== '' && (KEY_NAME.test(name) || KEY_VALUE.test(value)),
  )
}

/**
 * The address of a buildpack or another source without user information and query, where people put access
 * tokens for private repositories. Names such as `heroku/ruby` and `urn:buildpack:…` pass unchanged.
 */
export function withoutCredentials(text: string): string {
  const [address = '', fragment] = text.split('#', 2)
  const bare = (address.split('?')[0] ?? '').replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1')
  return fragment === undefined ? bare : `${bare}#${fragment}`
}
