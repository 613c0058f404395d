const SECRET_NAME =
  /SECRET|TOKEN|PASSW|PASSPHRASE|(^|_)(PWD|PASS|PW)(_|$)|API_?KEY|(^|_)KEY(_|$)|PRIVATE|CREDENTIAL|(^|_)(AUTH|CERT|PEM|SALT|DSN|JWT|SIGNATURE)(_|$)|(_|^)(URL|URI|CONNECTION_STRING)$|WEBHOOK/
const PUBLIC_NAME = /^NEXT_PUBLIC_|^VITE_|^REACT_APP_|PUBLIC_KEY|PUBLISHABLE|(^|_)(KEY_?ID|KEY_NAME)$/

/**
 * Whether the name of a config var looks like a credential's. `…_URL` counts because data services and webhooks
 * put the password into the address; names that are public by convention do not.
 */
export function isSecretLike(key: string): boolean {
  const name = key.toUpperCase()
  return SECRET_NAME.test(name) && !PUBLIC_NAME.test(name)
}

const OFF = /^(|0|false|no|off|none|null|disabled)$/i
const VERBOSE = /^(debug|trace|verbose|silly|all|finest)$/i
const DEVELOPMENT = /^(dev|development|debug)$/i

const isOn = (value: string) => !OFF.test(value.trim())
const isVerbose = (value: string) => VERBOSE.test(value.trim())
const isDevelopment = (value: string) => DEVELOPMENT.test(value.trim())

/** Names of common frameworks' debug switches, and what counts as on. */
const DEBUG_FLAGS: Readonly<Record<string, (value: string) => boolean>> = {
  DEBUG: isOn,
  APP_DEBUG: isOn,
  DJANGO_DEBUG: isOn,
  FLASK_DEBUG: isOn,
  RAILS_LOG_SQL: isOn,
  SQLALCHEMY_ECHO: isOn,
  WP_DEBUG: isOn,
  SYMFONY_DEBUG: isOn,
  NODE_DEBUG: isOn,
  LOG_LEVEL: isVerbose,
  RAILS_LOG_LEVEL: isVerbose,
  DJANGO_LOG_LEVEL: isVerbose,
  FLASK_ENV: isDevelopment,
  APP_ENV: isDevelopment,
  NODE_ENV: isDevelopment,
  RAILS_ENV: isDevelopment,
  RACK_ENV: isDevelopment,
  DJANGO_SETTINGS_MODULE: (value) => /(^|\.)(dev|development|debug|local)$/i.test(value.trim()),
}

/** Whether a config var is on the list of debug flags. */
export function isDebugFlag(key: string): boolean {
  return Object.hasOwn(DEBUG_FLAGS, key)
}

/** Whether a debug flag is on; null for names that are not on the list. Keep the answer, never the value. */
export function debugFlagOn(key: string, value: string): boolean | null {
  return isDebugFlag(key) ? (DEBUG_FLAGS[key]?.(value) ?? null) : null
}
