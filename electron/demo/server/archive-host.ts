import type { RequestListener } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Archives } from '../archives/archives.ts'
import type { RequestLog } from './log.ts'

/**
 * The other origin, where archives lie. It wants no token: a request that carries one is answered 400 and counted,
 * so that a test sees the leak.
 */
export function archiveListener(archives: Archives, log: RequestLog, latency: number): RequestListener {
  return async (request, response) => {
    if (latency > 0) await sleep(latency)
    const path = request.url ?? '/'
    const finish = (status: number) => log.add({ method: request.method ?? '', path, status })
    const refuse = (status: number, code: string) => {
      response.writeHead(status, { 'Content-Type': 'application/xml' })
      response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`)
      finish(status)
    }
    if (request.headers.authorization) {
      log.counts.leaks++
      return refuse(400, 'InvalidArgument')
    }
    if (request.method !== 'GET') return refuse(405, 'MethodNotAllowed')
    const file = await archives.open(path.split('?')[0]?.slice(1) ?? '')
    if (!file) return refuse(403, 'AccessDenied')
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': file.size,
      'Last-Modified': new Date(file.createdAt).toUTCString(),
    })
    finish(200)
    log.counts.archiveBytes += file.size
    await pipeline(file.stream(), response).catch(() => undefined)
  }
}
