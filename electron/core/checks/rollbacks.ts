import type { Check } from './check.ts'
import { isInPeriod } from './facts/ages.ts'
import { eachApp } from './facts/apps.ts'
import { givenList, noList } from './facts/lists.ts'
import { readsOf } from './facts/reads.ts'
import { isRollback, type Release, releasesByApp } from './facts/releases.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

/** CHG-08. */
export const rollbacksAreExplained: Check = {
  id: 'CHG-08',
  title: 'Rollbacks are explained',
  severity: 'low',
  needs: ['app-inventory', 'releases'],
  needsLists: ['explanations'],
  why: 'A rollback says that something went wrong in production. What it was decides whether it is an incident, and whether it comes again.',
  fix: 'Write down what happened in the list of explanations: kind rollback, subject such as `shop-api v42` (or the app and the day), reason and reference.',
  limits:
    'A rollback is known by Heroku’s description of the release. Bringing older code back by a new deployment is not seen.',
  *judge(view) {
    const list = givenList(view, 'explanations')
    const explained = new Set(
      list?.rows
        .filter(({ kind }) => kind === 'rollback')
        .flatMap(({ subject, on }) => [subject.toLowerCase(), `${subject.toLowerCase()}/${on}`]),
    )
    const releases = releasesByApp(view)
    const reads = readsOf(view, 'releases')
    yield* eachApp(view, function* (app) {
      const back = (releases.get(app.subjectId) ?? []).filter(
        (one) => isRollback(one) && isInPeriod(view.period, one.content.created_at),
      )
      const name = app.subject.toLowerCase()
      const isExplained = ({ content }: Release) =>
        explained.has(`${name} v${content.version}`) || explained.has(`${name}/${day(content.created_at)}`)
      const open = back.filter((one) => !isExplained(one))
      const gap = reads.gap('app', app.subjectId)
      const told = (items: readonly Release[]) =>
        listed(items.map(({ content }) => `v${content.version} of ${day(content.created_at)}`))
      if (back.length > 0 && !list)
        yield notEvaluated(
          app,
          `${count(back.length, 'rollback')}: ${told(back)}. ${noList('explanations')}`,
          back,
        )
      else if (open.length > 0) yield fail(app, `Not explained: ${told(open)}.`, open)
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (back.length === 0)
        yield notApplicable(app, 'Nothing was rolled back in the audit period.', [app])
      else
        yield pass(
          app,
          `${count(back.length, 'rollback')}, explained on ${list?.called}: ${told(back)}.`,
          back,
        )
    })
  },
}
