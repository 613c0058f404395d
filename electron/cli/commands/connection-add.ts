import { type Command, EXIT } from '../command.ts'
import { textFlag } from '../flags.ts'

/** Keeps a Heroku token in the keychain under a label. */
export const connectionAdd: Command = {
  name: 'connection add',
  summary: 'keep a Heroku token in the keychain under a label',
  examples: [
    'connection add audit',
    'connection add audit < token.txt',
    'connection add box --api-url http://127.0.0.1:5999',
  ],
  flags(parser) {
    parser
      .argument('<label>', 'what to call it; the token is asked for, or read from standard input')
      .option('--api-url <url>', 'Platform API, else https://api.heroku.com')
      .option('--data-url <url>', 'Data API, else the one that goes with the Platform API')
      .option('--no-test', 'do not try the token first')
  },
  async run({ args, flags, print, signal }) {
    const [{ addressesOf, addTriedConnection }, { openDesk }, { probeLines }, { readSecret }] =
      await Promise.all([
        import('../connections.ts'),
        import('../desk.ts'),
        import('../probe-lines.ts'),
        import('../secret-input.ts'),
      ])
    const addresses = addressesOf(textFlag(flags, 'apiUrl'), textFlag(flags, 'dataUrl'))
    const desk = openDesk()
    try {
      const facts = { label: args[0] ?? '', ...addresses, test: flags.test !== false }
      const told = await addTriedConnection(desk, facts, () => readSecret('Heroku token:', signal), signal)
      const lines = [
        `Added ${told.connection.label}. Its token lies in the keychain and nowhere else.`,
        ...(told.probe ? ['', ...probeLines(told.probe, print.width)] : []),
      ]
      print.result(lines, told)
      return EXIT.done
    } finally {
      desk.keychain.close()
    }
  },
}
