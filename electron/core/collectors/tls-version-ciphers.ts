import { z } from 'zod'
import type { FeaturesContent, Ref } from '../../../shared/model/content.ts'
import type { Collector, HerokuReader } from './collector.ts'
import { orNull } from './fields.ts'

const Feature = z.object({ name: z.string(), enabled: z.boolean(), state: orNull(z.string()) })

const common = {
  topic: 'tls-version-ciphers',
  title: 'Features, TLS settings among them',
  says: 'which features of Heroku are switched on, such as those that decide which TLS versions are accepted',
  scope: 'read',
} as const

/** Features of the collecting account: one list, one request. */
export const accountFeatures: Collector<'tls-version-ciphers', 'account'> = {
  ...common,
  id: 'tls-version-ciphers.account',
  tier: 'optional',
  per: 'account',
  collect: (heroku, account) => features(heroku, '/account/features', 'account-features', account),
}

/** Features of a team: no list spans teams, so one request for each. */
export const teamFeatures: Collector<'tls-version-ciphers', 'team'> = {
  ...common,
  id: 'tls-version-ciphers.team',
  tier: 'extended',
  per: 'team',
  collect: (heroku, team) => features(heroku, `/teams/${team.id}/features`, 'team-features', team),
}

/** Features of an app in a space, where they decide about TLS: no list spans apps, so one request for each. */
export const appFeatures: Collector<'tls-version-ciphers', 'app'> = {
  ...common,
  id: 'tls-version-ciphers.app',
  per: 'app',
  when: (app) => app.space !== null,
  collect: (heroku, app) => features(heroku, `/apps/${app.id}/features`, 'app-features', app),
}

/** Features of an app of the Common Runtime, where none of them is about TLS; one request for each. */
export const commonAppFeatures: Collector<'tls-version-ciphers', 'app'> = {
  ...common,
  id: 'tls-version-ciphers.common-app',
  tier: 'extended',
  per: 'app',
  when: (app) => app.space === null,
  collect: (heroku, app) => features(heroku, `/apps/${app.id}/features`, 'app-features', app),
}

/** All features of one owner as one item; what is said about them otherwise is documentation. */
async function* features(heroku: HerokuReader, path: string, of: FeaturesContent['of'], owner: Ref) {
  const list: z.infer<typeof Feature>[] = []
  for await (const feature of heroku.list(path, Feature)) list.push(feature)
  const content: FeaturesContent = {
    of,
    owner: { id: owner.id, name: owner.name },
    features: list.sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
  yield { subject: owner.name, subjectId: owner.id, content }
}
