import { problem } from '../../shared/errors.ts'
import type { CommandInput } from './command.ts'

const MOST_CHARACTERS = 10_000

/**
 * Reads a secret: from a prompt without echo on a terminal, else from standard input, never from an argument.
 * White space around it is dropped. `asked` tells the person what to type.
 */
export async function readSecret(asked: string, signal: AbortSignal): Promise<string> {
  if (!process.stdin.isTTY) return (await readAll()).trim()
  const { default: password } = await import('@inquirer/password')
  try {
    const typed = await password({ message: asked, toggleMask: false }, { output: process.stderr, signal })
    return typed.trim()
  } catch (thrown) {
    throw problem('cancelled', { what: 'the prompt', remedy: 'run the command again' }, thrown)
  }
}

/** A secret that can only come from standard input, for flags that end in `-stdin`. */
export async function readSecretFromInput(print: CommandInput['print']): Promise<string> {
  if (process.stdin.isTTY) print.note('reading from standard input; end with Ctrl-D')
  return (await readAll()).trim()
}

async function readAll(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    text += chunk
    if (text.length > MOST_CHARACTERS) break
  }
  return text
}
