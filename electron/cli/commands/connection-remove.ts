import { type Command, EXIT } from '../command.ts'

/** Forgets a connection and its token. */
export const connectionRemove: Command = {
  name: 'connection remove',
  summary: 'forget a connection and take its token out of the keychain',
  examples: ['connection remove audit'],
  flags(parser) {
    parser.argument('<label>', 'as `connection list` shows it')
  },
  async run({ args: [label = ''], print }) {
    const [{ removeConnection }, { openDesk }] = await Promise.all([
      import('../../profile/connections.ts'),
      import('../desk.ts'),
    ])
    const desk = openDesk()
    try {
      const connection = await removeConnection(desk, label)
      const lines = [
        `${connection.label} is removed, and its token is out of the keychain.`,
        'Heroku still accepts the token: revoke it there with `heroku authorizations:revoke`.',
      ]
      print.result(lines, connection)
      return EXIT.done
    } finally {
      desk.keychain.close()
    }
  },
}
