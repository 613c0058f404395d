import { readCalling } from './calling.ts'
import { failureOf } from './failure.ts'
import { createPrint } from './print.ts'
import { runProgram } from './program.ts'
import { watchStop } from './stop.ts'

/** Runs one command in this process, from the words typed to the exit code. Never throws. */
export async function runMain(words: readonly string[]): Promise<number> {
  endQuietlyOnClosedPipe()
  const json = words.includes('--json')
  const print = createPrint(process.stdout, process.stderr, {
    json,
    colours: !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    now: () => performance.now(),
  })
  const stop = watchStop(print.note)
  try {
    return await runProgram(words, {
      ...readCalling(process.env, process.argv[1] ?? '', process.cwd()),
      print,
      signal: stop.signal,
      help: (text) => process.stdout.write(text),
    })
  } catch (thrown) {
    const failure = failureOf(thrown)
    print.settle()
    if (json) print.result([], failure.document)
    else print.note(failure.sentence)
    return failure.exit
  } finally {
    print.settle()
    stop.end()
  }
}

/** `… | head` closes our output early: not an error of ours. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
