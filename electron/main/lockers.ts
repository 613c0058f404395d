import { createReadStream, existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { isProblem, problem } from '../../shared/errors.ts'
import type { Engagement } from '../../shared/model/engagement.ts'
import type { LockerInfo } from '../../shared/model/locker.ts'
import type { RecentLocker, ShellState } from '../../shared/shell.ts'
import { systemWords } from '../../shared/system-words.ts'
import { rememberLockerKey, withLockerKey } from '../profile/locker-keys.ts'
import type { Profile } from '../profile/profile.ts'
import { forgetRecentLocker, noteLocker, recentLockers } from '../profile/recent-lockers.ts'
import type { CoreProcess } from './core-process.ts'

/** The one locker of the window: made, opened, shut, opened again. */
export interface Lockers {
  readonly current: () => LockerInfo | null
  readonly locked: () => ShellState['locked']
  create(file: string, engagement: Engagement): Promise<{ info: LockerInfo; recoveryKey: string }>
  open(file: string, recoveryKey: string | null): Promise<LockerInfo>
  /** Opens a locker that was open before, by its identity. */
  openRecent(id: string, recoveryKey: string | null): Promise<LockerInfo>
  close(): Promise<void>
  lock(why: 'idle' | 'suspend' | 'asked'): Promise<void>
  unlock(recoveryKey: string | null): Promise<LockerInfo>
  /** Opens the locker again in a core that was restarted. */
  reopen(): Promise<void>
  /** Asks the core anew what the locker holds; after work that changed it. */
  refresh(): Promise<void>
  recent(): Promise<readonly RecentLocker[]>
  forget(id: string): Promise<void>
}

/** Bytes of salt at the start of a locker: its identity. */
const IDENTITY_BYTES = 16

async function identityOf(file: string): Promise<string> {
  const parts: Buffer[] = []
  try {
    for await (const part of createReadStream(file, { start: 0, end: IDENTITY_BYTES - 1 }))
      parts.push(part as Buffer)
  } catch (error) {
    throw problem('cannot-read', { path: file, why: systemWords(error) }, error)
  }
  const identity = Buffer.concat(parts)
  if (identity.length < IDENTITY_BYTES) throw problem('not-a-locker', { file })
  return identity.toString('hex')
}

/** Keeps the window's locker; `changed` is told after every change. */
export function lockers(core: CoreProcess, profile: Profile, changed: () => void): Lockers {
  let current: LockerInfo | null = null
  let locked: ShellState['locked'] = null
  let file: string | null = null

  async function take(info: LockerInfo): Promise<LockerInfo> {
    current = info
    file = info.file
    locked = null
    await noteLocker(profile, { id: info.id, file: info.file, organisation: info.engagement.organisation })
    changed()
    return info
  }

  /** A file that does not open costs nothing: the core closes the open locker only for one that it has opened. */
  async function open(path: string, recoveryKey: string | null): Promise<LockerInfo> {
    if (recoveryKey !== null) {
      const { info, key } = await core.privileged('open-with-recovery-key', { file: path, recoveryKey })
      await rememberLockerKey(profile, info.id, Buffer.from(key)).catch(() => {})
      return take(info)
    }
    const id = await identityOf(path)
    try {
      return take(
        await withLockerKey(profile, { id, file: path }, (key) =>
          core.privileged('open', { file: path, key }),
        ),
      )
    } catch (error) {
      // A picture has no key in the keychain either; asking for its recovery key would help nobody.
      if (isProblem(error) && error.kind === 'no-key') await core.privileged('look', { file: path })
      throw error
    }
  }

  async function shut(): Promise<void> {
    await core.privileged('close', null)
    current = null
  }

  async function fileOf(id: string): Promise<string> {
    const found = (await recentLockers(profile)).find((one) => one.id === id)
    if (!found)
      throw problem('wrong-use', {
        what: 'this locker is not on the list any more',
        remedy: 'open it from its folder',
      })
    return found.file
  }

  return {
    current: () => current,
    locked: () => locked,
    open,
    async create(path, engagement) {
      await profile.keychain.check()
      const { info, key, recoveryKey } = await core.privileged('create', { file: path, engagement })
      await rememberLockerKey(profile, info.id, Buffer.from(key))
      return { info: await take(info), recoveryKey }
    },
    openRecent: async (id, recoveryKey) => open(await fileOf(id), recoveryKey),
    async close() {
      if (current) await shut()
      locked = null
      file = null
      changed()
    },
    async lock(why) {
      if (!current || !file) return
      const { id } = current
      await shut()
      locked = { id, name: basename(file), why }
      changed()
    },
    async unlock(recoveryKey) {
      if (!file)
        throw problem('wrong-use', { what: 'no locker is waiting', remedy: 'open one from the start screen' })
      return open(file, recoveryKey)
    },
    async reopen() {
      if (current && file) await open(file, null)
    },
    async refresh() {
      if (!current) return
      current = (await core.ask('locker:info', {})) as LockerInfo
      changed()
    },
    async recent() {
      const known = await recentLockers(profile)
      return known.map(({ id, file: path, organisation, openedAt }) => ({
        id,
        name: basename(path),
        folder: dirname(path),
        organisation,
        openedAt,
        present: existsSync(path),
      }))
    },
    async forget(id) {
      await forgetRecentLocker(profile, await fileOf(id))
      changed()
    },
  }
}
