import { problem } from '../../shared/errors.ts'
import { systemWords } from '../../shared/system-words.ts'
import { readCalling } from './calling.ts'
import { EXIT } from './command.ts'
import { failureOf } from './failure.ts'
import { createPrint } from './print.ts'
import { runProgram } from './program.ts'
import { watchStop } from './stop.ts'

/** Runs one command in this process and sets its exit code. Never throws. */
export async function runMain(words: readonly string[]): Promise<void> {
  const json = words.includes('--json')
  const print = createPrint(process.stdout, process.stderr, {
    json,
    colours: !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    now: () => performance.now(),
  })
  const settled = watchEnd()
  const stop = watchStop(print.note)
  try {
    process.exitCode = await runProgram(words, {
      ...readCalling(process.env, process.argv[1] ?? '', process.cwd()),
      print,
      signal: stop.signal,
      help: (text) => process.stdout.write(text),
    })
  } catch (thrown) {
    const failure = failureOf(thrown)
    if (json) print.result([], failure.document)
    else print.note(failure.sentence)
    process.exitCode = failure.exit
  } finally {
    // What was done all the same when somebody asked to stop is done.
    if (process.exitCode !== EXIT.done) process.exitCode = stop.code() ?? process.exitCode
    print.settle()
    stop.end()
    settled()
  }
}

/**
 * Sees that no run ends unnoticed: where nothing is left to wait for although the command has not answered, that
 * is told and counts as a failure. `… | head`, which closes our output early, is no error. Returns what to call
 * once the command has answered.
 */
function watchEnd(): () => void {
  let open = true
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    open = false
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    const path = 'the output of this command'
    const told =
      error.code === 'ENOSPC'
        ? problem('disk-full', { path })
        : problem('cannot-write', { path, why: systemWords(error) })
    process.stderr.write(`${failureOf(told).sentence}\n`)
    process.exit(EXIT.failed)
  })
  process.once('exit', () => {
    if (!open) return
    process.stderr.write(`${failureOf(new Error('the command ended without an answer')).sentence}\n`)
    process.exitCode = EXIT.failed
  })
  return () => {
    open = false
  }
}
