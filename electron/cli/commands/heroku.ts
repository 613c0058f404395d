import { once } from 'node:events'
import { problem } from '../../../shared/errors.ts'
import { boxFlags, boxOptions } from '../box-flags.ts'
import { type Command, EXIT } from '../command.ts'
import { countOf, numberFlag } from '../flags.ts'
import { facts } from '../table.ts'

/** Starts the Heroku in the box alone and keeps it running. */
export const heroku: Command = {
  name: 'heroku',
  summary: 'start the Heroku in the box alone, until Ctrl-C',
  examples: ['heroku --port 5999', 'heroku --port 5999 --apps 400 --latency 50'],
  flags(parser) {
    parser.option(
      '--port <number>',
      'port on 127.0.0.1; 0 takes a free one (5999)',
      countOf('--port', 0, 65_535),
    )
    boxFlags(parser)
  },
  async run({ flags, print, signal, call }) {
    const { startDemo } = await import('../../demo/start.ts')
    const port = numberFlag(flags, 'port') ?? 5999
    const demo = await startDemo({ ...boxOptions(flags), port }).catch((thrown: unknown) => {
      throw isTaken(thrown)
        ? problem('wrong-use', { what: `port ${port} is taken`, remedy: 'give another --port' })
        : thrown
    })
    const lines = [
      ...facts([
        ['Address', demo.apiUrl],
        ['Token', demo.tokens.auditor],
      ]),
      '',
      `It answers until Ctrl-C. In another terminal: ${call} connection add box --api-url ${demo.apiUrl}`,
    ]
    const { apiUrl, dataUrl, archiveUrl, tokens } = demo
    print.result(lines, { apiUrl, dataUrl, archiveUrl, token: tokens.auditor, tokens })
    if (!signal.aborted) await once(signal, 'abort')
    await demo.close()
    return EXIT.done
  },
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE'
}
