import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Runs `locker-writer.ts` in a process of its own, waits for it to have the locker open, lets `meanwhile` happen,
 * kills it without warning and answers the lines that it told.
 */
export async function killedAfter(
  words: readonly string[],
  meanwhile: (told: readonly string[]) => Promise<unknown> | unknown,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'locker-writer.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told: string[] = []
  let rest = ''
  await new Promise<void>((open, failed) => {
    child.stdout.on('data', (bytes) => {
      const lines = (rest + bytes).split('\n')
      rest = lines.pop() ?? ''
      told.push(...lines)
      open()
    })
    child.on('exit', () => failed(new Error('the process ended before it was killed')))
    child.on('error', failed)
  })
  const gone = new Promise((resolve) => child.on('close', resolve))
  try {
    await meanwhile(told)
  } finally {
    child.kill('SIGKILL')
    await gone
  }
  return told
}
