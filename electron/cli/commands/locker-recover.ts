import { type Command, EXIT } from '../command.ts'
import { lockerPath } from '../flags.ts'

/** Opens a locker with its recovery key and keeps the key on this computer. */
export const lockerRecover: Command = {
  name: 'locker recover',
  summary: 'open a locker with its recovery key and keep the key in this keychain',
  examples: ['locker recover --locker acme.locker', 'locker recover --locker acme.locker < recovery-key.txt'],
  flags(parser) {
    parser.option('--locker <file>', 'the locker to work with')
  },
  async run(input) {
    const { show, print, signal } = input
    const { readSecret } = await import('../secret-input.ts')
    const { recoverLocker } = await import('../recover-locker.ts')
    const file = lockerPath(input)
    const info = await recoverLocker(file, () => readSecret('Recovery key:', signal))
    print.result([`${show(file)} opens, and its key lies in the keychain of this computer now.`], info)
    return EXIT.done
  },
}
