import { journalWords } from '../../../shared/model/journal-words.ts'
import { type Command, EXIT } from '../command.ts'
import { countOf, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { inUtc } from '../progress-line.ts'
import { table } from '../table.ts'

/** What people and the app did in a locker. */
export const journal: Command = {
  name: 'journal',
  summary: 'who did what in a locker, hash-chained',
  examples: ['journal --locker acme.locker', 'journal --locker acme.locker --limit 20 --json'],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--limit <number>', 'at most so many entries', countOf('--limit', 1, 1000), 100)
      .option('--after <cursor>', 'the page after this one, as the last page said')
  },
  async run(input) {
    const limit = numberFlag(input.flags, 'limit') ?? 100
    const after = textFlag(input.flags, 'after')
    const page = await withLocker(input, (core) => core.ask('journal:page', { limit, after }))
    const rows = page.rows.map((entry) => {
      const { did, says } = journalWords(entry)
      return [String(entry.seq), inUtc(entry.at), entry.actor, did, entry.hash.slice(0, 8), says]
    })
    const columns = [
      { title: 'No', align: 'right' as const },
      { title: 'At (UTC)' },
      { title: 'Who', gives: true },
      { title: 'Did' },
      { title: 'Hash' },
      { title: 'What', gives: true },
    ]
    const more = page.next === null ? [] : ['', `More: --after ${page.next}`]
    input.print.result([...table(columns, rows, input.print.width), ...more], page)
    return EXIT.done
  },
}
