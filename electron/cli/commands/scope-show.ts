import type { ScopeChoice } from '../../../shared/contract-scope.ts'
import { type Command, EXIT } from '../command.ts'
import { countOf, lockerFlags, numberFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count } from '../progress-line.ts'
import { facts, table } from '../table.ts'

/** What the engagement looks at, and what there is to choose from. */
export const scopeShow: Command = {
  name: 'scope show',
  summary: 'what the engagement looks at: teams, spaces and apps',
  examples: ['scope show --locker acme.locker', 'scope show --locker acme.locker --json'],
  flags(parser) {
    lockerFlags(parser)
    parser.option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1))
  },
  async run(input) {
    const collectionId = numberFlag(input.flags, 'collection')
    const state = await withLocker(input, (core) => core.ask('scope:get', { collectionId }))
    const { scope, said, apps, teams, spaces } = state
    const rows = (of: string, choices: readonly ScopeChoice[]) =>
      choices.map(({ name, apps: has, inScope }) => [of, name, count(has), inScope ? 'in scope' : 'left out'])
    const columns = [
      { title: 'What' },
      { title: 'Name', gives: true },
      { title: 'Apps', align: 'right' as const },
      { title: 'Scope' },
    ]
    const lines = [
      ...facts([
        [
          'Said',
          said ? `by ${said.by} at ${said.at} (act ${said.act})` : 'nothing yet: everything is in scope',
        ],
        ['Reason', scope.reason || 'none given'],
        [
          'Apps',
          `${count(apps.seen)} seen, ${count(apps.inScope)} in scope, ${count(apps.tagged)} fully tagged`,
        ],
      ]),
      '',
      ...table(columns, [...rows('team', teams), ...rows('space', spaces)], input.print.width),
    ]
    input.print.result(lines, state)
    return EXIT.done
  },
}
