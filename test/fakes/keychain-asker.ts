import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openKeychain } from '../../electron/keychain/keychain.ts'
import { isProblem } from '../../shared/errors.ts'

/**
 * Asks the real keychain of the session it runs in, one question per word (`check`, `set:account:secret`,
 * `read:account`, `has:account`, `forget:account`, `all`, `in-files:text`), and prints one line of JSON each.
 */
const [timeoutMs = '', ...words] = process.argv.slice(2)
const keychain = openKeychain({ timeoutMs: Number(timeoutMs) })

/** Whether any file of this session's home holds a text. */
function inFiles(text: string): boolean {
  const entries = readdirSync(process.env.HOME ?? '', { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text))
}

async function all(): Promise<readonly string[]> {
  const { default: keytar } = await import('keytar')
  return (await keytar.findCredentials('Evidence Locker')).map(({ account }) => account)
}

async function answer(word: string): Promise<unknown> {
  const [verb, account = '', secret = ''] = word.split(':')
  if (verb === 'set') await keychain.set(account, secret)
  if (verb === 'read') return keychain.read(account)
  if (verb === 'has') return keychain.has(account)
  if (verb === 'forget') return keychain.forget(account)
  if (verb === 'check') await keychain.check()
  if (verb === 'all') return all()
  if (verb === 'in-files') return inFiles(account)
  return 'done'
}

for (const word of words) {
  const told = await answer(word).catch((error) => (isProblem(error) ? error.kind : String(error)))
  process.stdout.write(`${JSON.stringify(told)}\n`)
}
