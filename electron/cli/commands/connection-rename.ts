import { type Command, EXIT } from '../command.ts'

/** Gives a connection another label. */
export const connectionRename: Command = {
  name: 'connection rename',
  summary: 'give a connection another label',
  examples: ['connection rename audit audit-2026'],
  flags(parser) {
    parser
      .argument('<label>', 'as `connection list` shows it')
      .argument('<new-label>', 'what to call it from now on')
  },
  async run({ args: [label = '', next = ''], print }) {
    const [{ renameConnection }, { openDesk }] = await Promise.all([
      import('../../profile/connections.ts'),
      import('../desk.ts'),
    ])
    const connection = await renameConnection(openDesk(), label, next)
    print.result([`${label} is called ${connection.label} now.`], connection)
    return EXIT.done
  },
}
