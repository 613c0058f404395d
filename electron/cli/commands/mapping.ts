import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import { DECISIONS, type Mapping } from '../../../shared/model/work.ts'
import type { Core } from '../../core/core.ts'
import { actLines, asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import { type Command, type CommandInput, EXIT } from '../command.ts'
import { isOn, listFlag, lockerFlags, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count } from '../progress-line.ts'
import { table } from '../table.ts'
import { asTopics } from '../topics.ts'
import { asFramework, asNumber } from '../typed.ts'

/** Mappings narrowed as the flags of `mapping list` and `mapping decide` say. */
function narrowed(all: readonly Mapping[], { flags }: Pick<CommandInput, 'flags'>): readonly Mapping[] {
  const controls = listFlag(flags, 'controls')
  const named = listFlag(flags, 'topics')
  const topics = named && asTopics(named)
  const decided = textFlag(flags, 'decided')
  return all.filter(
    (one) =>
      (controls === null || controls.includes(one.control)) &&
      (topics === null || topics.includes(one.topic)) &&
      (decided === null || one.decision === decided),
  )
}

const list: Command = {
  name: 'mapping list',
  summary: 'what speaks to the controls of a framework, with what people decided',
  examples: [
    'mapping list soc2-2017 --locker acme.locker',
    'mapping list soc2-2017 --controls CC6.1,CC6.2 --decided suggested --locker acme.locker --json',
  ],
  flags(parser) {
    parser.argument('<framework>', 'its id, as `frameworks` tells')
    lockerFlags(parser)
    parser
      .option('--controls <list>', 'only these controls, with commas between')
      .option('--topics <list>', 'only these topics, with commas between')
      .option('--decided <word>', `only what is ${DECISIONS.join(', ')}`)
  },
  async run(input) {
    const framework = asFramework(input.args[0] ?? '')
    const all = await withLocker(input, (core) => core.ask('mapping:list', { framework }))
    const shown = narrowed(all, input)
    const rows = shown.map(({ control, topic, subjectId, decision, by, rationale }) => [
      control,
      subjectId === null ? topic : `${topic} ${subjectId}`,
      decision,
      by ?? '',
      rationale,
    ])
    const columns = ['Control', 'Topic', 'Decision', 'By', 'Why'].map((title) => ({
      title,
      gives: title === 'Why' || title === 'Topic',
    }))
    const lines = rows.length === 0 ? ['No such mapping.'] : table(columns, rows, input.print.width)
    input.print.result(lines, shown)
    return EXIT.done
  },
}

const decide: Command = {
  name: 'mapping decide',
  summary: 'confirm, reject or add mappings, one or many in one act',
  examples: [
    'mapping decide soc2-2017 confirmed --controls CC6.1 --why "Read with the client" --locker acme.locker',
    'mapping decide soc2-2017 added --controls CC9.2 --topics addons --why "Vendors" --locker acme.locker',
    'mapping decide hipaa confirmed --all --locker acme.locker',
  ],
  flags(parser) {
    parser.argument('<framework>', 'its id').argument('<decision>', DECISIONS.join(', '))
    lockerFlags(parser)
    parser
      .option('--controls <list>', 'of these controls, with commas between')
      .option('--topics <list>', 'of these topics, with commas between')
      .option('--subject <key>', 'of one item of the topic only')
      .option('--decided <word>', `of those that are ${DECISIONS.join(', ')}`)
      .option('--all', 'of every mapping of the framework')
      .option('--why <words>', 'the rationale')
  },
  async run(input) {
    const framework = asFramework(input.args[0] ?? '')
    const decision = choiceOf('the decision', input.args[1] ?? '', DECISIONS)
    const rationale = textFlag(input.flags, 'why') ?? ''
    const act = await withLocker(input, async (core) =>
      core.ask('mapping:decide', {
        keys: await keysOf(core, framework, decision, input),
        decision,
        rationale,
      }),
    )
    input.print.result(actLines(act), act)
    return EXIT.done
  },
}

async function keysOf(core: Core, framework: FrameworkId, decision: string, input: CommandInput) {
  const { flags } = input
  const subjectId = textFlag(flags, 'subject')
  if (decision === 'added' || subjectId !== null) {
    const controls = needed('--controls', textFlag(flags, 'controls')).split(',')
    const topics = asTopics(needed('--topics', textFlag(flags, 'topics')).split(','))
    return controls.flatMap((control) =>
      topics.map((topic) => ({ framework, control: control.trim(), topic, subjectId })),
    )
  }
  const chosen = ['controls', 'topics', 'decided'].some((name) => textFlag(flags, name) !== null)
  if (!chosen && !isOn(flags, 'all'))
    throw problem('wrong-use', {
      what: 'no mapping is named',
      remedy: 'narrow with --controls, --topics or --decided, or give --all',
    })
  const found = narrowed(await core.ask('mapping:list', { framework }), input)
  if (found.length === 0)
    throw problem('wrong-use', {
      what: 'no mapping is like that',
      remedy: 'see `mapping list`, or add one with the decision added',
    })
  return found.map(({ control, topic, subjectId: subject }) => ({
    framework,
    control,
    topic,
    subjectId: subject,
  }))
}

const undo = asking({
  name: 'mapping undo',
  summary: 'take back an act on mappings',
  examples: ['mapping undo 12 --locker acme.locker'],
  takes: (parser) => void parser.argument('<act>', 'its number, as the command that did it told'),
  question: 'mapping:undo',
  input: ({ args }) => ({ act: asNumber('act', args[0] ?? '') }),
  lines: actLines,
})

const carry = asking({
  name: 'mapping carry',
  summary: 'carry decisions from one version of a framework to the next, as one act',
  examples: ['mapping carry csa-ccm-4.0.13 csa-ccm-4.1.0 --locker acme.locker'],
  takes: (parser) =>
    void parser.argument('<from>', 'the older version').argument('<to>', 'the newer version'),
  question: 'mapping:carry',
  input: ({ args }) => ({ from: asFramework(args[0] ?? ''), to: asFramework(args[1] ?? '') }),
  lines: actLines,
})

const updates: Command = {
  name: 'mapping updates',
  summary: 'shipped suggestions that changed since somebody looked; decisions stay as they are',
  examples: ['mapping updates --locker acme.locker', 'mapping updates --seen --locker acme.locker'],
  flags(parser) {
    lockerFlags(parser)
    parser.option('--seen', 'note that they were looked at')
  },
  async run(input) {
    const { print, flags } = input
    const { changes, act } = await withLocker(input, async (core) => ({
      changes: await core.ask('mapping:updates', {}),
      act: isOn(flags, 'seen') ? await core.ask('mapping:updates-seen', {}) : null,
    }))
    const rows = changes.map((one) => [one.change, one.framework, one.control, one.topic, one.rationale])
    const columns = ['Change', 'Framework', 'Control', 'Topic', 'Why'].map((title) => ({
      title,
      gives: title === 'Why',
    }))
    const told = rows.length === 0 ? [] : ['', ...table(columns, rows, print.width)]
    const seen = act === null ? [] : actLines(act)
    print.result([`${count(rows.length)} suggestions changed.`, ...told, ...seen], { changes, act })
    return EXIT.done
  },
}

/** What speaks to which control. */
export const MAPPING: readonly Command[] = [list, decide, undo, carry, updates]
