import type { Verdict } from '../../../shared/model/check.ts'
import type { Check } from './check.ts'
import { approvalsOf } from './facts/approvals.ts'
import { type App, appsOf } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { listGap } from './facts/reads.ts'
import { eachSpace, type Space } from './facts/spaces.ts'
import { dataClassesOf, inClassWords, tagsOf } from './facts/tags.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** NET-07. */
export const shieldSpacesAreNotMixed: Check = {
  id: 'NET-07',
  title: 'Scoped and unscoped apps do not share a Shield space without reason',
  severity: 'medium',
  needs: ['space-isolation', 'app-inventory'],
  needsLists: ['approvals'],
  why: 'All apps of a space share one network. An app that nobody thought of beside those with protected data widens what has to be assessed, and is the easiest way to them.',
  fix: 'Move the app out of the space (make it again elsewhere, a space cannot be left), say what data it handles under Scope, or record the decision as an approval of kind shared-space.',
  limits:
    'Rests on what people said of each app. Apps that the collecting account cannot list are seen only where the topology of the space was read (extended).',
  *judge(view) {
    const apps = grouped(
      appsOf(view).filter((app) => app.content?.space && !app.content.archived_at),
      (app) => app.content?.space?.id ?? '',
    )
    const tagOf = tagsOf(view)
    const approvalFor = approvalsOf(view, 'shared-space')
    const gap = listGap(view, 'app-inventory', 'apps')
    const sorted = (own: readonly App[]) => {
      const approved = own.filter((app) => approvalFor(app.subject))
      const rest = own.filter((app) => !approvalFor(app.subject))
      const classes = (app: App) => dataClassesOf(tagOf(app.subjectId))
      return {
        approved,
        scoped: rest.filter((app) => (classes(app) ?? []).length > 0),
        outside: rest.filter((app) => classes(app)?.length === 0),
        untagged: rest.filter((app) => classes(app) === null),
      }
    }
    const known = new Set(appsOf(view).map((app) => app.subjectId))
    const hidden = grouped(
      view.items('space-isolation').flatMap(({ content }) => (content.of === 'space-app' ? [content] : [])),
      (content) => content.space.id,
    )
    yield* eachSpace(view, function* (space): Iterable<Verdict> {
      const own = apps.get(space.content.id) ?? []
      const decision = approvalFor(space.content.name)
      if (!space.content.shield) yield notApplicable(space, 'The space is not shielded.', [space])
      else if (gap) yield notEvaluated(space, gap.reason, [space])
      else if (own.length === 0) yield notApplicable(space, 'No app is in the space.', [space])
      else if (decision)
        yield pass(
          space,
          `That ${count(own.length, 'app')} share it was approved by ${decision.approvedBy} on ${decision.on}: ${decision.reason.replace(/\.$/, '')}.`,
          [space, ...own],
        )
      else {
        const verdict = mixed(space, own, sorted(own))
        const unseen = (hidden.get(space.content.id) ?? []).filter(({ app }) => !known.has(app)).length
        if (unseen === 0 || verdict.answer !== 'pass') yield verdict
        else
          yield notEvaluated(
            space,
            `The space runs ${count(unseen, 'app')} that the collecting account cannot list, beside ${names(own)}.`,
            [space, ...own],
          )
      }
    })

    function mixed(space: Space, own: readonly App[], by: ReturnType<typeof sorted>): Verdict {
      const grounds = [space, ...own]
      if (by.untagged.length === own.length)
        return notEvaluated(
          space,
          `Nobody said what data ${count(own.length, 'app')} of the space handle.`,
          grounds,
        )
      if (by.untagged.length > 0)
        return fail(
          space,
          `Nobody said what data ${names(by.untagged)} handles, beside apps that were thought about.`,
          grounds,
        )
      if (by.scoped.length > 0 && by.outside.length > 0)
        return fail(
          space,
          `Of ${names(by.outside)} it was said that there is no protected data, beside ${names(by.scoped)}, which have it; no approval says why.`,
          grounds,
        )
      const classes = [
        ...new Set(by.scoped.flatMap((app) => dataClassesOf(tagOf(app.subjectId)) ?? [])),
      ].sort()
      const also = by.approved.length > 0 ? `; ${names(by.approved)} by approval` : ''
      if (by.scoped.length > 0)
        return pass(space, `All apps of the space are tagged, with ${inClassWords(classes)}${also}.`, grounds)
      return pass(space, `No app of the space handles protected data by its tag${also}.`, grounds)
    }
  },
}

function names(apps: readonly App[]): string {
  return listed(apps.map((app) => app.subject).sort())
}
