import { describe, expect, it } from 'vitest'
import {
  debugFlagOn,
  isDebugFlag,
  isSecretLike,
} from '../../../../electron/core/collectors/config-var-names.ts'

describe('names that look like credentials', () => {
  it.each([
    'SECRET_KEY_BASE',
    'STRIPE_API_KEY',
    'DATABASE_URL',
    'REDIS_TLS_URL',
    'GITHUB_TOKEN',
    'SMTP_PASSWORD',
    'DB_PASS',
    'SENTRY_DSN',
    'aws_secret_access_key',
    'SLACK_WEBHOOK',
    'SIGNING_KEY',
    'TLS_CERT',
    'HTTP_BASIC_AUTH',
  ])('%s is one', (key) => {
    expect(isSecretLike(key)).toBe(true)
  })

  it.each([
    'LANG',
    'RAILS_ENV',
    'WEB_CONCURRENCY',
    'AWS_ACCESS_KEY_ID',
    'STRIPE_PUBLISHABLE_KEY',
    'NEXT_PUBLIC_API_KEY',
    'JWT_PUBLIC_KEY',
    'MONKEY',
    'KEYBOARD',
    'PASSENGER_POOL',
    'AUTHOR',
    'URL_PREFIX',
  ])('%s is none', (key) => {
    expect(isSecretLike(key)).toBe(false)
  })
})

describe('debug flags', () => {
  it.each([
    ['DEBUG', 'true', true],
    ['DEBUG', 'express:*', true],
    ['DEBUG', 'false', false],
    ['DEBUG', '0', false],
    ['DEBUG', '', false],
    ['LOG_LEVEL', 'debug', true],
    ['LOG_LEVEL', 'info', false],
    ['NODE_ENV', 'development', true],
    ['NODE_ENV', 'production', false],
    ['DJANGO_SETTINGS_MODULE', 'shop.settings.dev', true],
    ['DJANGO_SETTINGS_MODULE', 'shop.settings.production', false],
    ['LANG', 'debug', null],
    ['toString', 'true', null],
  ])('%s=%s is %s', (key, value, on) => {
    expect(debugFlagOn(key, value)).toBe(on)
    expect(isDebugFlag(key)).toBe(on !== null)
  })
})
