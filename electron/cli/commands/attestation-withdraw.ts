import { type Command, EXIT } from '../command.ts'
import { lockerFlags } from '../flags.ts'
import { withLocker } from '../open-locker.ts'

/** Takes a statement away. */
export const attestationWithdraw: Command = {
  name: 'attestation withdraw',
  summary: 'withdraw a statement; that it was made stays in the journal',
  examples: ['attestation withdraw 0b9c… --locker acme.locker'],
  flags(parser) {
    parser.argument('<id>', 'as `attestation list` shows it')
    lockerFlags(parser)
  },
  async run(input) {
    const act = await withLocker(input, (core) =>
      core.ask('attestation:withdraw', { id: input.args[0] ?? '' }),
    )
    input.print.result([`${act.says}. Act ${act.act}.`], act)
    return EXIT.done
  },
}
