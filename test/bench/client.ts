import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { openHeroku } from '../../electron/core/heroku/client.ts'

/**
 * Requests a second of the HTTP client on loopback, against a bare server in a process of its own:
 * `node test/bench/client.ts [latency in ms] [requests] [concurrency]`.
 */
const [first = '0', count = '5000', concurrency = '12'] = process.argv.slice(2)

if (first === 'serve') serve(Number(count))
else await measure(Number(first), Number(count), Number(concurrency))

function serve(latency: number): void {
  const apps = Array.from({ length: 20 }, (_, at) => ({
    id: `9f1c3a52-0d6f-4f6e-9a53-1f2e3d4c5b${10 + at}`,
    name: `app-${at}`,
    owner: { id: 'x', email: 'ana@acme.example' },
    created_at: '2026-01-01T00:00:00Z',
    web_url: 'https://acme.example',
  }))
  const body = JSON.stringify(apps)
  const server = createServer((_, response) => {
    const headers = { 'content-type': 'application/json', 'ratelimit-remaining': '4500', 'request-id': 'r' }
    setTimeout(() => response.writeHead(200, headers).end(body), latency)
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}

async function measure(latency: number, requests: number, concurrency: number): Promise<void> {
  const server = fork(import.meta.filename, ['serve', String(latency)])
  const url = `http://127.0.0.1:${await new Promise((resolve) => server.once('message', resolve))}`
  const { signal } = new AbortController()
  const fingerprintKey = Buffer.alloc(32)
  const settings = { apiUrl: url, dataUrl: url, token: 'HRKU-bench', proxy: null, fingerprintKey, signal }
  const client = openHeroku({ ...settings, concurrency, firstSeq: 1 })
  const App = z.object({ id: z.string(), name: z.string(), owner: z.object({ email: z.string() }) })
  let at = 0
  let items = 0
  const work = async () => {
    while (at++ < requests) {
      for await (const _ of client.reader(client.subject()).list(`/apps/${at}/x`, App)) items++
    }
  }
  const [cpu, begun] = [process.cpuUsage(), performance.now()]
  await Promise.all(Array.from({ length: concurrency * 2 }, work))
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const facts = {
    latency,
    concurrency,
    requests,
    items,
    seconds: Number(seconds.toFixed(2)),
    requestsPerSecond: Math.round(requests / seconds),
    cpuMsPerRequest: Number(((user + system) / 1000 / requests).toFixed(3)),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  console.log(JSON.stringify(facts))
  await client.close()
  server.kill()
}
