import { problem } from '../../../shared/errors.ts'
import { SEVERITIES } from '../../../shared/model/check.ts'
import { FINDING_STATES, Finding } from '../../../shared/model/records/finding.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import { asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import { type Command, type CommandInput, EXIT } from '../command.ts'
import { listFlag, lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { table } from '../table.ts'
import { asControl, fitting } from '../typed.ts'

const list = asking({
  name: 'finding list',
  summary: 'findings with severity, owner, due date and state',
  examples: ['finding list --locker acme.locker', 'finding list --locker acme.locker --json'],
  question: 'finding:list',
  input: () => ({}),
  lines: findingLines,
})

function findingLines(found: readonly RecordItem<'finding'>[], width: number | null): string[] {
  if (found.length === 0) return ['No findings.']
  const rows = found.map(({ key, content: one }) => [
    key,
    one.severity,
    one.state,
    one.due ?? '',
    one.owner,
    one.title,
  ])
  const columns = ['Id', 'Severity', 'State', 'Due', 'Owner', 'Title'].map((title) => ({
    title,
    gives: title === 'Title' || title === 'Owner',
  }))
  return table(columns, rows, width)
}

/** Writes a finding, or changes what is said of one. */
const set: Command = {
  name: 'finding set',
  summary: 'write a finding, or change one: severity, owner, due date, response, state',
  examples: [
    'finding set --title "Shared deploy key" --severity high --by Ana --check TOK-04 --locker acme.locker',
    'finding set F-1 --state answered --response "Replaced by 1 December" --locker acme.locker',
  ],
  flags(parser) {
    parser.argument('[finding]', 'its id, to change one')
    lockerFlags(parser)
    parser
      .option('--title <words>', 'what is wrong, in a line')
      .option('--text <words>', 'in detail')
      .option('--severity <word>', SEVERITIES.join(', '))
      .option('--controls <list>', 'with commas between, such as soc2-2017:CC6.1')
      .option('--check <id>', 'the check that found it')
      .option('--owner <name>', 'who sees to it')
      .option('--due <day>', 'until when')
      .option('--state <word>', FINDING_STATES.join(', '))
      .option('--response <words>', 'what management says')
      .option('--resolution <words>', 'why it is resolved')
      .option('--by <name>', 'who raises it')
  },
  async run(input) {
    const id = input.args[0] ?? null
    const changes = changesOf(input)
    if (id === null) needed('--title', textFlag(input.flags, 'title'))
    const kept = await withLocker(input, async (core) => {
      const all = id === null ? [] : await core.ask('finding:list', {})
      const before = all.find(({ key }) => key === id)?.content
      const what = { severity: 'medium', raisedBy: '', ...before, ...changes }
      if (id !== null && !before)
        throw problem('wrong-use', { what: `there is no finding ${id}`, remedy: 'see `finding list`' })
      return core.ask('finding:set', { id, finding: fitting(Finding, 'the finding', what) })
    })
    input.print.result([`${kept.key}: ${kept.content.title} (${kept.content.state}). Act ${kept.act}.`], kept)
    return EXIT.done
  },
}

function changesOf({ flags }: CommandInput): Readonly<Record<string, unknown>> {
  const given = (name: string, field = name) => {
    const value = textFlag(flags, name)
    return value === null ? {} : { [field]: value }
  }
  const severity = textFlag(flags, 'severity')
  const state = textFlag(flags, 'state')
  const controls = listFlag(flags, 'controls')
  return {
    ...given('title'),
    ...given('text'),
    ...given('owner'),
    ...given('due'),
    ...given('response'),
    ...given('resolution'),
    ...given('check', 'checkId'),
    ...given('by', 'raisedBy'),
    ...(severity === null ? {} : { severity: choiceOf('--severity', severity, SEVERITIES) }),
    ...(state === null ? {} : { state: choiceOf('--state', state, FINDING_STATES) }),
    ...(controls === null ? {} : { controls: controls.map(asControl) }),
  }
}

/** Findings of people. */
export const FINDING: readonly Command[] = [list, set]
