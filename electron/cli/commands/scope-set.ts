import { problem } from '../../../shared/errors.ts'
import type { Scope } from '../../../shared/model/records/scope.ts'
import { type Command, EXIT } from '../command.ts'
import { isOn, listFlag, lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** Narrows the engagement, or widens it to everything again. */
export const scopeSet: Command = {
  name: 'scope set',
  summary: 'narrow the engagement to teams, spaces or apps; what is not named stays open',
  examples: [
    'scope set --locker acme.locker --teams acme-core,acme-data --reason "the others hold no customer data"',
    'scope set --locker acme.locker --everything',
  ],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--teams <names>', 'only these teams, with commas between')
      .option('--spaces <names>', 'only these spaces; apps in no space stay in')
      .option('--apps <names>', 'only these apps')
      .option('--reason <words>', 'why the rest is left out')
      .option('--everything', 'narrow to nothing')
  },
  async run(input) {
    const { flags, print } = input
    const act = await withLocker(input, async (core) => {
      const known = await core.ask('scope:get', {})
      const apps: Named[] = []
      for (let after: string | null = null; listFlag(flags, 'apps') !== null; ) {
        const page: { rows: readonly Named[]; next: string | null } = await core.ask('tag:list', {
          after,
          limit: 1000,
        })
        apps.push(...page.rows)
        after = page.next
        if (after === null) break
      }
      const scope: Scope = {
        teams: chosen('team', listFlag(flags, 'teams'), known.teams),
        spaces: chosen('space', listFlag(flags, 'spaces'), known.spaces),
        apps: chosen('app', listFlag(flags, 'apps'), apps),
        reason: textFlag(flags, 'reason') ?? '',
      }
      const narrowed = scope.teams ?? scope.spaces ?? scope.apps
      if (narrowed === null && !isOn(flags, 'everything'))
        throw problem('wrong-use', {
          what: 'nothing was named',
          remedy: 'name teams, spaces or apps, or give --everything',
        })
      return core.ask('scope:set', scope)
    })
    print.result([`${act.says}. Act ${act.act}.`], act)
    return EXIT.done
  },
}

function chosen(what: string, names: readonly string[] | null, known: readonly Named[]): Named[] | null {
  if (names === null) return null
  return names.map((typed) => {
    const found = known.find(({ id, name }) => id === typed || name === typed)
    if (found) return { id: found.id, name: found.name }
    throw problem('wrong-use', {
      what: `the newest collection knows no ${what} ${typed}`,
      remedy: 'see `scope show`',
    })
  })
}
