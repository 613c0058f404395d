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
