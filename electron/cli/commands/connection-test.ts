import { type Command, EXIT } from '../command.ts'

/** Tries the token of a connection. */
export const connectionTest: Command = {
  name: 'connection test',
  summary: 'who a token is, what it may do, and what it will not be able to read',
  examples: ['connection test audit', 'connection test audit --json'],
  flags(parser) {
    parser.argument('<label>', 'as `connection list` shows it')
  },
  async run({ args, print, signal }) {
    const [{ tryConnection }, { openDesk }, { probeLines }] = await Promise.all([
      import('../connections.ts'),
      import('../desk.ts'),
      import('../probe-lines.ts'),
    ])
    const desk = openDesk()
    try {
      const told = await tryConnection(desk, args[0] ?? '', signal)
      print.result(told.probe ? probeLines(told.probe, print.width) : [], told)
      return EXIT.done
    } finally {
      desk.keychain.close()
    }
  },
}
