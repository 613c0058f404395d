import type { DynosContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { appsOf, isInScope } from './facts/apps.ts'
import { givenList, noList } from './facts/lists.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { OUT_OF_SCOPE } from './facts/scope.ts'
import { trailOf, within } from './facts/trail.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, minute } from './facts/words.ts'

type OneOff = EvidenceItem<'keystroke-logging'> & {
  readonly content: Extract<DynosContent, { of: 'one-off-dyno' }>
}

/** Types of audit events that would tell of a run; Heroku documents none so far, unknown ones are kept. */
const RUNS = ['dyno', 'run', 'one_off_dyno']

/** CHG-13. */
export const oneOffDynosExplained: Check = {
  id: 'CHG-13',
  title: 'One-off run dynos in the period are explained',
  severity: 'medium',
  needs: ['keystroke-logging', 'app-inventory'],
  needsLists: ['explanations'],
  why: 'In a one-off dyno a person works with the code, the secrets and the data of an app, past every review.',
  fix: 'Find out who runs it (`heroku ps --app APP`), stop it if nobody knows (`heroku ps:stop DYNO --app APP`), and record the reason of the others in the list of explanations: kind one-off-dyno, subject the app and the dyno, such as shop-api run.4711.',
  limits:
    'Heroku’s audit trail names no one-off dynos, so only those that ran at the moment of collection are seen: that none ran then says nothing about the period. Dynos of Heroku Scheduler and of the release phase are no person’s.',
  *judge(view) {
    const list = givenList(view, 'explanations')
    const explained = new Map(
      (list?.rows ?? [])
        .filter((row) => row.kind === 'one-off-dyno')
        .map((row) => [row.subject.toLowerCase(), row]),
    )
    const inScope = isInScope(view)
    const out = new Set(appsOf(view).flatMap((app) => (inScope(app) ? [] : [app.subjectId])))
    const found = view
      .items('keystroke-logging')
      .filter((item): item is OneOff => item.content.of === 'one-off-dyno')
    for (const item of found) {
      const { app, name, type, program, attached, created_at } = item.content
      const what = `Since ${minute(created_at)} ${program === '' ? 'something' : program} runs in it${attached ? ', with somebody attached' : ''}`
      const row = explained.get(`${app.name} ${name}`.toLowerCase())
      if (out.has(app.id)) yield notApplicable(item, OUT_OF_SCOPE, [item])
      else if (type !== 'run')
        yield notApplicable(item, `It was started by Heroku (${type}), not by a person.`, [item])
      else if (row) yield pass(item, `${what}: ${row.reason.replace(/\.$/, '')}.`, [item])
      else if (!list) yield notEvaluated(item, `${what}. ${noList('explanations')}`, [item])
      else yield fail(item, `${what}; no explanation names it.`, [item])
    }
    const trail = trailOf(view)
    const archives = 'grounds' in trail ? trail.grounds : []
    let events = 0
    for (const event of view.events({ type: RUNS, ...within(view.period) })) {
      events += 1
      const about = {
        subject: `${event.app ?? 'an app'} at ${minute(event.at)}`,
        subjectId: `event:${event.id}`,
      }
      const who = `${event.actor ?? 'Somebody'} started a one-off dyno on ${minute(event.at)}`
      const row = explained.get(event.id.toLowerCase())
      if (row) yield pass(about, `${who}: ${row.reason.replace(/\.$/, '')}.`, archives)
      else if (!list) yield notEvaluated(about, `${who}. ${noList('explanations')}`, archives)
      else yield fail(about, `${who}; no explanation names the event ${event.id}.`, archives)
    }
    yield* refusedSubjects(readsOf(view, 'keystroke-logging', /^\/apps\/[^/]+\/dynos/), ['app', 'account'])
    if (events === 0)
      yield notEvaluated(
        WHOLE,
        `The audit trail names no one-off dyno of the period. At the moment of collection ${found.length === 0 ? 'none' : count(found.length, 'one-off dyno')} ran, which says nothing about the rest of the period.`,
      )
  },
}
