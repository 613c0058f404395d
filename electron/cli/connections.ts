import { problem } from '../../shared/errors.ts'
import type { Connection, Probe } from '../../shared/model/connection.ts'
import { allowedBase, isLoopback } from '../core/heroku/hosts.ts'
import { probe } from '../core/heroku/probe.ts'
import {
  addConnection,
  credentialOf,
  findConnection,
  listConnections,
  noteAccount,
} from '../profile/connections.ts'
import type { Profile } from '../profile/profile.ts'

const PLATFORM = 'https://api.heroku.com'
const DATA = 'https://api.data.heroku.com'

/** A connection and what its token turned out to be; `probe` is null where it was not tried. */
export interface Tried {
  readonly connection: Connection
  readonly probe: Probe | null
}

/** Where a connection's token goes: Heroku unless told otherwise. Throws `host-not-allowed`. */
export function addressesOf(
  api: string | null,
  data: string | null,
): { readonly apiUrl: string; readonly dataUrl: string } {
  const apiUrl = allowedBase(api ?? PLATFORM)
  const dataUrl = allowedBase(data ?? (isLoopback(apiUrl) ? apiUrl.href : DATA))
  return { apiUrl: baseOf(apiUrl), dataUrl: baseOf(dataUrl) }
}

function baseOf(url: URL): string {
  return url.href.replace(/\/$/, '')
}

/**
 * Adds a connection. The keychain is tried before `token` asks the person, and the token before anything is kept,
 * so that a token that does not work leaves nothing behind.
 */
export async function addTriedConnection(
  desk: Profile,
  facts: {
    readonly label: string
    readonly apiUrl: string
    readonly dataUrl: string
    readonly test: boolean
  },
  token: () => Promise<string>,
  signal: AbortSignal,
): Promise<Tried> {
  const { label, apiUrl, dataUrl } = facts
  const taken = (await listConnections(desk)).some((one) => one.label.toLowerCase() === label.toLowerCase())
  if (taken) throw problem('connection-exists', { label })
  await desk.keychain.check()
  const given = await token()
  if (given === '') throw problem('token-empty', {})
  const found = facts.test ? await probe({ apiUrl, dataUrl, token: given, proxy: null, signal }) : null
  const account = found?.account.email ?? null
  return {
    connection: await addConnection(desk, { label, apiUrl, dataUrl, token: given, account }),
    probe: found,
  }
}

/** Tries the token of a connection, and notes whose account it is. */
export async function tryConnection(desk: Profile, label: string, signal: AbortSignal): Promise<Tried> {
  const { connection, token } = await credentialOf(desk, label)
  const { apiUrl, dataUrl } = connection
  const found = await probe({ apiUrl, dataUrl, token, proxy: null, signal })
  return { connection: await noteAccount(desk, connection.id, found.account.email), probe: found }
}

/** The connection of a label, or without a label the only one there is. Throws `wrong-use` or `no-connection`. */
export async function connectionOf(desk: Profile, label: string | null): Promise<Connection> {
  if (label !== null) return findConnection(desk, label)
  const [only, ...others] = await listConnections(desk)
  if (only && others.length === 0) return only
  throw problem('wrong-use', {
    what: only ? 'there is more than one connection' : 'there is no connection yet',
    remedy: only ? 'name one with --connection, see `connection list`' : 'make one with `connection add`',
  })
}
