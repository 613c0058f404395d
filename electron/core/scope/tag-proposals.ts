import type { TagProposal } from '../../../shared/contract-scope.ts'
import type { AppTagFields, Environment } from '../../../shared/model/records/scope.ts'
import type { EvidenceView } from '../checks/check.ts'
import type { App } from '../checks/facts/apps.ts'
import { grouped } from '../checks/facts/grouped.ts'
import { type Coupling, couplings } from '../checks/facts/production.ts'
import { tagsOf } from '../checks/facts/tags.ts'
import { isTeamMailbox } from '../checks/facts/teams.ts'
import { livingApps } from './seen-apps.ts'

const OF_STAGE: Readonly<Record<string, Environment>> = {
  production: 'production',
  staging: 'staging',
  development: 'development',
  review: 'review',
  test: 'test',
}

const OF_NAME: readonly (readonly [RegExp, Environment])[] = [
  [/(^|[-_])(prod|production|live)$/, 'production'],
  [/(^|[-_])(staging|stage|stg|uat|preprod)$/, 'staging'],
  [/(^|[-_])(dev|development|sandbox)$/, 'development'],
  [/(^|[-_])(test|qa|ci)$/, 'test'],
  [/-pr-\d+$/, 'review'],
]

type Guess = Pick<TagProposal, 'value' | 'why' | 'evidence'> | null

function environmentOf(app: App, coupled: readonly Coupling[]): Guess {
  const told = coupled.find(({ content }) => OF_STAGE[content.stage])
  if (told)
    return {
      value: OF_STAGE[told.content.stage] ?? null,
      why: `It is coupled at stage ${told.content.stage} of pipeline ${told.content.pipeline.name}.`,
      evidence: [told.id],
    }
  const named = OF_NAME.find(([pattern]) => pattern.test(app.subject))
  return named
    ? {
        value: named[1],
        why: `It is in no pipeline, but its name reads like ${named[1]}.`,
        evidence: [app.id],
      }
    : null
}

function ownerOf(app: App): Guess {
  const email = app.content?.owner.email
  if (email && !isTeamMailbox(email))
    return { value: email, why: 'Heroku names this owner.', evidence: [app.id] }
  return app.team === null
    ? null
    : { value: `team ${app.team}`, why: `It belongs to team ${app.team}.`, evidence: [app.id] }
}

function dataClassesOf(app: App): Guess {
  const space = app.content?.space
  return space?.shield
    ? {
        value: null,
        why: `It runs in Shield Space ${space.name}, which is made for health and cardholder data: say which it handles.`,
        evidence: [app.id],
      }
    : null
}

function internalOf(app: App): Guess {
  return app.content?.internal_routing === true
    ? { value: true, why: 'Its routing is internal to its space.', evidence: [app.id] }
    : null
}

/**
 * What can be read off the evidence about fields that nobody filled in: environment from the stage of a
 * pipeline or the name, owner from Heroku's owner or the team, internal from the routing. Which data an app
 * handles no API tells: a Shield Space is a hint, without a value.
 */
export function* tagProposals(view: EvidenceView): Iterable<TagProposal> {
  const tagOf = tagsOf(view)
  const coupled = grouped(couplings(view), ({ content }) => content.app.id)
  for (const app of livingApps(view)) {
    const guesses: readonly (readonly [keyof AppTagFields, Guess])[] = [
      ['environment', environmentOf(app, coupled.get(app.subjectId) ?? [])],
      ['owner', ownerOf(app)],
      ['dataClasses', dataClassesOf(app)],
      ['internal', internalOf(app)],
    ]
    const said = tagOf(app.subjectId)?.content
    for (const [field, guess] of guesses)
      if (guess && (said?.[field] ?? null) === null)
        yield { app: app.subjectId, name: app.subject, field, ...guess }
  }
}
