import { type Command, EXIT } from '../command.ts'
import { lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { table } from '../table.ts'

/** What no API tells and a person can state. */
export const attestationKinds: Command = {
  name: 'attestation kinds',
  summary: 'what no API tells and a person can state and, with a locker, how old each statement is',
  examples: ['attestation kinds', 'attestation kinds --locker acme.locker', 'attestation kinds --json'],
  flags(parser) {
    lockerFlags(parser)
  },
  async run(input) {
    const { print, flags } = input
    const { ATTESTATION_KINDS, attestationOf } = await import('../../../shared/model/records/attestation.ts')
    const infos =
      textFlag(flags, 'locker') === null
        ? ATTESTATION_KINDS.map((kind) => ({ ...attestationOf(kind), kind, age: null, until: null }))
        : await withLocker(input, (core) => core.ask('attestation:kinds', {}))
    const rows = infos.map(({ kind, age, until, question }) => [
      kind,
      age === null ? '–' : `${age}, ${until}`,
      question,
    ])
    const columns = [{ title: 'Kind' }, { title: 'Stated' }, { title: 'Question', gives: true }]
    print.result(table(columns, rows, print.width), infos)
    return EXIT.done
  },
}
