import type { Check } from './check.ts'
import { eachApp } from './facts/apps.ts'
import { logDestinations } from './facts/drains.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { eachSpace, isFir } from './facts/spaces.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

/** LOG-01. */
export const appsHaveLogDestination: Check = {
  id: 'LOG-01',
  title: 'Each scoped app has a log destination',
  severity: 'high',
  needs: ['app-inventory', 'log-drains', 'telemetry-drains'],
  why: 'Heroku itself keeps the last 1,500 lines of an app’s log. Without a drain there is nothing to investigate the day after.',
  fix: 'Add a drain, `heroku drains:add syslog+tls://HOST:PORT --app APP` (on Fir `heroku telemetry:add ENDPOINT --app APP --signals logs`), or a logging add-on.',
  limits: 'Shows that a drain exists, not that somebody keeps and reads what arrives.',
  *judge(view) {
    const destinations = logDestinations(view)
    const reads = readsOf(view, 'log-drains')
    const topics = [reads, readsOf(view, 'telemetry-drains')]
    const refusalOf = (kind: 'app' | 'space', id: string) =>
      topics.map((topic) => topic.refusal(kind, id)).find((refusal) => refusal !== null) ?? null
    yield* eachApp(view, function* (app) {
      const space = app.content?.space ?? null
      const ofApp = destinations.get(app.subjectId) ?? []
      const ofSpace = space ? (destinations.get(space.id) ?? []) : []
      const found = [...ofApp, ...ofSpace]
      const refusal = refusalOf('app', app.subjectId) ?? (space ? refusalOf('space', space.id) : null)
      const gap = reads.gap('app', app.subjectId)
      if (found.length > 0) {
        const hosts = [...new Set(found.map((item) => item.content.host))]
        const level = ofApp.length > 0 ? '' : ` of space ${space?.name}`
        yield pass(app, `Logs go to ${listed(hosts)}${level}.`, found)
      } else if (refusal)
        yield notEvaluated(app, `The log destinations could not be read (${inWords(refusal)}).`, [app])
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (app.content === null)
        yield notEvaluated(app, 'The app has no drain of its own, and its space is not known.', [app])
      else
        yield fail(
          app,
          space
            ? `Neither the app nor its space ${space.name} has a log destination.`
            : 'The app has no log destination.',
          [app],
        )
    })
  },
}

/** LOG-05. */
export const shieldSpacesDrainLogs: Check = {
  id: 'LOG-05',
  title: 'Shield space has its log drain',
  severity: 'high',
  needs: ['space-isolation', 'log-drains'],
  why: 'In a Shield Space drains of single apps do not exist: without the drain of the space, no log of any of its apps is kept, nor what people typed in one-off dynos.',
  fix: 'Set the drain of the space: `heroku drains:set https://HOST/PATH --space SPACE`.',
  limits: 'Shows that a drain exists, not that somebody keeps and reads what arrives.',
  *judge(view) {
    const destinations = logDestinations(view)
    const reads = readsOf(view, 'log-drains')
    yield* eachSpace(view, function* (space) {
      const found = destinations.get(space.content.id) ?? []
      const gap = reads.gap('space', space.content.id)
      if (!space.content.shield) yield notApplicable(space, 'The space is not shielded.', [space])
      else if (isFir(space))
        yield notApplicable(space, 'On Fir logs leave by telemetry drains, which are judged elsewhere.', [
          space,
        ])
      else if (found.length > 0)
        yield pass(space, `Logs of the space go to ${listed(found.map((item) => item.content.host))}.`, [
          space,
          ...found,
        ])
      else if (gap) yield notEvaluated(space, gap, [space])
      else yield fail(space, 'The Shield Space has no log drain.', [space])
    })
  },
}
