import { type Command, EXIT } from '../command.ts'
import { isOn, lockerFlags, lockerPath } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { recoveryLines } from '../recovery-lines.ts'

/** Encrypts a locker anew. */
export const lockerRekey: Command = {
  name: 'locker rekey',
  summary: 'encrypt a locker anew under another key; the old recovery key ends',
  examples: ['locker rekey --locker acme.locker', 'locker rekey --locker acme.locker --json'],
  flags: lockerFlags,
  async run(input) {
    const { rekeyOpenLocker } = await import('../rekey-locker.ts')
    const { print, flags, show } = input
    // Without a keychain a crash right after the change would take the only key with it, so it is shown first.
    const before = isOn(flags, 'recoveryKeyStdin')
      ? (key: string) => print.note(`from now on the recovery key is ${key}`)
      : null
    const told = await withLocker(input, (core, key) => rekeyOpenLocker(core, key, before))
    const file = show(lockerPath(input))
    const lines = [
      `${file} is encrypted anew; the key and the recovery key from before open it no longer.`,
      'Older copies of the file, such as backups, still open with the old ones.',
      ...recoveryLines(told.recoveryKey),
    ]
    print.result(lines, told)
    return EXIT.done
  },
}
