import type { Verdict } from '../../../shared/model/check.ts'
import type { Check, EvidenceView } from './check.ts'
import { type Addon, addonsOf, attachmentsByAddon } from './facts/addons.ts'
import { type App, appsOf } from './facts/apps.ts'
import { saidBy, standing } from './facts/attestations.ts'
import { collaboratorsByApp } from './facts/collaborators.ts'
import { givenList, listMissing } from './facts/lists.ts'
import { readsOf } from './facts/reads.ts'
import { ofService } from './facts/services.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

const isPostgres = ofService('heroku-postgresql')

/** Names of the apps that hold retained copies, as the list of their administrators names them. */
function retentionApps(view: EvidenceView): ReadonlySet<string> | null {
  const given = givenList(view, 'retention-admins')
  return given && new Set(given.rows.map(({ app }) => app))
}

/** CON-05. */
export const retentionStoreClosed: Check = {
  id: 'CON-05',
  title: 'Only named administrators reach the Privacy Center store',
  severity: 'high',
  needs: ['app-inventory', 'addon-inventory', 'app-collaborators-permissions'],
  needsLists: ['retention-admins'],
  why: 'The store holds records that were taken out of Salesforce to be kept apart. Whoever reaches it reads all of them.',
  fix: 'Remove people with `heroku access:remove EMAIL -a APP`, detach the database from other apps (`heroku addons:detach NAME -a APP`), or approve them in the list.',
  limits:
    'Which app is the store, the list of its administrators tells. Rights inside Salesforce and inside the database are told by statements.',
  *judge(view) {
    const names = retentionApps(view)
    if (names === null) {
      yield listMissing('retention-admins')
      return
    }
    if (names.size === 0) yield notApplicable(WHOLE, 'The list of administrators names no retention app.')
    const apps = new Map(appsOf(view).map((app) => [app.subject, app]))
    const judge = openings(view, names)
    for (const name of names) {
      const app = apps.get(name)
      yield app
        ? judge(app)
        : notEvaluated(
            { subject: name, subjectId: `app:${name}` },
            'The collecting account sees no app of this name.',
          )
    }
  },
}

function openings(view: EvidenceView, stores: ReadonlySet<string>): (app: App) => Verdict {
  const given = givenList(view, 'retention-admins')
  const people = collaboratorsByApp(view)
  const attachments = attachmentsByAddon(view)
  const databases = addonsOf(view).filter(isPostgres)
  const reads = readsOf(view, 'app-collaborators-permissions', /\/collaborators/)
  return (app) => {
    const gap = reads.gap('app', app.subjectId)
    const own = people.get(app.subjectId) ?? []
    if (gap && own.length === 0) return notEvaluated(app, gap, [app])
    const approved = new Set(
      (given?.rows ?? []).filter((row) => row.app === app.subject).map(({ email }) => email.toLowerCase()),
    )
    const strangers = own.filter(({ content }) => !approved.has(content.user.email.toLowerCase()))
    const lent = databases
      .filter(({ content }) => content.app.id === app.subjectId)
      .flatMap(({ content }) => attachments.get(content.id) ?? [])
      .filter(({ content }) => content.app.id !== app.subjectId && !stores.has(content.app.name))
    const wrong = [
      ...strangers.map(({ content }) => `${content.user.email} has access`),
      ...lent.map(({ content }) => `its database is attached to ${content.app.name}`),
    ]
    return wrong.length > 0
      ? fail(app, `Beside its administrators: ${listed(wrong)}.`, [app, ...strangers, ...lent])
      : pass(app, `Only approved administrators reach it (${listed([...approved])}).`, [app, ...own])
  }
}

/** CON-06. */
export const retentionSchemaClosed: Check = {
  id: 'CON-06',
  title: 'External Objects touch the cache schema only',
  severity: 'medium',
  needs: ['app-inventory', 'addon-inventory'],
  needsAttestations: ['retention-schema-grants'],
  why: 'A right on the Salesforce schema lets a role past what external objects are meant to show.',
  fix: 'Take the right away in psql (`REVOKE ALL ON SCHEMA … FROM …`), and give external objects a role with the cache schema only.',
  limits:
    'No API tells rights inside a database: a person looks and states it, for each database of a retention app.',
  *judge(view) {
    const names = retentionApps(view)
    const stated = new Set(
      view
        .records('attestation')
        .flatMap(({ content }) =>
          content.about === 'retention-schema-grants' && content.subject ? [content.subject] : [],
        ),
    )
    const databases = addonsOf(view).filter(
      (addon) =>
        isPostgres(addon) &&
        (stated.has(addon.content.name) || (names?.has(addon.content.app.name) ?? false)),
    )
    if (databases.length === 0)
      yield names === null
        ? listMissing('retention-admins')
        : notApplicable(WHOLE, 'No retention app with a database is on the list of administrators.')
    for (const database of databases) yield judgeGrants(view, database)
  },
}

function judgeGrants(view: EvidenceView, database: Addon): Verdict {
  const found = standing(view, 'retention-schema-grants', database.content.name)
  if ('missing' in found) return notEvaluated(database, found.missing, [database])
  const { answer, facts } = found.stated.content
  const grants = [facts.grants ?? []].flat().map(String)
  if (answer === null)
    return notEvaluated(database, `${saidBy(found.stated)} without a yes or no.`, [database])
  if (!answer || grants.length > 0)
    return fail(
      database,
      `Other roles have rights on the Salesforce schema${grants.length > 0 ? ` (${listed(grants)})` : ''}: ${saidBy(found.stated)}.`,
      [database],
    )
  return pass(database, `No other role has a right on the Salesforce schema: ${saidBy(found.stated)}.`, [
    database,
  ])
}
