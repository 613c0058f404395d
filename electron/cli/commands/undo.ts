import { problem } from '../../../shared/errors.ts'
import { type Command, EXIT } from '../command.ts'
import { lockerFlags } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { plain } from '../screen-text.ts'

/** Takes back what somebody told a locker. */
export const undo: Command = {
  name: 'undo',
  summary: 'take back an act about scope, tags, lists, statements and other records',
  examples: ['undo 12 --locker acme.locker'],
  flags(parser) {
    parser.argument('<act>', 'its number, as the command that did it told')
    lockerFlags(parser)
  },
  async run(input) {
    const typed = input.args[0] ?? ''
    if (!/^[1-9]\d{0,11}$/.test(typed))
      throw problem('wrong-use', {
        what: `${plain(typed)} is no number of an act`,
        remedy: 'give one, such as 12',
      })
    const act = await withLocker(input, (core) => core.ask('record:undo', { act: Number(typed) }))
    input.print.result([`${act.says}. Act ${act.act}.`], act)
    return EXIT.done
  },
}
