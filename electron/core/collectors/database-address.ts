import type { DatabaseRef, Fingerprint } from '../../../shared/model/content.ts'

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/?#@]+)\/([^?#]+)/i
const NAME = /^[A-Za-z][\w-]{0,98}$/

/**
 * Host, port and database of a connection address, without user and password: what tells two databases apart.
 * Null where the text is no such address. For fingerprints only; never stored.
 */
export function placeOf(address: string): string | null {
  const [, host, database] = ADDRESS.exec(address.trim()) ?? []
  if (host === undefined || database === undefined) return null
  const withPort = /:\d+$/.test(host) ? host : `${host}:5432`
  return `${withPort}/${database}`.toLowerCase()
}

/**
 * A database as the row of another one names it: by a name, or by an address of which a fingerprint remains.
 * Any other text says nothing that may be kept.
 */
export function databaseRef(text: string, fingerprint: (value: string) => Fingerprint): DatabaseRef {
  const place = placeOf(text)
  if (place !== null) return { name: null, address: fingerprint(place) }
  return { name: NAME.test(text.trim()) ? text.trim() : null, address: null }
}
