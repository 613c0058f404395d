import { type Command, EXIT } from '../command.ts'
import { countOf, isOn, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { table } from '../table.ts'

/** The apps with what people said of them, page by page. */
export const scopeTags: Command = {
  name: 'scope tags',
  summary: 'the apps with their tags: environment, data, owner',
  examples: ['scope tags --locker acme.locker', 'scope tags --locker acme.locker --incomplete --json'],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--incomplete', 'only apps that lack a data class, an environment or an owner')
      .option('--search <words>', 'only apps with these words')
      .option('--limit <number>', 'at most so many apps', countOf('--limit', 1, 1000), 100)
      .option('--after <cursor>', 'the page after this one, as the last page said')
  },
  async run(input) {
    const { flags, print } = input
    const question = {
      search: textFlag(flags, 'search') ?? '',
      incomplete: isOn(flags, 'incomplete'),
      after: textFlag(flags, 'after'),
      limit: numberFlag(flags, 'limit') ?? 100,
    }
    const page = await withLocker(input, (core) => core.ask('tag:list', question))
    const rows = page.rows.map(({ name, team, tag, stages, inScope }) => [
      name,
      team ?? 'personal',
      tag?.environment ?? (stages.length > 0 ? `(${stages.join(', ')})` : ''),
      tag?.dataClasses?.join('; ') ?? '',
      tag?.owner ?? '',
      inScope ? '' : 'left out',
    ])
    const columns = [
      { title: 'App', gives: true },
      { title: 'Team', gives: true },
      { title: 'Environment' },
      { title: 'Data', gives: true },
      { title: 'Owner', gives: true },
      { title: 'Scope' },
    ]
    const more = page.next === null ? [] : ['', `More: --after ${page.next}`]
    print.result(rows.length === 0 ? ['No such app.'] : [...table(columns, rows, print.width), ...more], page)
    return EXIT.done
  },
}
