import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An answer of the server: a body, or a refusal; a list may say where it goes on. */
export interface Tagged {
  readonly status?: number
  readonly body: unknown
  readonly next?: string
}

/** A server whose answers carry tags of their bodies, and that answers 304 to whoever knows them. */
export interface TaggedHeroku {
  readonly url: string
  /** Answers by path, or by path, a space and the range asked. Tests change them between collections. */
  readonly answers: Map<string, Tagged>
  /** `path range status` of each request, in order; emptied by tests. */
  readonly asked: string[]
  close(): Promise<void>
}

/** Starts one on loopback. */
export async function startTagged(given: Readonly<Record<string, Tagged>>): Promise<TaggedHeroku> {
  const answers = new Map(Object.entries(given))
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const range = request.headers.range ?? ''
    const answer = answers.get(`${path} ${range}`) ?? answers.get(path)
    const {
      status = 200,
      body,
      next,
    } = answer ?? { status: 404, body: { id: 'not_found', message: 'None.' } }
    const text = JSON.stringify(body)
    const etag = `"${createHash('sha1').update(text).digest('hex')}"`
    const same = status < 300 && request.headers['if-none-match'] === etag
    asked.push(`${path} ${range} ${same ? 304 : status}`.replace('  ', ' '))
    response.writeHead(same ? 304 : next ? 206 : status, {
      'content-type': 'application/json',
      'request-id': `request-${asked.length}`,
      ...(status < 300 ? { etag } : {}),
      ...(next ? { 'next-range': next } : {}),
    })
    response.end(same ? undefined : text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
