import { z } from 'zod'
import { type Secret, secret } from '../heroku/secret.ts'
import type { AppSubject, HerokuReader } from './collector.ts'
import { isDebugFlag, isSecretLike } from './config-var-names.ts'
import { IdField, orNull, Time } from './fields.ts'
import { refusalOf } from './refused.ts'

const Setting = z.object({
  key: z.string(),
  value: orNull(secret()),
  masked: orNull(z.boolean()),
  masking_supported: orNull(z.boolean()),
  value_updated_at: orNull(Time),
  attachment: orNull(IdField),
})

/** `{NAME: value}` as pairs: a name may be anything, `__proto__` too. */
const Values = z.preprocess(
  (body) => (typeof body === 'object' && body !== null ? Object.entries(body) : body),
  z.array(z.tuple([z.string(), orNull(secret())])),
)

/** A config var while a collector looks at it; the value is opaque and leaves memory with the app. */
export type Variable = z.infer<typeof Setting>

/**
 * Reads the config vars of an app. `/config-vars-settings` tells names, ages, masks and mostly the values, in
 * one request; `/config-vars` is asked only where a value that matters is missing there without being masked,
 * or where the settings do not exist for this app. Throws `Refused` where neither can be read.
 */
export async function readVariables(heroku: HerokuReader, app: AppSubject): Promise<readonly Variable[]> {
  const settings = await readSettings(heroku, app)
  if (settings === null) {
    const values = await heroku.get(`/apps/${app.id}/config-vars`, Values)
    return values.map(([key, value]) => withoutSetting(key, value))
  }
  if (!settings.some(lacksValue)) return settings
  const values = new Map(await readValues(heroku, app))
  return settings.map((one) => (one.value ? one : { ...one, value: values.get(one.key) ?? null }))
}

async function readSettings(heroku: HerokuReader, app: AppSubject): Promise<Variable[] | null> {
  const settings: Variable[] = []
  try {
    for await (const setting of heroku.list(`/apps/${app.id}/config-vars-settings`, Setting))
      settings.push(setting)
    return settings
  } catch (error) {
    if (refusalOf(error) === 'absent') return null
    throw error
  }
}

function lacksValue(setting: Variable): boolean {
  const matters = isSecretLike(setting.key) || isDebugFlag(setting.key)
  return matters && setting.value === null && setting.masked !== true
}

/** The values, or none where they are denied: names and ages are worth keeping alone. */
async function readValues(heroku: HerokuReader, app: AppSubject): Promise<z.infer<typeof Values>> {
  try {
    return await heroku.get(`/apps/${app.id}/config-vars`, Values)
  } catch (error) {
    if (refusalOf(error) !== null) return []
    throw error
  }
}

function withoutSetting(key: string, value: Secret | null): Variable {
  return { key, value, masked: null, masking_supported: null, value_updated_at: null, attachment: null }
}
