import { describe, expect, it } from 'vitest'
import { reduceAddress, withoutCredentials } from '../../../../electron/core/collectors/address.ts'

describe('an address of a drain', () => {
  it.each([
    ['syslog://logs.example.com:514', ['syslog', 'logs.example.com', 514, false]],
    ['syslog+tls://Logs.Example.com:6514/', ['syslog+tls', 'logs.example.com', 6514, false]],
    ['https://user:CANARY@logs.example.com/path', ['https', 'logs.example.com', null, true]],
    ['https://CANARY@logs.example.com', ['https', 'logs.example.com', null, true]],
    ['https://logs.example.com/v1?dd-api-key=CANARY', ['https', 'logs.example.com', null, true]],
    ['https://logs.example.com/v1?x=CANARY0123456789abcdefgh', ['https', 'logs.example.com', null, true]],
    ['https://logs.example.com/v1?service=shop', ['https', 'logs.example.com', null, false]],
    ['https://logs.example.com/v1?token=', ['https', 'logs.example.com', null, false]],
    ['https://[2001:db8::1]:8443/x', ['https', '[2001:db8::1]', 8443, false]],
    ['collector.example.com:4317', ['', 'collector.example.com', 4317, false]],
    ['https://a:CANARY@b:CANARY@logs.example.com/', ['https', 'logs.example.com', null, true]],
    ['', ['', '', null, false]],
  ])('%s', (text, [scheme, host, port, credentialInAddress]) => {
    expect(reduceAddress(text)).toEqual({ scheme, host, port, credentialInAddress })
  })
})

describe('an address of a buildpack', () => {
  it.each([
    ['heroku/ruby', 'heroku/ruby'],
    ['urn:buildpack:heroku/ruby', 'urn:buildpack:heroku/ruby'],
    ['https://github.com/acme/pack#v1.2', 'https://github.com/acme/pack#v1.2'],
    ['https://x-access-token:CANARY@github.com/acme/pack.git#main', 'https://github.com/acme/pack.git#main'],
    ['https://packs.example.com/p.tgz?token=CANARY', 'https://packs.example.com/p.tgz'],
  ])('%s', (text, bare) => {
    expect(withoutCredentials(text)).toBe(bare)
  })
})
