import type { Verdict } from '../../../shared/model/check.ts'
import type { Check } from './check.ts'
import { type App, eachApp } from './facts/apps.ts'
import { type Environment, environments, groundsOf, notProduction } from './facts/production.ts'
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
    'Nothing tells whether an app in no pipeline and without a tag is production, so each such app fails; tag it, or put it in a pipeline at its true stage.',
  *judge(view, policy) {
    const environmentOf = environments(view, policy)
    const stages = new Set(policy.productionStages)
    yield* eachApp(view, function* (app) {
      yield judgeStage(app, environmentOf(app.subjectId), stages)
    })
  },
}

function judgeStage(app: App, environment: Environment, stages: ReadonlySet<string>): Verdict {
  const grounds = [app, ...groundsOf(environment)]
  switch (environment.kind) {
    case 'production': {
      const { coupling, by } = environment
      if (!coupling)
        return fail(
          app,
          'The app is tagged as production and in no pipeline, so its builds are not promoted.',
          grounds,
        )
      const { stage, pipeline } = coupling.content
      const place = `stage ${stage} of pipeline ${pipeline.name}`
      if (stages.has(stage))
        return pass(app, `${place.replace(/^s/, 'S')}${by === 'tag' ? ', as tagged' : ''}.`, grounds)
      return fail(app, `The app is tagged as production, but coupled at ${place}.`, grounds)
    }
    case 'other':
      return notApplicable(app, notProduction(environment), grounds)
    case 'none':
      return fail(
        app,
        'The app is in no pipeline, so its stage is not declared and its builds are not promoted.',
        grounds,
      )
    case 'unknown':
      return notEvaluated(app, `Its stage is not known: ${environment.why}.`, grounds)
  }
}
