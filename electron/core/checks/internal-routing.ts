import type { Check } from './check.ts'
import { eachApp } from './facts/apps.ts'
import { listGap } from './facts/reads.ts'
import { tagsOf } from './facts/tags.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

/** NET-11. */
export const internalAppsAreInternal: Check = {
  id: 'NET-11',
  title: 'Back-end apps use internal routing',
  severity: 'medium',
  needs: ['internal-routing', 'app-inventory'],
  why: 'An app that serves only other apps has no business on the internet, where everybody can try it.',
  fix: 'Make the app again in its space with internal routing: `heroku create --space SPACE --internal-routing`; it cannot be switched on later.',
  limits: 'Which apps have to be internal is what people said under Scope. Fir offers no internal routing.',
  *judge(view) {
    const tagOf = tagsOf(view)
    const routing = new Map(view.items('internal-routing').map((item) => [item.content.app.id, item]))
    const gap = listGap(view, 'internal-routing', 'apps')
    yield* eachApp(view, function* (app) {
      const internal = tagOf(app.subjectId)?.content.internal ?? null
      const item = routing.get(app.subjectId)
      const grounds = item ? [app, item] : [app]
      if (internal === null) yield notApplicable(app, 'Nobody said that the app has to be internal.', [app])
      else if (!internal)
        yield notApplicable(app, 'The app is tagged as one that may be reached from outside.', [app])
      else if (!item)
        yield notEvaluated(app, gap?.reason ?? 'Heroku did not tell how it is reached.', grounds)
      else if (item.content.generation === 'fir')
        yield notApplicable(app, 'Fir offers no internal routing.', grounds)
      else if (item.content.internal_routing)
        yield pass(app, `It is reached from inside space ${item.content.space?.name ?? '?'} only.`, grounds)
      else if (item.content.space === null)
        yield fail(
          app,
          'It has to be internal, but runs in the Common Runtime, where every app is public.',
          grounds,
        )
      else if (item.content.internal_routing === null)
        yield notEvaluated(app, 'Heroku did not tell whether it is internal.', grounds)
      else
        yield fail(
          app,
          `It has to be internal, but space ${item.content.space.name} serves it to the outside.`,
          grounds,
        )
    })
  },
}
