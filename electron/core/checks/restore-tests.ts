import type { Check } from './check.ts'
import { monthsBefore } from './facts/ages.ts'
import { reviewDatabases, TRANSFERS_PATH, type Transfer, transfersByApp } from './facts/backups.ts'
import { eachDatabase, transferNames } from './facts/databases.ts'
import { grouped } from './facts/grouped.ts'
import { givenList } from './facts/lists.ts'
import { readsOf } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { day } from './facts/words.ts'

/** DAT-06. */
export const restoreTested: Check = {
  id: 'DAT-06',
  title: 'A restore was tested within 12 months',
  severity: 'high',
  needs: ['addon-inventory', 'postgres-backups'],
  why: 'A backup that was never restored is a hope. The test shows that the file can be read, how long it takes and who knows how.',
  fix: 'Restore the newest backup into a test app, `heroku pg:backups:restore SOURCE-APP::ID DATABASE_URL --app TEST-APP`, compare the content, and keep a record of both.',
  limits:
    'Counts restores that Heroku lists, and tests that somebody gave on the list of restore tests, with what came out. That the content was checked does not show at Heroku. Databases of review apps do not count.',
  needsLists: ['restore-tests'],
  *judge(view, policy) {
    const restores = transfersByApp(view, 'restore')
    const fromOtherApps = grouped([...restores.values()].flat(), sourceApp)
    const isAbout = transferNames(view)
    const ofReviewApp = reviewDatabases(view)
    const since = monthsBefore(view.asOf, policy.restoreTestMonths)
    const tests = grouped(givenList(view, 'restore-tests')?.rows ?? [], ({ database }) => database)
    const reads = readsOf(view, 'postgres-backups', TRANSFERS_PATH)
    yield* eachDatabase(view, function* (addon) {
      const { id: app, name } = addon.content.app
      const own = (restores.get(app) ?? []).filter(({ content: { to_name: to, from_name: from } }) =>
        [to, from].some((named) => isAbout(addon, { app, name: named })),
      )
      const all = [...own, ...(fromOtherApps.get(name) ?? []).filter((item) => item.content.app.id !== app)]
      const good = all.filter((item) => item.content.succeeded === true)
      const recent = good.find((item) => Date.parse(endOf(item)) >= since.getTime())
      const gap = reads.gap('app', app)
      const review = ofReviewApp(addon)
      const test = (tests.get(addon.content.name.toLowerCase()) ?? []).find(
        ({ on, passed }) => passed && on >= day(since) && on <= day(view.asOf),
      )
      if (review) yield notApplicable(addon, 'The database of a review app ends with the app.', [review])
      else if (test)
        yield pass(
          addon,
          `${test.checkedBy} restored ${test.source} on ${test.on} and found the content right${test.reference === null ? '' : ` (${test.reference})`}.`,
          recent ? [addon, recent] : [addon],
        )
      else if (recent)
        yield pass(
          addon,
          `Restore ${recent.content.label} of ${day(endOf(recent))} succeeded; whether its content was checked is not recorded at Heroku.`,
          [recent],
        )
      else if (gap) yield notEvaluated(addon, gap, [addon])
      else if (good[0])
        yield fail(
          addon,
          `The last restore, ${good[0].content.label}, was on ${day(endOf(good[0]))}, before ${day(since)}.`,
          [good[0]],
        )
      else if (all.length > 0) yield fail(addon, `No restore succeeded since ${day(since)}.`, all)
      else yield fail(addon, `Heroku lists no restore since ${day(since)}.`, [addon])
    })
  },
}

function endOf({ content }: Transfer): string {
  return content.finished_at ?? content.created_at
}

/** Name of the app whose backup was restored, as in `shop::b012`; null where the source does not tell. */
function sourceApp({ content }: Transfer): string | null {
  return /^(.+)::/.exec(content.from_name ?? '')?.[1] ?? null
}
