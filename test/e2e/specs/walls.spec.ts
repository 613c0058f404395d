import { expect, test } from '../fixtures.ts'
import { goTo, newEngagement } from '../steps.ts'

test('the window has no network, no Node, no way out, and one door', async ({ app, demo }) => {
  const { page } = app
  const told = await page.evaluate(async (url) => {
    const refused = await fetch(url).then(
      () => false,
      () => true,
    )
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.head.append(script)
    return {
      refused,
      inlineRan: 'inlineRan' in window,
      node:
        typeof (globalThis as { process?: unknown }).process +
        typeof (globalThis as { require?: unknown }).require,
      doors: Object.keys((globalThis as unknown as { api: object }).api)
        .filter((name) => !name.includes(':'))
        .sort(),
    }
  }, `${demo.apiUrl}/account`)
  expect(told).toEqual({
    refused: true,
    inlineRan: false,
    node: 'undefinedundefined',
    doors: ['drop', 'listen', 'search'],
  })
})

test('navigation, new windows and foreign links are refused', async ({ app }, info) => {
  info.skip(!app.standin, 'reads the notes of the stand-in')
  const { page } = app
  const before = page.url()
  await page.evaluate(() => {
    window.open('https://evil.example/')
    window.location.href = 'https://evil.example/'
  })
  await expect
    .poll(() => app.evaluate(({ standin }) => standin.asked().map(({ what }: { what: string }) => what)))
    .toEqual(expect.arrayContaining(['navigation-blocked', 'window-open']))
  const asked = await app.evaluate(({ standin }) => standin.asked())
  expect(asked.filter(({ what }: { what: string }) => what === 'openExternal')).toEqual([])
  expect(page.url()).toBe(before)
})

test('a question with a wrong shape, and one of a stranger, are refused before anything happens', async ({
  app,
}) => {
  const { page } = app
  await newEngagement(app)
  await goTo(app, 'Settings')
  const reply = await page.evaluate(() =>
    (window as unknown as { api: Record<string, (input: unknown) => Promise<unknown>> }).api[
      'evidence:get'
    ]?.({ id: 'one; drop table' }),
  )
  expect(reply).toMatchObject({ ok: false, problem: { kind: 'wrong-use' } })
})

test('every permission is denied', async ({ app }, info) => {
  info.skip(!app.standin, 'reads the handlers of the stand-in')
  const told = await app.evaluate(({ session }) => {
    const { request, check, device } = session.defaultSession.denied
    let answer: boolean | null = null
    request(null, 'media', (yes: boolean) => {
      answer = yes
    })
    return [answer, check(null, 'clipboard-read'), device({})]
  })
  expect(told).toEqual([false, false, false])
})

test('the window is made with every safe setting, and no other', async ({ app }, info) => {
  info.skip(!app.standin, 'reads the notes of the stand-in')
  const asked = await app.evaluate(({ standin }) => standin.asked())
  const made = asked.filter(({ what }: { what: string }) => what === 'BrowserWindow')
  expect(made).toHaveLength(1)
  const { preload, ...settings } = made[0].args[0]
  expect(preload).toMatch(/preload\.cjs$/)
  expect(settings).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: true,
  })
})

test('web views, frames and redirects are refused for every contents that is ever made', async ({
  app,
}, info) => {
  info.skip(!app.standin, 'emits events of the stand-in')
  const stopped = await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]
    return ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].map((name) => {
      let isStopped = false
      webContents.emit(
        name,
        { url: 'https://evil.example/', preventDefault: () => (isStopped = true) },
        {},
        {},
      )
      return [name, isStopped]
    })
  })
  expect(stopped).toEqual([
    ['will-navigate', true],
    ['will-frame-navigate', true],
    ['will-redirect', true],
    ['will-attach-webview', true],
  ])
})

test('every answer of app:// carries the policy; what lies outside, or is no file of the window, is not found', async ({
  app,
}) => {
  const { page } = app
  const [answer] = await Promise.all([page.waitForResponse(/index\.html|\/$/), page.reload()])
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(answer.headers()['content-security-policy']).toContain("connect-src 'none'")
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  const loaded = await page.evaluate(async () => {
    const tried = (src: string) =>
      new Promise<boolean>((resolve) => {
        const image = new Image()
        image.onload = () => resolve(true)
        image.onerror = () => resolve(false)
        image.src = src
      })
    return [await tried('/../assets/icons/icon.png'), await tried('/%2e%2e/%2e%2e/package.json')]
  })
  expect(loaded).toEqual([false, false])
})
