import type { Check } from './check.ts'
import { eachApp } from './facts/apps.ts'
import { environments, groundsOf } from './facts/production.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

/** CHG-01. */
export const productionInPipeline: Check = {
  id: 'CHG-01',
  title: 'Each production app is in a pipeline',
  severity: 'medium',
  needs: ['app-inventory', 'pipelines-promotions'],
  why: 'A pipeline keeps development, test and production apart and moves the tested build on. An app outside of one is changed in place.',
  fix: 'Add the app to a pipeline with its stage: `heroku pipelines:add PIPELINE --app APP --stage production`.',
  limits:
    'Until apps can be tagged, nothing tells whether an app in no pipeline is production, so each such app fails; put it in a pipeline at its true stage to settle that.',
  *judge(view, policy) {
    const environmentOf = environments(view, policy)
    yield* eachApp(view, function* (app) {
      const environment = environmentOf(app.subjectId)
      const grounds = [app, ...groundsOf(environment)]
      switch (environment.kind) {
        case 'production':
          yield pass(app, `Stage ${environment.stage} of pipeline ${environment.pipeline.name}.`, grounds)
          break
        case 'other':
          yield notApplicable(
            app,
            `Stage ${environment.stage} of pipeline ${environment.pipeline.name}: not production.`,
            grounds,
          )
          break
        case 'none':
          yield fail(
            app,
            'The app is in no pipeline, so its stage is not declared and its builds are not promoted.',
            grounds,
          )
          break
        case 'unknown':
          yield notEvaluated(app, `Its stage is not known: ${environment.why}.`, grounds)
          break
      }
    })
  },
}
