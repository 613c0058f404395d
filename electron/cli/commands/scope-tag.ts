import { problem } from '../../../shared/errors.ts'
import { DATA_CLASSES } from '../../../shared/model/records/data-class.ts'
import { type AppTagFields, CRITICALITIES, ENVIRONMENTS } from '../../../shared/model/records/scope.ts'
import type { Core } from '../../core/core.ts'
import { choiceOf, yesNo } from '../choice.ts'
import { type Command, EXIT, type Flags } from '../command.ts'
import { listFlag, lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'

/** Says what apps are for. */
export const scopeTag: Command = {
  name: 'scope tag',
  summary: 'say what apps are for: environment, data, owner, criticality',
  examples: [
    'scope tag shop-api shop-web --locker acme.locker --environment production --owner "Ana Silva"',
    'scope tag shop-api --locker acme.locker --data personal,cardholder --criticality high',
  ],
  flags(parser) {
    parser.argument('<app...>', 'names or ids of apps of the newest collection')
    lockerFlags(parser)
    parser
      .option('--environment <name>', ENVIRONMENTS.join(', '))
      .option('--data <classes>', `with commas between: ${DATA_CLASSES.join(', ')}`)
      .option('--owner <name>', 'the person or group that answers for it')
      .option('--criticality <name>', CRITICALITIES.join(', '))
      .option('--internal <answer>', 'reachable from its space only: yes or no')
  },
  async run(input) {
    const { args, flags, print } = input
    const set = fieldsOf(flags)
    if (Object.keys(set).length === 0)
      throw problem('wrong-use', {
        what: 'nothing is said of the apps',
        remedy: 'give --environment, --data, --owner, --criticality or --internal',
      })
    const act = await withLocker(input, async (core) => {
      const ids = await idsOf(core, args)
      return core.ask('tag:set', { tags: ids.map((app) => ({ app, set })) })
    })
    print.result([`${act.says}. Act ${act.act}.`], act)
    return EXIT.done
  },
}

function fieldsOf(flags: Flags) {
  const [environment, owner, criticality, internal] = ['environment', 'owner', 'criticality', 'internal'].map(
    (name) => textFlag(flags, name),
  )
  const data = listFlag(flags, 'data')
  const set: { -readonly [F in keyof AppTagFields]?: AppTagFields[F] } = {}
  if (environment) set.environment = choiceOf('--environment', environment, ENVIRONMENTS)
  if (data) set.dataClasses = data.map((one) => choiceOf('--data', one, DATA_CLASSES))
  if (owner) set.owner = owner
  if (criticality) set.criticality = choiceOf('--criticality', criticality, CRITICALITIES)
  if (internal) set.internal = yesNo('--internal', internal)
  return set
}

async function idsOf(core: Core, typed: readonly string[]): Promise<readonly string[]> {
  const ids = new Map<string, string>()
  for (let after: string | null = null; ; ) {
    const page: { rows: readonly { id: string; name: string }[]; next: string | null } = await core.ask(
      'tag:list',
      {
        after,
        limit: 1000,
      },
    )
    for (const { id, name } of page.rows) ids.set(name, id).set(id, id)
    after = page.next
    if (after === null) break
  }
  return typed.map((word) => {
    const id = ids.get(word)
    if (id !== undefined) return id
    throw problem('wrong-use', {
      what: `the newest collection knows no app ${word}`,
      remedy: 'see `scope tags`',
    })
  })
}
