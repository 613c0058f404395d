import { join, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY, fileOfRequest } from '../../../electron/main/app-files.ts'
import { isKnownLink } from '../../../electron/main/links.ts'
import { mayAsk } from '../../../electron/main/sender.ts'

const FOLDER = join(sep, 'app', 'dist', 'renderer')

describe('files of the window', () => {
  it.each([
    ['app://locker/', 'index.html'],
    ['app://locker/index.html', 'index.html'],
    ['app://locker/assets/a%20b.js?x=1#y', join('assets', 'a b.js')],
  ])('%s is %s', (url, file) => {
    expect(fileOfRequest(FOLDER, url)).toBe(join(FOLDER, file))
  })

  it.each([
    'app://other/index.html',
    'file:///etc/passwd',
    'https://locker/index.html',
    'app://locker/..%2f..%2fetc%2fpasswd',
    'app://locker/%2e%2e/%2e%2e/secret',
    'app://locker/..%5c..%5csecret/..%2f..%2f..%2f..%2fx',
    'app://locker/a%00.html',
    'app://locker/%',
    'not a url',
  ])('%s is nothing', (url) => {
    const file = fileOfRequest(FOLDER, url)
    expect(file === null || file.startsWith(FOLDER + sep)).toBe(true)
    if (!url.includes('%2e') && !url.includes('%5c')) expect(file).toBeNull()
  })

  it('never leaves the folder, whatever the path', () => {
    const piece = fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '/', '\\', 'a', '.', '%00', '%252e')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = fileOfRequest(FOLDER, `app://locker/${pieces.join('')}`)
        expect(file === null || file.startsWith(FOLDER + sep)).toBe(true)
      }),
    )
  })

  it('the policy allows nothing by default, no network, no inline script', () => {
    const rules = new Map(CONTENT_SECURITY_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule]))
    expect(rules.get('default-src')).toBe("default-src 'none'")
    expect(rules.get('connect-src')).toBe("connect-src 'none'")
    expect(rules.get('script-src')).toBe("script-src 'self'")
    expect(rules.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(rules.get('form-action')).toBe("form-action 'none'")
  })
})

describe('who may ask', () => {
  const contents = {}
  const window = { webContents: contents }
  const frame = (url: string, parent: unknown = null) => ({ sender: contents, senderFrame: { url, parent } })

  it('the top frame of our window on our origin, and nobody else', () => {
    expect(mayAsk(frame('app://locker/index.html'), window)).toBe(true)
    expect(mayAsk(frame('app://locker.evil/index.html'), window)).toBe(false)
    expect(mayAsk(frame('https://evil.example/app://locker/'), window)).toBe(false)
    expect(mayAsk(frame('app://locker/index.html', {}), window)).toBe(false)
    expect(mayAsk({ sender: {}, senderFrame: { url: 'app://locker/', parent: null } }, window)).toBe(false)
    expect(mayAsk({ sender: contents, senderFrame: null }, window)).toBe(false)
    expect(mayAsk(frame('app://locker/index.html'), null)).toBe(false)
  })
})

describe('links to the web', () => {
  it.each([
    ['https://devcenter.heroku.com/articles/oauth', true],
    ['https://status.heroku.com/', true],
    ['http://devcenter.heroku.com/', false],
    ['https://devcenter.heroku.com.evil.example/', false],
    ['https://devcenter.heroku.com:8443/', false],
    ['https://me:secret@devcenter.heroku.com/', false],
    ['https://devcenter.heroku.com@evil.example/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['smb://share/x', false],
    ['', false],
  ])('%s: %s', (url, opens) => {
    expect(isKnownLink(url)).toBe(opens)
  })
})
