import { once } from 'node:events'
import { isProblem, problem } from '../../shared/errors.ts'
import { type Flags, HELP, readFlags } from './flags.ts'
import { type Demo, startDemo } from './start.ts'

/** More events than this are packed before the address is printed, so that nobody waits for the first list. */
const PACK_FIRST = 50_000

/** `npm run heroku`: runs until Ctrl-C. Returns the exit code. */
async function main(words: readonly string[]): Promise<number> {
  try {
    const flags = readFlags(words)
    if (flags.help) {
      process.stdout.write(HELP)
      return 0
    }
    const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    const demo = await start(flags)
    const ready = demo.organisation.options.events > PACK_FIRST ? pack(demo) : Promise.resolve()
    void ready.then(() => tell(demo, flags)).catch(() => undefined)
    await ended
    await demo.close()
    process.stderr.write('\nHeroku in the box is closed.\n')
    return 0
  } catch (error) {
    if (!isProblem(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return error.kind === 'wrong-use' ? 2 : 1
  }
}

async function start(flags: Flags): Promise<Demo> {
  try {
    return await startDemo(flags.options)
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : null
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    throw problem(
      'wrong-use',
      { what: `port ${flags.options.port} is taken or not allowed`, remedy: 'choose another with --port' },
      error,
    )
  }
}

async function pack(demo: Demo): Promise<void> {
  const { events } = demo.organisation.options
  let told = 0
  await demo.prepare((done) => {
    const tenth = Math.floor((done / events) * 10)
    if (tenth > told) process.stderr.write(`packing audit archives: ${tenth * 10} %\n`)
    told = Math.max(told, tenth)
  })
}

function tell(demo: Demo, flags: Flags): void {
  const { apiUrl, dataUrl, archiveUrl, tokens } = demo
  if (flags.json) {
    const facts = { apiUrl, dataUrl, archiveUrl, token: tokens.auditor, tokens }
    process.stdout.write(`${JSON.stringify(facts)}\n`)
    return
  }
  process.stdout.write(`address: ${apiUrl}\ntoken:   ${tokens.auditor}\n`)
  process.stderr.write(
    `\nHeroku's own command line can look at it too:\n  HEROKU_HOST=${apiUrl} HEROKU_DATA_HOST=127.0.0.1 HEROKU_API_KEY=${tokens.auditor} heroku apps --all\n\nCtrl-C ends it.\n`,
  )
}

process.exitCode = await main(process.argv.slice(2))
