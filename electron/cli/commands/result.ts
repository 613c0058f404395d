import { problem } from '../../../shared/errors.ts'
import { ANSWERS, type CheckInfo, type CheckResult, SEVERITIES } from '../../../shared/model/check.ts'
import { PERIOD_STANDINGS } from '../../../shared/model/check-period.ts'
import type { Page } from '../../../shared/model/page.ts'
import { suppliesFor } from '../../../shared/model/supply.ts'
import { asking } from '../asking.ts'
import { choiceOf } from '../choice.ts'
import { type Command, EXIT, type Flags } from '../command.ts'
import { countOf, listFlag, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count } from '../progress-line.ts'
import { plain, wrap } from '../screen-text.ts'
import { commandFor } from '../supply-lines.ts'
import { table } from '../table.ts'

const MOST = 1000

const wordsOf = <W extends string>(flags: Flags, name: string, words: readonly W[]) =>
  listFlag(flags, name)?.map((typed) => choiceOf(`--${name}`, typed, words)) ?? null

interface Listed extends CheckResult {
  /** For what could not be evaluated: what to supply, and with which command. */
  readonly supply?: readonly { readonly says: string; readonly command: string }[]
}

function withSupply(result: CheckResult, infos: ReadonlyMap<string, CheckInfo>): Listed {
  const info = infos.get(result.checkId)
  if (result.answer !== 'not-evaluated' || !info) return result
  const subject = result.subjectId === '*' ? null : result.subject
  const supply = suppliesFor(info, result.reason).map((one) => ({
    says: one.says,
    command: commandFor(one, subject),
  }))
  return { ...result, supply }
}

function linesOf(results: readonly Listed[], width: number | null): readonly string[] {
  const room = (width ?? 100) - 4
  const below = (text: string) => wrap(plain(text), room).map((line) => `    ${line}`)
  return results.flatMap(({ checkId, severity, answer, subject, reason, supply = [] }) => [
    `${checkId}  ${answer}  ${severity}  ${plain(subject)}`,
    ...below(reason),
    ...supply.flatMap(({ says, command }) => below(`${says} ${command}`)),
  ])
}

const list: Command = {
  name: 'result list',
  summary: 'answers of the checks, each with its reason and, where there is none, what to supply',
  examples: [
    'result list --answer not-evaluated --locker acme.locker',
    'result list --check IDN-01,ACC-02 --answer fail --severity critical,high --locker acme.locker --json',
  ],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--check <list>', 'only these checks, with commas between')
      .option('--answer <list>', `only ${ANSWERS.join(', ')}`)
      .option('--severity <list>', `only ${SEVERITIES.join(', ')}`)
      .option('--search <words>', 'only where the subject or the reason holds them')
      .option('--limit <number>', 'list so many', countOf('--limit', 1, 1_000_000), 100)
      .option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1))
  },
  async run(input) {
    const { flags, print } = input
    const limit = numberFlag(flags, 'limit') ?? 100
    const checks = listFlag(flags, 'check')?.map((id) => id.toUpperCase()) ?? [null]
    const narrowed = {
      collectionId: numberFlag(flags, 'collection'),
      answers: wordsOf(flags, 'answer', ANSWERS),
      severities: wordsOf(flags, 'severity', SEVERITIES),
      search: textFlag(flags, 'search'),
    }
    const found = await withLocker(input, async (core) => {
      const infos = new Map((await core.ask('check:list', {})).map((info) => [info.id, info]))
      for (const id of checks)
        if (id !== null && !infos.has(id))
          throw problem('wrong-use', { what: `there is no check ${id}`, remedy: 'see `checks`' })
      const results: Listed[] = []
      for (const checkId of checks)
        for (let after: string | null = null; results.length < limit; ) {
          const wanted = Math.min(MOST, limit - results.length)
          const page: Page<CheckResult> = await core.ask('check:results', {
            ...narrowed,
            checkId,
            after,
            limit: wanted,
          })
          results.push(...page.rows.map((row) => withSupply(row, infos)))
          after = page.next
          if (after === null) break
        }
      return results
    })
    const more = found.length < limit ? [] : ['', `These are the first ${count(limit)}; --limit shows more.`]
    print.result(found.length === 0 ? ['No such result.'] : [...linesOf(found, print.width), ...more], found)
    return EXIT.done
  },
}

const history = asking({
  name: 'result history',
  summary: 'what a check answered about a subject, collection by collection',
  examples: ['result history PLT-01 6f1c2a --locker acme.locker'],
  takes: (parser) =>
    void parser
      .argument('<check>', 'its id, such as IDN-01')
      .argument('<subject>', 'its key, as `result list --json` names it (subjectId)'),
  question: 'check:history',
  input: ({ args }) => ({ checkId: (args[0] ?? '').toUpperCase(), subjectId: args[1] ?? '' }),
  lines(all, width) {
    const seen = all.find(({ answer }) => answer === 'fail')
    const rows = all.map((one) => [
      String(one.collectionId),
      one.at.slice(0, 16),
      one.answer ?? 'no answer',
      one.reason ?? '',
    ])
    const columns = ['Collection', 'At', 'Answer', 'Reason'].map((title) => ({
      title,
      gives: title === 'Reason',
    }))
    const first = seen
      ? `First seen failing in collection ${seen.collectionId}, ${seen.at.slice(0, 10)}.`
      : 'Never seen failing.'
    return all.length === 0 ? ['No collection was judged yet.'] : [first, '', ...table(columns, rows, width)]
  },
})

const period = asking({
  name: 'result period',
  summary: 'how each check stood over the audit period: operated, exceptions, or not shown',
  examples: [
    'result period --locker acme.locker',
    'result period --stands exceptions,not-shown --locker acme.locker --json',
  ],
  takes: (parser) =>
    void parser.option('--stands <list>', `print only ${PERIOD_STANDINGS.join(', ')}; --json holds all`),
  question: 'check:period',
  input: ({ flags }) => {
    wordsOf(flags, 'stands', PERIOD_STANDINGS)
    return {}
  },
  lines({ period: { start, end }, collections, longestGapDays, checks }, width, flags) {
    const wanted = wordsOf(flags, 'stands', PERIOD_STANDINGS)
    const rows = checks
      .filter(({ stands }) => wanted?.includes(stands) ?? true)
      .map((one) => [one.checkId, one.severity, one.stands, one.says])
    const columns = ['Check', 'Severity', 'Stands', 'Why'].map((title) => ({ title, gives: title === 'Why' }))
    return [
      `${count(collections.length)} judged collections in the audit period ${start} to ${end}; longest time without one: ${count(longestGapDays)} days.`,
      ...(rows.length === 0 ? [] : ['', ...table(columns, rows, width)]),
    ]
  },
})

/** What the checks answered: one by one, over the collections, over the audit period. */
export const RESULT: readonly Command[] = [list, history, period]
