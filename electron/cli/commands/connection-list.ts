import { type Command, EXIT } from '../command.ts'
import { inUtc } from '../progress-line.ts'
import { table } from '../table.ts'

/** The connections of this computer. */
export const connectionList: Command = {
  name: 'connection list',
  summary: 'the connections that this computer knows',
  examples: ['connection list', 'connection list --json'],
  flags() {},
  async run({ print, call }) {
    const [{ listConnections }, { openDesk }] = await Promise.all([
      import('../../profile/connections.ts'),
      import('../desk.ts'),
    ])
    const known = await listConnections(openDesk())
    const rows = known.map(({ label, account, apiUrl, addedAt }) => [
      label,
      account ?? 'not tried yet',
      apiUrl,
      inUtc(addedAt),
    ])
    const columns = [
      { title: 'Label' },
      { title: 'Account', gives: true },
      { title: 'API', gives: true },
      { title: 'Added (UTC)' },
    ]
    const none = [`There is no connection yet: ${call} connection add audit`]
    print.result(known.length === 0 ? none : table(columns, rows, print.width), known)
    return EXIT.done
  },
}
