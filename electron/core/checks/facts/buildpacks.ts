const HEROKU_HOSTS = new Set(['buildpack-registry.s3.amazonaws.com', 'buildpack-registry.heroku.com'])
const HEROKU_NAME = /^(urn:(buildpack|cnb:(registry|builder)):)?heroku\//i
const PINNED =
  /#(v?\d+(\.\d+)*|[0-9a-f]{7,40})$|[@/-]v?\d+\.\d+(\.\d+)?(\.(tgz|tar\.gz|cnb))?$|@sha256:[0-9a-f]{64}$/i

/**
 * Why a buildpack is not from an approved source, or null where it is: Heroku's own by name, by the registry or
 * by Heroku's organisation on GitHub; or approved by the policy and pinned to a commit or version.
 */
export function buildpackOrigin(address: string, approved: readonly string[]): string | null {
  if (isHerokus(address)) return null
  if (!approved.some((start) => isUnder(address, start))) return 'not Heroku’s and not approved'
  return PINNED.test(address) ? null : 'approved, but not pinned to a commit or version'
}

function isHerokus(address: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return HEROKU_NAME.test(address)
  if (!URL.canParse(address)) return false
  const { protocol, hostname, pathname } = new URL(address)
  if (protocol === 'docker:') return hostname === 'docker.io' && pathname.startsWith('/heroku/')
  if (protocol !== 'https:') return false
  if (hostname === 'github.com' || hostname === 'codon-buildpacks.s3.amazonaws.com')
    return pathname.toLowerCase().startsWith('/heroku/') || pathname.startsWith('/buildpacks/heroku/')
  return HEROKU_HOSTS.has(hostname) && pathname.startsWith('/buildpacks/heroku/')
}

/** True when an address is an approved one, or lies under it: `acme/` does not approve `acme-evil/`. */
function isUnder(address: string, start: string): boolean {
  if (address === start) return true
  return address.startsWith(start) && (/[/#@]$/.test(start) || /^[/#@.]/.test(address.slice(start.length)))
}
