import { ATTESTATION_KINDS } from '../../../shared/model/records/attestation.ts'
import { choiceOf } from '../choice.ts'
import { type Command, EXIT } from '../command.ts'
import { lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { table } from '../table.ts'

const ANSWER = new Map([
  [true, 'yes'],
  [false, 'no'],
])

/** The statements of people, the newest first. */
export const attestationList: Command = {
  name: 'attestation list',
  summary: 'the statements of people, the newest first, and how old each is',
  examples: [
    'attestation list --locker acme.locker',
    'attestation list --about dataclips --locker acme.locker --json',
  ],
  flags(parser) {
    lockerFlags(parser)
    parser.option('--about <kind>', 'only statements of this kind')
  },
  async run(input) {
    const typed = textFlag(input.flags, 'about')
    const about = typed === null ? null : choiceOf('--about', typed, ATTESTATION_KINDS)
    const all = await withLocker(input, (core) => core.ask('attestation:list', { about }))
    const rows = all.map(({ id, age, attestation: said }) => [
      id,
      said.about,
      said.subject ?? '',
      said.answer === null ? 'neither' : (ANSWER.get(said.answer) ?? ''),
      said.person,
      said.date,
      `${said.until} (${age})`,
    ])
    const columns = ['Id', 'About', 'Subject', 'Answer', 'Person', 'Date', 'Until'].map((title) => ({
      title,
      gives: title === 'Subject',
    }))
    input.print.result(
      rows.length === 0 ? ['Nobody has stated anything yet.'] : table(columns, rows, input.print.width),
      all,
    )
    return EXIT.done
  },
}
