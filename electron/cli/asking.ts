import type { Command as Commander } from 'commander'
import type { InputOf, OutputOf, Question } from '../../shared/contract.ts'
import type { Act } from '../../shared/model/work.ts'
import { type Command, type CommandInput, EXIT, type ExitCode, type Flags } from './command.ts'
import { lockerFlags } from './flags.ts'
import { withLocker } from './open-locker.ts'

/** A command that asks an open locker one question and prints the answer. */
export interface Asking<Q extends Question> {
  readonly name: string
  readonly summary: string
  readonly examples: readonly string[]
  /** Declares what it takes beside the locker. */
  readonly takes?: (parser: Commander) => void
  readonly question: Q
  /** What is asked, from what was typed. Throws `wrong-use`. */
  readonly input: (given: CommandInput) => InputOf<Q> | Promise<InputOf<Q>>
  /** The answer as lines for a person; with `--json` the answer itself is printed. */
  readonly lines: (answer: OutputOf<Q>, width: number | null, flags: Flags) => readonly string[]
  readonly exit?: (answer: OutputOf<Q>) => ExitCode
}

/** Makes a command of one question. */
export function asking<Q extends Question>(about: Asking<Q>): Command {
  const { name, summary, examples } = about
  return {
    name,
    summary,
    examples,
    flags(parser) {
      about.takes?.(parser)
      lockerFlags(parser)
    },
    async run(given) {
      const asked = await about.input(given)
      const { print, signal, flags } = given
      const answer = await withLocker(given, (core) => core.ask(about.question, asked, { signal }))
      print.result(about.lines(answer, print.width, flags), answer)
      return about.exit?.(answer) ?? EXIT.done
    },
  }
}

/** What was done, and the number that takes it back. */
export const actLines = ({ says, act }: Act): readonly string[] => [`${says}. Act ${act}.`]
