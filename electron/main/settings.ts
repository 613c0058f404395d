import { join } from 'node:path'
import { Settings } from '../../shared/model/settings.ts'
import { readJson, writeJson } from '../profile/json-file.ts'
import type { Profile } from '../profile/profile.ts'

/** Settings of this computer, in memory and in a small file beside the connections. */
export interface SettingsStore {
  current(): Settings
  load(): Promise<void>
  set(change: Partial<Settings>): Promise<Settings>
}

/** Keeps the settings of this computer; a damaged file gives the defaults and is replaced at the next change. */
export function settingsStore(profile: Profile): SettingsStore {
  const file = join(profile.folder, 'settings.json')
  let current = Settings.parse({})
  return {
    current: () => current,
    async load() {
      current = await readJson(file, Settings, current).catch(() => current)
    },
    async set(change) {
      const next = Settings.parse({ ...current, ...change })
      await writeJson(file, next)
      current = next
      return next
    },
  }
}
