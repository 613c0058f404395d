/**
 * Serves a folder of archives on loopback from a process of its own, so that its work is not measured with the
 * ingest's: `archive-server.ts FOLDER`. Prints its address, ends with its input.
 */
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const [folder = ''] = process.argv.slice(2)
const server = createServer((request, answer) => {
  createReadStream(join(folder, String(request.url).slice(1))).pipe(answer)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
process.stdin.resume().on('end', () => process.exit(0))
