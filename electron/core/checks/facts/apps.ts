import type { Verdict } from '../../../../shared/model/check.ts'
import type { AppContent } from '../../../../shared/model/content.ts'
import type { EvidenceId, EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { listGap } from './reads.ts'
import { remembered } from './remembered.ts'
import { OUT_OF_SCOPE, scopeOf } from './scope.ts'
import { type About, notApplicable, WHOLE } from './verdict.ts'
import { day } from './words.ts'

/** An app as the subject of verdicts, with the evidence that it exists. */
export interface App extends About {
  readonly id: EvidenceId
  /** Name of the team that owns it; null for a personal app. */
  readonly team: string | null
  /** Null for an app that only its team's list shows: `/apps` leaves out what one is not a member of. */
  readonly content: AppContent | null
}

/** Every app that the collection knows of, archived ones included. */
export function appsOf(view: EvidenceView): readonly App[] {
  return appsIn(view.items('app-inventory'))(view.items('app-lock'))
}

const appsIn = remembered((inventory: readonly EvidenceItem<'app-inventory'>[]) =>
  remembered((locks: readonly EvidenceItem<'app-lock'>[]) => knownApps(inventory, locks)),
)

function knownApps(
  inventory: readonly EvidenceItem<'app-inventory'>[],
  locks: readonly EvidenceItem<'app-lock'>[],
): readonly App[] {
  const apps = new Map<string, App>()
  for (const { id, content } of inventory)
    apps.set(content.id, {
      id,
      subject: content.name,
      subjectId: content.id,
      team: content.team?.name ?? null,
      content,
    })
  for (const { id, content } of locks)
    if (!apps.has(content.id))
      apps.set(content.id, {
        id,
        subject: content.name,
        subjectId: content.id,
        team: content.team,
        content: null,
      })
  return [...apps.values()]
}

/**
 * Judges every app in scope: until a person narrows the engagement that is every app but archived ones. An
 * archived app and one out of scope get a not-applicable verdict of their own, so that they do not vanish.
 */
export function* eachApp(view: EvidenceView, judge: (app: App) => Iterable<Verdict>): Iterable<Verdict> {
  const apps = appsOf(view)
  const gap = listGap(view, 'app-inventory', 'apps')
  if (gap) yield gap
  else if (apps.length === 0) yield notApplicable(WHOLE, 'The collecting account sees no app.')
  const inScope = isInScope(view)
  for (const app of apps) {
    const archived = app.content?.archived_at
    if (!inScope(app)) yield notApplicable(app, OUT_OF_SCOPE, [app])
    else if (archived) yield notApplicable(app, `The app was archived on ${day(archived)}.`, [app])
    else yield* judge(app)
  }
}

/** Tells whether an app belongs to the engagement. */
export function isInScope(view: EvidenceView): (app: App) => boolean {
  const scope = scopeOf(view)
  return ({ subjectId, subject, team, content }) =>
    scope.app({ id: subjectId, name: subject }, team, content?.space ?? null)
}
