import { type Command, EXIT } from '../command.ts'
import { recoveryLines } from '../recovery-lines.ts'

/** Makes a locker for one engagement. */
export const lockerNew: Command = {
  name: 'locker new',
  summary: 'make an encrypted locker for one engagement',
  examples: [
    'locker new acme.locker --organisation "Acme Ltd" --period 2026-01-01..2026-12-31',
    'locker new acme.locker --organisation "Acme Ltd" --frameworks soc2-2017,hipaa --reviewer "R. Ito"',
  ],
  flags(parser) {
    parser
      .argument('<file>', 'the file to make, such as acme.locker')
      .option('--organisation <name>', 'who is audited')
      .option(
        '--period <days>',
        'first and last day, such as 2026-01-01..2026-12-31; else the year up to today',
      )
      .option('--frameworks <ids>', 'with commas between them; else all that `frameworks` lists')
      .option('--preparer <name>', 'who prepares; else the user of this computer')
      .option('--reviewer <name>', 'who reviews')
      .option('--time-zone <name>', 'such as Europe/Berlin; else UTC')
      .option('--no-keychain', 'keep no key on this computer: the recovery key will be the only one')
  },
  async run({ args, flags, path, show, print }) {
    const [{ engagementOf }, { makeLocker }] = await Promise.all([
      import('../engagement.ts'),
      import('../make-locker.ts'),
    ])
    const engagement = engagementOf(flags, new Date())
    const made = await makeLocker(path(args[0] ?? ''), engagement, flags.keychain !== false)
    const { organisation, period } = engagement
    const where = made.keychain
      ? 'Its key lies in the keychain of this computer.'
      : 'Its key is kept nowhere: every command needs --recovery-key-stdin.'
    const lines = [
      `Made ${show(made.info.file)} for ${organisation}, ${period.start} to ${period.end}.`,
      where,
      ...recoveryLines(made.recoveryKey),
    ]
    print.result(lines, made)
    return EXIT.done
  },
}
