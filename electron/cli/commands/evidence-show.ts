import { problem } from '../../../shared/errors.ts'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import { type Command, EXIT } from '../command.ts'
import { lockerFlags } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { plain } from '../screen-text.ts'
import { facts } from '../table.ts'

/** One evidence item with its content and provenance. */
export const evidenceShow: Command = {
  name: 'evidence show',
  summary: 'one item with its content, its hash and where it was seen',
  examples: ['evidence show E-000123 --locker acme.locker', 'evidence show 123 --locker acme.locker --json'],
  flags(parser) {
    parser.argument('<number>', 'as lists show it, such as E-000123')
    lockerFlags(parser)
  },
  async run(input) {
    const id = asEvidenceId(input.args[0] ?? '')
    const told = await withLocker(input, (core) => core.ask('evidence:get', { id }))
    const { item, sightings, path } = told
    const lines = [
      ...facts([
        ['Number', evidenceNumber(item.id)],
        ['Topic', item.topic],
        ['Subject', item.subject],
        ['Key', item.subjectId],
        ['SHA-256', item.hash],
        ['Read from', path ?? 'derived by this app'],
        ...sightings.map(
          (seen) =>
            [
              'Seen',
              `${seen.capturedAt} in collection ${seen.collectionId}, request ${seen.requestId ?? 'none'}`,
            ] as const,
        ),
      ]),
      '',
      ...JSON.stringify(item.content, null, 2).split('\n').map(plainIndented),
    ]
    input.print.result(lines, told)
    return EXIT.done
  },
}

function asEvidenceId(typed: string): number {
  const digits = /^(?:E-)?0*(\d{1,12})$/i.exec(typed)?.[1]
  if (digits !== undefined && Number(digits) > 0) return Number(digits)
  throw problem('wrong-use', {
    what: `${plain(typed)} is no evidence number`,
    remedy: 'give one as lists show it, such as E-000123',
  })
}

function plainIndented(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? ''
  return indent + plain(line.slice(indent.length))
}
