import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isProblem } from '../../shared/errors.ts'
import { readJson, writeJson } from './json-file.ts'
import type { Profile } from './profile.ts'

const MOST = 20

const Recent = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  file: z.string().min(1),
  organisation: z.string(),
  openedAt: z.iso.datetime(),
})

const File = z.object({ version: z.literal(1), lockers: z.array(Recent) })

/** A locker that was open on this computer. */
export type RecentLocker = Readonly<z.infer<typeof Recent>>

function fileOf(profile: Profile): string {
  return join(profile.folder, 'recent.json')
}

/**
 * Lockers that were open on this computer, newest first. The list is a convenience: a damaged one is put aside
 * as `recent.json.damaged` and begun anew.
 */
export async function recentLockers(profile: Profile): Promise<readonly RecentLocker[]> {
  try {
    return (await readJson(fileOf(profile), File, { version: 1, lockers: [] })).lockers
  } catch (error) {
    if (!isProblem(error) || error.kind !== 'profile-damaged') throw error
    await rename(fileOf(profile), `${fileOf(profile)}.damaged`)
    return []
  }
}

/** Notes that a locker was opened just now. */
export async function noteLocker(profile: Profile, locker: Omit<RecentLocker, 'openedAt'>): Promise<void> {
  const others = (await recentLockers(profile)).filter(({ file }) => file !== locker.file)
  const lockers = [{ ...locker, openedAt: profile.now().toISOString() }, ...others].slice(0, MOST)
  await writeJson(fileOf(profile), { version: 1, lockers })
}

/** Takes a locker off the list. */
export async function forgetRecentLocker(profile: Profile, file: string): Promise<void> {
  const lockers = (await recentLockers(profile)).filter((one) => one.file !== file)
  await writeJson(fileOf(profile), { version: 1, lockers })
}
