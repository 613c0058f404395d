/**
 * A Heroku in the box in a process of its own, so that its work and memory are not measured with the
 * collection's: `collection-server.ts APPS LATENCY_MS BURST`. Prints address and token, ends with its input.
 */
import { startDemo } from '../../electron/demo/start.ts'

const [apps = 40, latency = 50, burst = 4500] = process.argv.slice(2).map(Number)
const demo = await startDemo({ apps, latency, burst, perMinute: burst === 4500 ? 75 : burst })
await demo.prepare()
process.stdout.write(`${JSON.stringify({ apiUrl: demo.apiUrl, token: demo.tokens.auditor })}\n`)
process.stdin.resume().on('end', () => void demo.close().then(() => process.exit(0)))
