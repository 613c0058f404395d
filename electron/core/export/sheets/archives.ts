import type { Cell, Sheet } from '../sheet.ts'
import type { WorkbookSource } from '../workbook-source.ts'
import { instant, number, prose, tally, text } from './column.ts'
import { SHEET } from './names.ts'
import { counted } from './words.ts'

const when = (at: number | null): Cell => (at === null ? null : new Date(at))

/** The archives of the audit trail that the locker holds, with the chain that their events are sealed by. */
export function archivesSheet(source: WorkbookSource): Sheet {
  const archives = source.archives()
  return {
    name: SHEET.archives,
    title: 'Archives and daily lists in the locker',
    about: `${counted(archives.length, 'archive or daily list', 'archives and daily lists')} of the audit trail, as taken over and sealed`,
    notes: [
      'One row per archive, in the order taken over; a month with a day, such as 10-14, is the list of that day, whose checksum is that of the list as taken over. Checksum and size of each archive were compared with what Heroku published before an event was kept. The chain covers every event and every archive before.',
    ],
    columns: [
      text('Enterprise account', 22),
      number('Year', 7),
      text('Month', 7),
      tally('Events', 11),
      tally('Kept', 11),
      tally('Known before', 11),
      tally('Changed since', 11),
      tally('Without a time', 11),
      instant('First event'),
      instant('Last event'),
      tally('Bytes', 13),
      prose('SHA-256 of the file', 34),
      prose('Head of its events', 34),
      prose('Head of the chain', 34),
      instant('Taken over'),
      number('Collection', 10),
    ],
    *rows() {
      for (const archive of archives) {
        const { enterprise, year, month, events, kept, known, changed, undated, firstAt, lastAt } = archive
        const counts = [events, kept, known, changed || null, undated || null]
        const seal = [
          archive.checksum,
          archive.eventsHead,
          archive.head,
          archive.ingestedAt,
          archive.collectionId,
        ]
        const named = [enterprise.name, year, month]
        yield { cells: [...named, ...counts, when(firstAt), when(lastAt), archive.size, ...seal] }
      }
    },
  }
}
