import { type Attachment, varsOf } from './addons.ts'
import type { App } from './apps.ts'
import { canary, canaryUrl } from './canary.ts'
import { endless } from './hostile.ts'
import type { Organisation } from './organisation.ts'
import { ago, diceOf } from './random.ts'

/** A config var, its value included: the demo has nothing to hide, its users do. */
export interface ConfigVar {
  readonly key: string
  readonly value: string
  readonly masked: boolean
  readonly maskable: boolean
  readonly updatedAt: string
  /** Id of the attachment that made it. */
  readonly attachment: string | null
}

const SECRETS = ['JWT_SIGNING_SECRET', 'PARTNER_API_TOKEN', 'SECRET_KEY_BASE', 'WEBHOOK_SIGNING_KEY']

/** All config vars of an app, by name. */
export function configVarsOf(org: Organisation, app: App): readonly ConfigVar[] {
  const attached = (org.attachmentsOn.get(app.id) ?? []).flatMap((attachment) =>
    fromAddon(org, app, attachment),
  )
  return [...attached, ...ownVars(org, app)].sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The value behind an add-on's config var: the same on every app that the add-on is attached to. */
export function addonValue(org: Organisation, attachment: Attachment, key: string): string {
  const { addon } = attachment
  const part = key.replace(attachment.name, '')
  const scheme = { 'heroku-postgresql': 'postgres', 'heroku-redis': 'rediss', 'heroku-kafka': 'kafka+ssl' }
  const known = part === '_URL' ? Reflect.get(scheme, addon.service.name) : undefined
  if (typeof known !== 'string') return canary(org.ground, 'addon', addon.id, part)
  return canaryUrl(org.ground, known, `${addon.name}.data.demo:5432/d${addon.id.slice(0, 8)}`, addon.id)
}

function fromAddon(org: Organisation, app: App, attachment: Attachment): readonly ConfigVar[] {
  return varsOf(attachment).map((key) => ({
    key,
    value: addonValue(org, attachment, key),
    masked: false,
    maskable: false,
    updatedAt: age(org, app, key),
    attachment: attachment.id,
  }))
}

function ownVars(org: Organisation, app: App): readonly ConfigVar[] {
  const wish = app.traits.config ?? {}
  const roll = diceOf(org.ground, 'vars', app.name)
  const masked = wish.masked ?? roll.chance(0.3)
  const own = (key: string, value: string, secret = false): ConfigVar => ({
    key,
    value,
    masked: secret && masked,
    maskable: true,
    updatedAt: age(org, app, key),
    attachment: null,
  })
  return [
    own('NODE_ENV', app.traits.stage === 'staging' ? 'staging' : 'production'),
    own('LOG_LEVEL', 'info'),
    own('PARTNER_HOST', `https://partner.example/v2?tenant=${canary(org.ground, 'var', app.name, 'host')}`),
    ...SECRETS.filter((_, i) => i < 2 || roll.chance(0.6)).map((key) =>
      own(key, canary(org.ground, 'var', sourceOf(app, key), key), true),
    ),
    ...(wish.debug ? [own('DEBUG', wish.debug === 'on' ? 'true' : 'false')] : []),
    ...(wish.copies ? copied(org, wish.copies).map((value) => own('LEGACY_DATABASE_URL', value, true)) : []),
    ...(wish.hostile ? hostile(own) : []),
  ]
}

/** The app whose secret this one uses: another one's, where they share it. */
const sourceOf = (app: App, key: string) =>
  key === 'PARTNER_API_TOKEN' ? (app.traits.config?.shares ?? app.name) : app.name

function copied(org: Organisation, from: string): readonly string[] {
  const app = org.find.app.get(from)
  const main = (org.attachmentsOn.get(app?.id ?? '') ?? []).find((a) => a.name === 'DATABASE')
  return main ? [addonValue(org, main, 'DATABASE_URL')] : []
}

/** Values that must not be fingerprinted, and a name that trips careless code. */
function hostile(own: (key: string, value: string, secret?: boolean) => ConfigVar): readonly ConfigVar[] {
  return [
    own('ADMIN_PIN_SECRET', 'CANARY1', true),
    own('SMTP_PASSWORD', 'CANARYCANARYCANARY', true),
    own('EMPTY_API_KEY', '', true),
    own('__proto__', 'CANARY-proto-pollution-0123456789abcdef', false),
    own('CERTIFICATE_PRIVATE_KEY', `CANARY${endless()}`, true),
  ]
}

function age(org: Organisation, app: App, key: string): string {
  const roll = diceOf(org.ground, 'var-age', app.name, key)
  const days = app.traits.config?.stale ? roll.int(200, 900) : roll.int(2, 80)
  return ago(org.ground, Math.min(days, Math.max(0.1, app.ageDays - 0.2)), roll.int(0, 2))
}
