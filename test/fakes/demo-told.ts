import { evidenceView } from '../../electron/core/handlers/evidence-view.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { type AnyRecordChange, keepRecords } from '../../electron/core/store/records.ts'
import type { Demo } from '../../electron/demo/start.ts'
import { toldOf } from '../../electron/demo/told/index.ts'
import { Attestation } from '../../shared/model/records/attestation.ts'
import { List } from '../../shared/model/records/lists.ts'
import { AppTag } from '../../shared/model/records/scope.ts'

const SOURCE = { how: 'typed' } as const
const WHO = 'Mira Holt'

/** Tells a locker what the sample organisation's compliance lead knows: tags, lists and statements. */
export function tellDemo(db: WritableDb, demo: Demo, collectionId: number): void {
  const { organisation: org } = demo
  const { tags, lists, statements } = toldOf(org)
  const day = (days: number) =>
    new Date(org.options.now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const all: Readonly<Record<string, readonly object[]>> = {
    ...lists,
    'destroyed-data': destroyedRows(db, collectionId),
  }
  const changes: AnyRecordChange[] = []
  for (const [name, dataClasses] of Object.entries(tags)) {
    const app = org.find.app.get(name)
    if (app)
      changes.push({
        ...{ kind: 'app-tag', key: app.id },
        content: AppTag.parse({ app: app.id, name, dataClasses }),
      })
  }
  for (const [kind, rows] of Object.entries(all))
    changes.push({
      ...{ kind: 'list', key: kind },
      content: List.parse({ kind, suppliedBy: WHO, source: SOURCE, rows }),
    })
  statements.forEach((said, i) => {
    const content = Attestation.parse({ ...said, person: WHO, date: day(-30), until: day(60) })
    changes.push({ kind: 'attestation', key: `demo-${i}`, content })
  })
  keepRecords(db, { at: org.options.now.toISOString(), actor: 'mira@desk' }, 'told', changes)
}

/** A record of the first database that the trail of the period says was destroyed; the others are forgotten. */
function destroyedRows(db: WritableDb, collectionId: number): readonly object[] {
  const view = evidenceView(db, collectionId)
  for (const event of view.events({
    type: 'addon',
    action: 'destroy',
    from: `${view.period.start}T00:00:00Z`,
  })) {
    const { data } = view.eventDetails(event) as { data?: { addon?: { name: string } } }
    if (data?.addon)
      return [{ addon: data.addon.name, on: event.at.slice(0, 10), gone: null, recordedBy: WHO }]
  }
  return []
}
