import { problem } from '../../../shared/errors.ts'
import type { Core } from '../../core/core.ts'
import { actLines, asking } from '../asking.ts'
import { needed } from '../choice.ts'
import { type Command, type CommandInput, EXIT } from '../command.ts'
import { lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { table } from '../table.ts'

type Subject = { readonly subjectId: string; readonly subject: string }

const list = asking({
  name: 'exception list',
  summary: 'failures that somebody accepts for a time',
  examples: ['exception list --locker acme.locker --json'],
  question: 'exception:list',
  input: () => ({}),
  lines(accepted, width) {
    if (accepted.length === 0) return ['No exception is accepted.']
    const rows = accepted.map((one) => [one.checkId, one.subject, one.until, one.by, one.reason])
    const columns = ['Check', 'Subject', 'Until', 'By', 'Reason'].map((title) => ({
      title,
      gives: title === 'Subject' || title === 'Reason',
    }))
    return table(columns, rows, width)
  },
})

/** The failures of a check that a person named, by subject or key; without names all of them. */
async function failing(core: Core, checkId: string, named: readonly string[]): Promise<readonly Subject[]> {
  const found: Subject[] = []
  for (let after: string | null = null; ; ) {
    const page: { rows: readonly Subject[]; next: string | null } = await core.ask('check:results', {
      checkId,
      answers: ['fail'],
      after,
      limit: 1000,
    })
    found.push(...page.rows)
    after = page.next
    if (after === null) break
  }
  return chosen(found, named, `no failure of ${checkId}`, 'see `check`')
}

function chosen(found: readonly Subject[], named: readonly string[], lacks: string, remedy: string) {
  const strange = named.find((name) => !found.some((one) => is(one, name)))
  if (strange !== undefined || found.length === 0)
    throw problem('wrong-use', {
      what: strange === undefined ? `there is ${lacks}` : `there is ${lacks} about ${strange}`,
      remedy,
    })
  const wanted = named.length === 0 ? found : found.filter((one) => named.some((name) => is(one, name)))
  return wanted.map(({ subjectId, subject }) => ({ subjectId, subject }))
}

const is = ({ subject, subjectId }: Subject, name: string) => subject === name || subjectId === name

const accept: Command = {
  name: 'exception accept',
  summary: 'accept failures of a check until a day, with a reason',
  examples: [
    'exception accept NET-04 shop-api --reason "Replaced in January" --until 2027-01-31 --locker acme.locker',
    'exception accept CRT-02 --all --reason "No custom domains in use" --until 2027-01-31 --locker acme.locker',
  ],
  flags(parser) {
    parser.argument('<check>', 'id of the check').argument('[subject...]', 'names or keys of what fails')
    lockerFlags(parser)
    parser
      .option('--all', 'every failure of the check in the newest collection')
      .option('--reason <words>', 'why that is acceptable')
      .option('--until <day>', 'the last day on which it holds')
  },
  async run(input) {
    const { args, flags, print } = input
    const [checkId = '', ...named] = args
    someOrAll(input, named)
    const reason = needed('--reason', textFlag(flags, 'reason'))
    const until = needed('--until', textFlag(flags, 'until'))
    const act = await withLocker(input, async (core) =>
      core.ask('exception:accept', {
        checkId,
        reason,
        until,
        subjects: [...(await failing(core, checkId, named))],
      }),
    )
    print.result(actLines(act), act)
    return EXIT.done
  },
}

function someOrAll({ flags }: CommandInput, named: readonly string[]): void {
  if (named.length > 0 || flags.all === true) return
  throw problem('wrong-use', { what: 'no subject is named', remedy: 'name subjects, or give --all' })
}

const withdraw: Command = {
  name: 'exception withdraw',
  summary: 'take an acceptance back before its last day',
  examples: ['exception withdraw NET-04 shop-api --locker acme.locker'],
  flags(parser) {
    parser.argument('<check>', 'id of the check').argument('[subject...]', 'names or keys')
    lockerFlags(parser)
    parser.option('--all', 'every acceptance of the check')
  },
  async run(input) {
    const [checkId = '', ...named] = input.args
    someOrAll(input, named)
    const act = await withLocker(input, async (core) => {
      const accepted = (await core.ask('exception:list', {})).filter((one) => one.checkId === checkId)
      const subjects = chosen(accepted, named, `no accepted exception of ${checkId}`, 'see `exception list`')
      return core.ask('exception:withdraw', { checkId, subjects })
    })
    input.print.result(actLines(act), act)
    return EXIT.done
  },
}

/** Failures that are accepted for a time. */
export const EXCEPTION: readonly Command[] = [list, accept, withdraw]
