import type { Verdict } from '../../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { listGap } from './reads.ts'
import { type About, notApplicable, WHOLE } from './verdict.ts'
import { day } from './words.ts'

/** An app as the inventory holds it. */
export type App = EvidenceItem<'app-inventory'>

/** An app as the subject of a verdict. */
export function aboutApp(app: { readonly id: string; readonly name: string }): About {
  return { subject: app.name, subjectId: app.id }
}

/**
 * Judges every app in scope. Until a person scopes the engagement that is every app but archived ones; an
 * archived app gets its own not-applicable verdict, so that it does not vanish.
 */
export function* eachApp(view: EvidenceView, judge: (app: App) => Iterable<Verdict>): Iterable<Verdict> {
  const apps = view.items('app-inventory')
  const gap = listGap(view, 'app-inventory', 'apps')
  if (gap) yield gap
  else if (apps.length === 0) yield notApplicable(WHOLE, 'The collecting account sees no app.')
  for (const app of apps) {
    const archived = app.content.archived_at
    if (archived)
      yield notApplicable(aboutApp(app.content), `The app was archived on ${day(archived)}.`, [app])
    else yield* judge(app)
  }
}
