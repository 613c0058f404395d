import { problem } from '../../shared/errors.ts'
import type { Probe } from '../../shared/model/connection.ts'
import type { ShellContract, ShellInputOf } from '../../shared/shell.ts'
import {
  addConnection,
  credentialOf,
  listConnections,
  noteAccount,
  removeConnection,
  renameConnection,
} from '../profile/connections.ts'
import type { Profile } from '../profile/profile.ts'
import type { CoreProcess } from './core-process.ts'

/** Heroku's own addresses; the demo and the tests tell others by environment, on this computer only. */
export function herokuAddresses(env: NodeJS.ProcessEnv): {
  readonly apiUrl: string
  readonly dataUrl: string
} {
  const told = env.EVIDENCE_LOCKER_HEROKU_URL
  if (told && /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(told))
    return { apiUrl: told, dataUrl: told }
  return { apiUrl: 'https://api.heroku.com', dataUrl: 'https://api.data.heroku.com' }
}

type ConnectionQuestion = Extract<keyof ShellContract, `connection:${string}`>

/** Answers the questions about connections. Tokens come in, go to the keychain, and never go out again. */
export function connectionAnswers(core: CoreProcess, profile: Profile, env: NodeJS.ProcessEnv) {
  const probe = (token: string, addresses = herokuAddresses(env)) =>
    core.privileged('probe', { token, ...addresses }) as Promise<Probe>
  return {
    'connection:list': () => listConnections(profile),
    'connection:probe': ({ token = '' }) => probe(token),
    async 'connection:add'({ label = '', token = '' }) {
      if (token.trim() === '') throw problem('token-empty', {})
      const told = await probe(token)
      const connection = await addConnection(profile, {
        label,
        token,
        account: told.account.email,
        ...herokuAddresses(env),
      })
      return { connection, probe: told }
    },
    async 'connection:test'({ id = '' }) {
      const { connection, token } = await credentialOf(profile, id)
      const told = await probe(token, { apiUrl: connection.apiUrl, dataUrl: connection.dataUrl })
      if (connection.account !== told.account.email) await noteAccount(profile, id, told.account.email)
      return told
    },
    'connection:rename': ({ id = '', label = '' }) => renameConnection(profile, id, label),
    async 'connection:remove'({ id = '' }) {
      await removeConnection(profile, id)
      return null
    },
  } satisfies { [Q in ConnectionQuestion]: (input: ShellInputOf<Q>) => Promise<unknown> }
}
