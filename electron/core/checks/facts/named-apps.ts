import type { EvidenceView } from '../check.ts'
import { appsOf, isInScope } from './apps.ts'
import type { About, Grounds } from './verdict.ts'

/** What a verdict about an app says it is about, where only the name of the app is known. */
export interface NamedApp extends About {
  readonly grounds: Grounds | null
  readonly outOfScope: boolean
}

/** Audit events call apps by name: the app of that name, or the name alone where it is gone or renamed. */
export function appsByName(view: EvidenceView): (name: string) => NamedApp {
  const inScope = isInScope(view)
  const known = new Map(appsOf(view).map((app) => [app.subject, app]))
  return (name) => {
    const app = known.get(name)
    if (app)
      return { subject: app.subject, subjectId: app.subjectId, grounds: [app], outOfScope: !inScope(app) }
    const subject = name === '' ? 'no app named' : name
    return { subject, subjectId: `app-name:${name}`, grounds: null, outOfScope: false }
  }
}
