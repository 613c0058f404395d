import type { InputOf } from '../../../shared/contract.ts'
import { collectionLines, collectionTable } from '../collection-lines.ts'
import { type Command, type CommandInput, EXIT, type ExitCode } from '../command.ts'
import { countOf, hoursOf, isOn, listFlag, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { planLines } from '../plan-lines.ts'
import { collectLine } from '../progress-line.ts'

/** Reads Heroku into a locker. */
export const collect: Command = {
  name: 'collect',
  summary: 'read Heroku into a locker',
  examples: [
    'collect --locker acme.locker --connection audit',
    'collect --locker acme.locker --connection audit --resume',
    'collect --locker acme.locker --connection audit --topics member-mfa,log-drains --strict',
    'collect --locker acme.locker --connection audit --tier optional',
    'collect --locker acme.locker --connection audit --dry-run',
    'collect --locker acme.locker --list',
  ],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--connection <label>', 'as whom to read; may be left out where there is only one')
      .option('--resume', 'continue the newest collection that was stopped or interrupted')
      .option('--topics <topics>', 'read only these, with commas between them')
      .option('--tier <tier>', 'how far to read: core, extended (unless told otherwise) or optional')
      .option('--concurrency <number>', 'apps read at a time', countOf('--concurrency', 1, 32))
      .option(
        '--reserve <percent>',
        'share of the account’s requests left to others',
        countOf('--reserve', 0, 90),
      )
      .option('--spread <hours>', 'spread the requests over so many hours, such as 4h')
      .option('--dry-run', 'only tell what it would take: requests by kind, and the time')
      .option('--strict', 'end with exit code 3 when something was refused or could not be read')
      .option('--list', 'only list the collections that the locker holds')
  },
  async run(input) {
    return isOn(input.flags, 'list') ? await list(input) : await read(input)
  },
}

async function list(input: CommandInput): Promise<ExitCode> {
  const held = await withLocker(input, (core) => core.ask('collection:list', {}))
  const none = ['This locker holds no collection yet.']
  input.print.result(held.length === 0 ? none : collectionTable(held, input.print.width), held)
  return EXIT.done
}

async function read(input: CommandInput): Promise<ExitCode> {
  const { flags, print, signal } = input
  const [{ asTiers, asTopics }, { connectionOf }, { openDesk }] = await Promise.all([
    import('../topics.ts'),
    import('../connections.ts'),
    import('../desk.ts'),
  ])
  const topics = listFlag(flags, 'topics')
  const tier = textFlag(flags, 'tier')
  const reserve = numberFlag(flags, 'reserve')
  const concurrency = numberFlag(flags, 'concurrency')
  const question = {
    topics: topics === null ? null : [...asTopics(topics)],
    ...(tier === null ? {} : { tiers: [...asTiers(tier)] }),
    connectionId: (await connectionOf(openDesk(), textFlag(flags, 'connection'))).id,
    spreadHours: hoursOf(textFlag(flags, 'spread')),
    ...(reserve === null ? {} : { reservePercent: reserve }),
    ...(concurrency === null ? {} : { concurrency }),
  }
  if (isOn(flags, 'dryRun')) return await plan(input, question)
  const start = performance.now()
  const resume = isOn(flags, 'resume')
  const told = await withLocker(input, (core) =>
    core.ask(
      'collection:run',
      { ...question, resume },
      {
        signal,
        onProgress: (progress) =>
          print.progress(collectLine(progress, (performance.now() - start) / 1000, print.live)),
      },
    ),
  )
  print.result(collectionLines(told, input), told)
  if (told.collection.state !== 'complete') return EXIT.failed
  return isOn(flags, 'strict') && told.notRead.length > 0 ? EXIT.incomplete : EXIT.done
}

async function plan(input: CommandInput, question: InputOf<'collection:plan'>): Promise<ExitCode> {
  const { signal } = input
  const told = await withLocker(input, (core) => core.ask('collection:plan', question, { signal }))
  input.print.result(planLines(told, input.print.width), told)
  return EXIT.done
}
