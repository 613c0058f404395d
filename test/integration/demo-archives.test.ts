import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Demo, startDemo } from '../../electron/demo/start.ts'
import { asking, rows } from './demo-walk.ts'

const now = new Date('2026-11-21T00:00:00Z')
let demo: Demo

beforeAll(async () => {
  demo = await startDemo({ events: 3000, now })
})
afterAll(() => demo.close())

interface Offered {
  readonly year: number
  readonly month: string
  readonly url: string
  readonly checksum: string
  readonly size: number
}

const offered = async (of: Demo) =>
  (await asking(of)('/enterprise-accounts/northquay/archives')).body as readonly Offered[]

async function download(archive: Offered) {
  const response = await fetch(archive.url)
  const bytes = Buffer.from(await response.arrayBuffer())
  const text = gunzipSync(bytes).toString()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes, sha256, parsed: JSON.parse(text) as unknown }
}

describe('audit archives', { timeout: 60_000 }, () => {
  it('lie on another origin and match their checksum and size, but for the one that was damaged', async () => {
    const list = await offered(demo)
    const wrong: string[] = []
    for (const archive of list) {
      expect(archive.url.startsWith(`${demo.archiveUrl}/`)).toBe(true)
      const { bytes, sha256 } = await download(archive)
      expect(bytes.length).toBe(archive.size)
      if (sha256 !== archive.checksum) wrong.push(`${archive.year}-${archive.month}`)
    }
    expect(demo.archiveUrl).not.toBe(demo.apiUrl)
    expect(list).toHaveLength(24)
    expect(wrong).toEqual(['2024-11'])
  })

  it('hold all events: older ones as a bare list, newer ones under entries', async () => {
    let events = 0
    const bare: string[] = []
    for (const archive of await offered(demo)) {
      const { parsed } = await download(archive)
      const list = Array.isArray(parsed) ? parsed : (parsed as { entries: unknown[] }).entries
      if (Array.isArray(parsed)) bare.push(`${archive.year}-${archive.month}`)
      if (`${archive.year}-${archive.month}` !== '2024-11') events += list.length
    }
    expect(events).toBe(3000)
    expect(bare.sort().at(-1)).toBe('2025-11')
    expect(bare).toHaveLength(13)
  })

  it('one month can be asked for alone, and a missing one is 404', async () => {
    const ask = asking(demo)
    const one = await ask('/enterprise-accounts/northquay/archives/2026/10')
    expect(one.body).toMatchObject({
      year: 2026,
      month: '10',
      checksum: expect.stringMatching(/^[\da-f]{64}$/),
    })
    expect((await ask('/enterprise-accounts/northquay/archives/2026/04')).status).toBe(404)
  })

  it('a token that is sent to them is refused and counted', async () => {
    const [archive] = await offered(demo)
    const before = demo.counts.leaks
    const response = await fetch(archive?.url ?? '', {
      headers: { authorization: `Bearer ${demo.tokens.auditor}` },
    })
    expect(response.status).toBe(400)
    expect(demo.counts.leaks).toBe(before + 1)
    expect((await fetch(`${demo.archiveUrl}/guess`)).status).toBe(403)
    expect((await fetch(archive?.url ?? '', { method: 'DELETE' })).status).toBe(405)
  })

  it('the events of a day are those of its archive', async () => {
    const archive = (await offered(demo)).find((a) => a.year === 2026 && a.month === '10')
    const { parsed } = await download(archive as Offered)
    const { entries } = parsed as { entries: { id: string; created_at: string; type: string }[] }
    const day = entries[0]?.created_at.slice(0, 10) ?? ''
    const ask = asking(demo)
    const path = `/enterprise-accounts/northquay/events?day=${day}`
    const got = rows(await ask(path))
    const expected = entries.filter((event) => event.created_at.startsWith(day))
    expect(got.map((event) => event.id).sort()).toEqual(expected.map((event) => event.id).sort())
    const times = got.map((event) => String(event.created_at))
    expect(times).toEqual(times.toSorted())
    const newest = rows(await ask(`${path}&order=desc`)).map((event) => String(event.created_at))
    expect(newest).toEqual(times.toReversed())
    const typed = rows(await ask(`${path}&type=${entries[0]?.type}`))
    expect(new Set(typed.map((event) => event.type))).toEqual(new Set([entries[0]?.type]))
  })

  it('many events lie in a folder that is gone after close', async () => {
    const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('heroku-in-a-box-'))
    const before = folders()
    const big = await startDemo({ events: 50_001, months: 2, now })
    let told = 0
    await big.prepare((done) => {
      told = done
    })
    const made = folders().filter((name) => !before.includes(name))
    expect(made).toHaveLength(1)
    const [archive] = await offered(big)
    expect((await download(archive as Offered)).sha256).toBe(archive?.checksum)
    await big.close()
    expect(told).toBe(50_001 + 25)
    expect(existsSync(`${tmpdir()}/${made[0]}`)).toBe(false)
  }, 60_000)
})
