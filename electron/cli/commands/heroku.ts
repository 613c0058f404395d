import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { boxFlags, boxOptions } from '../box-flags.ts'
import { type Command, EXIT } from '../command.ts'
import { countOf } from '../flags.ts'

/** Starts the Heroku in the box alone and keeps it running: the same program as `npm run heroku`. */
export const heroku: Command = {
  name: 'heroku',
  summary: 'start the Heroku in the box alone, until Ctrl-C',
  examples: ['heroku --port 5999', 'heroku --port 5999 --apps 400 --latency 50'],
  flags(parser) {
    parser.option('--port <number>', 'port on 127.0.0.1, else a free one', countOf('--port', 0, 65_535))
    boxFlags(parser)
  },
  async run({ flags, print, signal }) {
    const program = fileURLToPath(new URL('../../demo/main.ts', import.meta.url))
    const words = Object.entries(boxOptions(flags)).flatMap(([name, value]) => [`--${name}`, String(value)])
    const box = spawn(process.execPath, [program, ...words, ...(print.json ? ['--json'] : [])], {
      stdio: 'inherit',
    })
    signal.addEventListener('abort', () => box.kill('SIGTERM'))
    const [code] = (await once(box, 'exit')) as [number | null]
    return code === 0 ? EXIT.done : code === 2 ? EXIT.wrongUse : EXIT.failed
  },
}
