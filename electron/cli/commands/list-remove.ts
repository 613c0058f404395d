import { LIST_KINDS } from '../../../shared/model/records/lists.ts'
import { choiceOf } from '../choice.ts'
import { type Command, EXIT } from '../command.ts'
import { lockerFlags } from '../flags.ts'
import { withLocker } from '../open-locker.ts'

/** Takes a list away, as if nobody had given it. */
export const listRemove: Command = {
  name: 'list remove',
  summary: 'take a list away; its history stays, and `undo` brings it back',
  examples: ['list remove log-hosts --locker acme.locker'],
  flags(parser) {
    parser.argument('<kind>', 'as `list kinds` names it')
    lockerFlags(parser)
  },
  async run(input) {
    const kind = choiceOf('the kind', input.args[0] ?? '', LIST_KINDS)
    const act = await withLocker(input, (core) => core.ask('list:remove', { kind }))
    input.print.result([`${act.says}. Act ${act.act}.`], act)
    return EXIT.done
  },
}
