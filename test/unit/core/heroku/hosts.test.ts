import { describe, expect, it } from 'vitest'
import { mayBeAsked } from '../../../../electron/core/heroku/forbidden.ts'
import { allowedBase, mayDownload } from '../../../../electron/core/heroku/hosts.ts'

describe('hosts that may see a token', () => {
  it.each([
    'https://api.heroku.com',
    'https://heroku.com',
    'https://api.data.heroku.com/',
    'https://api.metrics.herokai.com',
    'https://x.herokuspace.com',
    'https://api.herokudev.com:8443',
    'http://localhost:5001',
    'http://127.0.0.1:5001',
    'http://[::1]:5001',
  ])('%s', (address) => {
    expect(allowedBase(address).href).toBe(new URL(address).href)
  })

  it.each([
    'http://api.heroku.com',
    'https://heroku.com.attacker.example',
    'https://notheroku.com',
    'https://api.heroku.com@attacker.example',
    'https://user:pass@api.heroku.com',
    'https://127.0.0.1.attacker.example',
    'http://127.0.0.2',
    'http://10.0.0.1',
    'file:///etc/passwd',
    'ftp://localhost',
    'api.heroku.com',
    '',
  ])('not %s', (address) => {
    expect(() => allowedBase(address)).toThrow(expect.objectContaining({ kind: 'host-not-allowed' }))
  })

  it('names a refused host without a password that came with it', () => {
    expect(() => allowedBase('https://user:CANARY@api.heroku.com')).toThrow(/^(?!.*CANARY)/)
  })
})

describe('addresses of archives', () => {
  const real = new URL('https://api.heroku.com')
  const demo = new URL('http://127.0.0.1:1')

  it.each([
    ['https://storage.example/x', real, true],
    ['http://storage.example/x', real, false],
    ['http://127.0.0.1:9/x', real, false],
    ['https://localhost/x', real, false],
    ['http://127.0.0.1:9/x', demo, true],
    ['http://10.0.0.1/x', demo, false],
    ['https://user:pass@storage.example/x', real, false],
    ['file:///etc/passwd', demo, false],
  ])('%s', (address, api, allowed) => {
    expect(mayDownload(new URL(address), api)).toBe(allowed)
  })
})

describe('paths that may be asked', () => {
  it.each([
    '/account',
    '/apps/acme-api/config-vars',
    '/enterprise-accounts/e/events?day=2026-11-01&order=asc',
    '/client/v11/apps/a/transfers',
    '/postgres/v0/databases/d/credentials',
    '/apps/sso/dynos',
  ])('%s', (path) => {
    expect(mayBeAsked(path)).toBe(true)
  })

  it.each([
    'account',
    '//attacker.example/account',
    '/apps/../account',
    '/apps/%2e%2E/account',
    '/apps/a%2fb',
    '/apps/a\\b',
    '/apps/a b',
    '/apps/a\r\nx: y',
    '/apps/a#b',
    '/client/v11/databases/d/bastion',
    '/postgres/v0/databases/d/tls-endpoint/certificates/c',
    '/addons/a/sso',
    '/apps/a/build-metadata',
    '/addons/a/config',
    '/apps/a/releases/7/config-vars',
    '/pipelines/p/stage/production/config-vars',
    '/users/u/sms-number',
    '/teams/invitations/t',
    '/postgres/v0/databases/d/credentials/c',
    '/internal/x',
  ])('not %j', (path) => {
    expect(mayBeAsked(path)).toBe(false)
  })
})
