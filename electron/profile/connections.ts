import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { problem } from '../../shared/errors.ts'
import { type Connection, ConnectionLabel } from '../../shared/model/connection.ts'
import { readJson, writeJson } from './json-file.ts'
import type { Profile } from './profile.ts'

const Stored = z.object({
  id: z.uuid(),
  label: ConnectionLabel,
  apiUrl: z.url(),
  dataUrl: z.url(),
  account: z.string().nullable(),
  addedAt: z.iso.datetime(),
})

const File = z.object({ version: z.literal(1), connections: z.array(Stored) })

/** Name of a connection's token in the keychain. */
function tokenOf(id: string): string {
  return `connection:${id}`
}

function fileOf(profile: Profile): string {
  return join(profile.folder, 'connections.json')
}

async function save(profile: Profile, connections: readonly Connection[]): Promise<void> {
  await writeJson(fileOf(profile), { version: 1, connections })
}

/** All connections, in the order added. Throws `profile-damaged` or `cannot-read`. */
export async function listConnections(profile: Profile): Promise<readonly Connection[]> {
  return (await readJson(fileOf(profile), File, { version: 1, connections: [] })).connections
}

function sameLabel(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
}

function parseLabel(label: string): string {
  const parsed = ConnectionLabel.safeParse(label)
  if (parsed.success) return parsed.data
  throw problem('wrong-use', {
    what: 'this is no label for a connection',
    remedy: 'use up to 60 letters, digits, spaces and . _ @ -, beginning with a letter or digit',
  })
}

function refuseTaken(all: readonly Connection[], label: string, but?: string): void {
  if (all.some((other) => other.id !== but && sameLabel(other.label, label)))
    throw problem('connection-exists', { label })
}

/** A connection by its id or its label, whose case does not matter. Throws `no-connection`. */
export async function findConnection(profile: Profile, idOrLabel: string): Promise<Connection> {
  const all = await listConnections(profile)
  const found =
    all.find(({ id }) => id === idOrLabel) ?? all.find(({ label }) => sameLabel(label, idOrLabel.trim()))
  if (found === undefined) throw problem('no-connection', { label: idOrLabel })
  return found
}

/** What a person tells of a new connection; the token goes to the keychain and nowhere else. */
export interface NewConnection {
  readonly label: string
  readonly apiUrl: string
  readonly dataUrl: string
  readonly token: string
  /** E-mail address of the token's account, where it is known already. */
  readonly account: string | null
}

/**
 * Adds a connection. The token is in the keychain before the file knows of it; where the file cannot be
 * written, the token is taken out again. Throws `token-empty`, `connection-exists`, `wrong-use`, a problem of
 * the keychain or of the file.
 */
export async function addConnection(profile: Profile, added: NewConnection): Promise<Connection> {
  const token = added.token.trim()
  if (token === '') throw problem('token-empty', {})
  const all = await listConnections(profile)
  const label = parseLabel(added.label)
  refuseTaken(all, label)
  const { apiUrl, dataUrl, account } = added
  const connection = {
    id: randomUUID(),
    label,
    apiUrl,
    dataUrl,
    account,
    addedAt: profile.now().toISOString(),
  }
  await profile.keychain.check()
  await profile.keychain.set(tokenOf(connection.id), token)
  try {
    await save(profile, [...all, connection])
  } catch (error) {
    await profile.keychain.forget(tokenOf(connection.id)).catch(() => false)
    throw error
  }
  return connection
}

async function change(profile: Profile, idOrLabel: string, to: Partial<Connection>): Promise<Connection> {
  const { id } = await findConnection(profile, idOrLabel)
  const all = await listConnections(profile)
  if (to.label !== undefined) refuseTaken(all, to.label, id)
  const changed = all.map((one) => (one.id === id ? { ...one, ...to } : one))
  await save(profile, changed)
  return findConnection(profile, id)
}

/** Gives a connection another label. Throws `no-connection`, `connection-exists` or `wrong-use`. */
export async function renameConnection(
  profile: Profile,
  idOrLabel: string,
  label: string,
): Promise<Connection> {
  return change(profile, idOrLabel, { label: parseLabel(label) })
}

/** Notes whose account a connection turned out to be. */
export async function noteAccount(profile: Profile, idOrLabel: string, account: string): Promise<Connection> {
  return change(profile, idOrLabel, { account })
}

/**
 * Removes a connection: first its token from the keychain, which has to be unlocked for that, then the rest.
 * Throws `no-connection` or a problem of the keychain (then nothing is removed).
 */
export async function removeConnection(profile: Profile, idOrLabel: string): Promise<Connection> {
  const found = await findConnection(profile, idOrLabel)
  await profile.keychain.check()
  await profile.keychain.forget(tokenOf(found.id))
  const rest = (await listConnections(profile)).filter(({ id }) => id !== found.id)
  await save(profile, rest)
  return found
}

/** A connection and its token, for the moment of use. Throws `no-connection` or `no-token`. */
export async function credentialOf(
  profile: Profile,
  idOrLabel: string,
): Promise<{ readonly connection: Connection; readonly token: string }> {
  const connection = await findConnection(profile, idOrLabel)
  const token = await profile.keychain.read(tokenOf(connection.id))
  if (token === null) throw problem('no-token', { label: connection.label })
  return { connection, token }
}
