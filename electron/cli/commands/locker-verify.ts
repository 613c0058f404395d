import { type Command, EXIT } from '../command.ts'
import { lockerFlags } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count, duration, stepLine } from '../progress-line.ts'

/** Recomputes every hash and chain of a locker. */
export const lockerVerify: Command = {
  name: 'locker verify',
  summary: 'recompute every hash and chain, and name the first broken entry',
  examples: ['locker verify --locker acme.locker', 'locker verify --locker acme.locker --json'],
  flags: lockerFlags,
  async run(input) {
    const { print, signal } = input
    const told = await withLocker(input, (core) =>
      core.ask(
        'locker:verify',
        {},
        {
          signal,
          onProgress: ({ done, of }) => print.progress(stepLine('verifying', done, of, print.live)),
        },
      ),
    )
    const { checked, firstBroken } = told
    const sum = `${count(checked.evidence)} evidence items, ${count(checked.sightings)} sightings, ${count(checked.events)} events and ${count(checked.journal)} journal entries`
    const lines =
      firstBroken === null
        ? [
            `Intact: ${sum} were recomputed and match (${duration(told.milliseconds / 1000)}).`,
            `Head of the journal: ${told.head}`,
          ]
        : [`Broken: ${firstBroken.kind} ${firstBroken.entry}: ${firstBroken.what}.`, `Looked at ${sum}.`]
    print.result(lines, told)
    return told.intact ? EXIT.done : EXIT.failed
  },
}
