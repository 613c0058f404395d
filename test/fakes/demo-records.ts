import { appsOf } from '../../electron/core/checks/facts/apps.ts'
import { evidenceView } from '../../electron/core/handlers/evidence-view.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { keepRecords, recordOf } from '../../electron/core/store/records.ts'
import { AppTag } from '../../shared/model/records/scope.ts'

/** Tags one app each with the classes of data that rules of the register follow from, where nobody tagged it. */
export function tagSensitiveApps(db: WritableDb, collectionId: number): void {
  const apps = appsOf(evidenceView(db, collectionId)).filter(({ content }) => content && !content.archived_at)
  const shielded = apps.find(({ content }) => content?.space?.shield)
  const shared = apps.find(({ content }) => content && !content.space)
  const who = { at: '2026-11-21T09:00:00Z', actor: 'mira@desk' }
  const tag = (app: (typeof apps)[number] | undefined, dataClasses: AppTag['dataClasses']) => {
    if (!app || recordOf(db, 'app-tag', app.subjectId)) return
    const content = AppTag.parse({ app: app.subjectId, name: app.subject, dataClasses })
    keepRecords(db, who, 'tagged', [{ kind: 'app-tag', key: app.subjectId, content }])
  }
  tag(shielded, ['cardholder', 'phi', 'french-health'])
  tag(shared, ['ismap'])
}
