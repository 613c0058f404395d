import { type Command, EXIT } from '../command.ts'
import { lockerFlags } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { count, size } from '../progress-line.ts'
import { facts } from '../table.ts'

/** What a locker is about and how much is in it. */
export const lockerInfo: Command = {
  name: 'locker info',
  summary: 'what a locker is about and how much it holds',
  examples: ['locker info --locker acme.locker', 'locker info --locker acme.locker --json'],
  flags: lockerFlags,
  async run(input) {
    const info = await withLocker(input, (core) => core.ask('locker:info', {}))
    const { engagement, counts } = info
    const lines = facts([
      ['Locker', info.file],
      ['Id', info.id],
      ['Organisation', engagement.organisation],
      ['Audit period', `${engagement.period.start} to ${engagement.period.end} (${engagement.timeZone})`],
      ['Frameworks', engagement.frameworks.join(', ')],
      ['Preparer', engagement.preparer],
      ['Reviewer', engagement.reviewer ?? 'not named'],
      ['Made', `${info.createdAt} by version ${info.createdBy}, format ${info.schemaVersion}`],
      ['Size', size(info.bytes)],
      ['Collections', count(counts.collections)],
      ['Evidence', `${count(counts.evidence)} items, seen ${count(counts.sightings)} times`],
      ['Events', count(counts.events)],
      ['Journal', `${count(counts.journal)} entries`],
    ])
    input.print.result(lines, info)
    return EXIT.done
  },
}
