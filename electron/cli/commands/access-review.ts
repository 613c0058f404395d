import type { AccessReviewDetail, AccessReviewRow } from '../../../shared/contract-testing.ts'
import { problem } from '../../../shared/errors.ts'
import { ACCESS_DECISIONS } from '../../../shared/model/records/access-review.ts'
import { actLines, asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import { type Command, type CommandInput, EXIT } from '../command.ts'
import { countOf, isOn, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count } from '../progress-line.ts'
import { table } from '../table.ts'
import { said } from '../typed.ts'

const open = asking({
  name: 'access-review open',
  summary: 'begin a review of who may do what, as a collection saw it',
  examples: [
    'access-review open --title "Q4 2026" --reviewer "Ben Okafor" --due 2026-12-15 --locker acme.locker',
  ],
  takes: (parser) =>
    void parser
      .option('--title <words>', 'what it is called')
      .option('--reviewer <name>', 'who decides')
      .option('--due <day>', 'until when')
      .option('--collection <number>', 'a collection other than the newest', countOf('--collection', 1)),
  question: 'access-review:open',
  input: ({ flags }) => ({
    title: needed('--title', textFlag(flags, 'title')),
    reviewer: needed('--reviewer', textFlag(flags, 'reviewer')),
    ...said('due', textFlag(flags, 'due')),
    collectionId: numberFlag(flags, 'collection'),
  }),
  lines: ({ id, review }) => [
    `${id}: ${count(review.count)} rows of collection ${review.collectionId} to decide.`,
    `SHA-256 ${review.digest}`,
  ],
})

const list = asking({
  name: 'access-review list',
  summary: 'reviews of access and how far they are',
  examples: ['access-review list --locker acme.locker --json'],
  question: 'access-review:list',
  input: () => ({}),
  lines(all, width) {
    if (all.length === 0) return ['No review of access.']
    const rows = all.map(({ id, review, decided, revoked }) => [
      id,
      review.title,
      review.reviewer,
      `${count(decided)} of ${count(review.count)}`,
      count(revoked),
      review.completedOn ?? '',
    ])
    const columns = ['Id', 'Title', 'Reviewer', 'Decided', 'To change', 'Completed'].map((title) => ({
      title,
      gives: title === 'Title',
    }))
    return table(columns, rows, width)
  },
})

const carriedOut = ({ decision, stillThere }: AccessReviewRow) =>
  decision === null || decision.decision === 'keep' || stillThere === null ? '' : stillThere ? 'no' : 'yes'

function detailLines(told: AccessReviewDetail, width: number | null): string[] {
  const { id, review, rows, decided, samePopulation, checkedIn } = told
  const cells = rows.map((row) => [
    row.id,
    row.person,
    row.where,
    row.right,
    row.decision?.decision ?? '',
    row.decision?.by ?? '',
    carriedOut(row),
  ])
  const columns = ['Row', 'Person', 'Where', 'Right', 'Decision', 'By', 'Carried out'].map((title) => ({
    title,
    gives: ['Person', 'Where', 'Right'].includes(title),
  }))
  return [
    `${id} ${review.title}: ${count(decided)} of ${count(review.count)} decided${samePopulation ? '' : '; the population is no longer the one that was reviewed'}.`,
    checkedIn === null
      ? 'No later collection tells whether it was carried out.'
      : `Collection ${checkedIn} tells whether it was carried out.`,
    '',
    ...table(columns, cells, width),
  ]
}

const show = asking({
  name: 'access-review show',
  summary: 'the rows of a review, their decisions and whether they were carried out',
  examples: [
    'access-review show R-1 --locker acme.locker',
    'access-review show R-1 --locker acme.locker --json',
  ],
  takes: (parser) => void parser.argument('<review>', 'its id'),
  question: 'access-review:get',
  input: ({ args }) => ({ id: args[0] ?? '' }),
  lines: detailLines,
})

/** The rows that a person named by key, person or place, or all that nobody decided. */
function rowsOf(rows: readonly AccessReviewRow[], { args, flags }: CommandInput): string[] {
  const named = args.slice(2)
  const person = textFlag(flags, 'person')
  const where = textFlag(flags, 'where')
  if (named.length === 0 && person === null && where === null && !isOn(flags, 'rest'))
    throw problem('wrong-use', { what: 'no row is named', remedy: 'name rows, --person, --where, or --rest' })
  const wanted = rows.filter(
    (row) =>
      (person === null || row.person.toLowerCase() === person.toLowerCase()) &&
      (where === null || row.where === where) &&
      (!isOn(flags, 'rest') || row.decision === null),
  )
  const found = named.length > 0 ? [...named] : wanted.map(({ id }) => id)
  if (found.length > 0) return found
  throw problem('wrong-use', { what: 'no row is like that', remedy: 'see `access-review show`' })
}

const decide: Command = {
  name: 'access-review decide',
  summary: 'decide rows of a review: keep, revoke or change',
  examples: [
    'access-review decide R-1 revoke --person old@acme.example --by Ben --text "Left in May" --locker acme.locker',
    'access-review decide R-1 keep --rest --by Ben --locker acme.locker',
  ],
  flags(parser) {
    parser
      .argument('<review>', 'its id')
      .argument('<decision>', ACCESS_DECISIONS.join(', '))
      .argument('[row...]', 'rows, as `access-review show` names them')
    lockerFlags(parser)
    parser
      .option('--person <mail>', 'all rows of a person')
      .option('--where <place>', 'all rows of a place, such as "app shop-api"')
      .option('--rest', 'only rows that nobody decided')
      .option('--text <words>', 'why')
      .option('--by <name>', 'who decides')
  },
  async run(input) {
    const { args, flags, print } = input
    const decision = choiceOf('the decision', args[1] ?? '', ACCESS_DECISIONS)
    const by = needed('--by', textFlag(flags, 'by'))
    const id = args[0] ?? ''
    const act = await withLocker(input, async (core) => {
      const rows = rowsOf((await core.ask('access-review:get', { id })).rows, input)
      return core.ask('access-review:decide', { id, rows, decision, by, text: textFlag(flags, 'text') ?? '' })
    })
    print.result(actLines(act), act)
    return EXIT.done
  },
}

const complete = asking({
  name: 'access-review complete',
  summary: 'declare a review complete; every row has to be decided',
  examples: ['access-review complete R-1 --on 2026-12-15 --locker acme.locker'],
  takes: (parser) =>
    void parser.argument('<review>', 'its id').option('--on <day>', 'when; today where left out'),
  question: 'access-review:complete',
  input: ({ args, flags }) => ({
    id: args[0] ?? '',
    on: textFlag(flags, 'on') ?? new Date().toISOString().slice(0, 10),
  }),
  lines: ({ id, review, revoked }) => [
    `${id} is complete as of ${review.completedOn}: ${count(revoked)} of ${count(review.count)} to change.`,
  ],
})

/** Reviews of access. */
export const ACCESS_REVIEW: readonly Command[] = [open, list, show, decide, complete]
