import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { DocumentInfo } from '../../../shared/model/work.ts'
import type { Check, EvidenceView } from './check.ts'
import { isHerokus, isInference } from './facts/addon-vendors.ts'
import { addonsOf, eachAddon } from './facts/addons.ts'
import { grouped } from './facts/grouped.ts'
import { givenList, listMissing, noList } from './facts/lists.ts'
import { dataClassesOf, inClassWords, tagsOf } from './facts/tags.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

/** ADD-04. */
export const vendorsAreAssured: Check = {
  id: 'ADD-04',
  title: 'Each third-party add-on has a current assurance document',
  severity: 'high',
  needs: ['addon-inventory'],
  needsLists: ['vendor-assurance'],
  why: 'An add-on is another company with your data and a password to your app. Its own audit report is what shows that it takes care.',
  fix: 'Ask the vendor for its SOC 2 report or ISO 27001 certificate, attach it to this locker, and name it for the service on the list of assurance documents.',
  limits:
    'Tells that a document is there and in date, not what it says. Services that Heroku itself runs are covered by Heroku’s own reports.',
  *judge(view) {
    const list = givenList(view, 'vendor-assurance')
    const assurances = grouped(list?.rows ?? [], (row) => row.service)
    const judged = assuranceOf(view)
    yield* eachAddon(view, function* (addon) {
      const service = addon.content.addon_service.name
      if (isHerokus(service)) yield notApplicable(addon, `${service} is run by Heroku.`, [addon])
      else if (!list) yield listMissing('vendor-assurance', addon)
      else {
        const states = (assurances.get(service.toLowerCase()) ?? []).map(judged)
        const good = states.find((state) => state.good)
        if (good) yield pass(addon, `${service}: ${good.says}.`, [addon])
        else if (states.length > 0)
          yield fail(addon, `${service}: ${listed(states.map(({ says }) => says))}.`, [addon])
        else yield fail(addon, `${service} has no document on ${list.called}.`, [addon])
      }
    })
  },
}

function assuranceOf(
  view: EvidenceView,
): (row: ListRow<'vendor-assurance'>) => { readonly good: boolean; readonly says: string } {
  const documents = new Map<string, DocumentInfo>()
  for (const document of view.documents())
    for (const name of [document.fileName, document.title]) documents.set(name.toLowerCase(), document)
  const today = day(view.asOf)
  return (row) => {
    const document = documents.get(row.document.toLowerCase())
    if (!document) return { good: false, says: `“${row.document}” is named but does not lie in this locker` }
    const until = row.validUntil ?? document.validTo
    const called = `“${document.title}” (D-${document.id})`
    if (until === null) return { good: false, says: `nobody said until when ${called} is valid` }
    if (until < today) return { good: false, says: `${called} ended on ${until}` }
    if (document.validFrom !== null && document.validFrom > today)
      return { good: false, says: `${called} begins on ${document.validFrom} only` }
    return { good: true, says: `${called} is valid until ${until}` }
  }
}

/** ADD-09. */
export const inferenceIsApproved: Check = {
  id: 'ADD-09',
  title: 'AI inference add-ons on scoped apps are approved',
  severity: 'medium',
  needs: ['addon-inventory', 'app-inventory'],
  needsLists: ['addon-services'],
  why: 'What is sent to a model leaves the app: it may be kept, read by people, or come back in answers to others.',
  fix: 'Assess what the app sends and what the vendor does with it, and put the service with the classes of data that it may get on the list of add-on services; or remove it with `heroku addons:destroy ADDON`.',
  limits:
    'Such services are known by their names. An app can call a model elsewhere without any add-on, which no list of Heroku shows.',
  *judge(view) {
    const list = givenList(view, 'addon-services')
    const approved = new Map(list?.rows.map((row) => [row.service, row]))
    const tagOf = tagsOf(view)
    const all = addonsOf(view)
    const found = all.filter(({ content }) => isInference(content.addon_service.name))
    if (all.length > 0 && found.length === 0) {
      yield pass(
        WHOLE,
        `None of ${count(all.length, 'add-on')} is of a service whose name reads like inference.`,
        all,
      )
      return
    }
    yield* eachAddon(
      view,
      function* (addon) {
        const { addon_service: service, app } = addon.content
        const row = approved.get(service.name.toLowerCase())
        const classes = dataClassesOf(tagOf(app.id))
        if (!list)
          yield notEvaluated(addon, `${service.name} on ${app.name}. ${noList('addon-services')}`, [addon])
        else if (!row) yield fail(addon, `${service.name} on ${app.name} is not on ${list.called}.`, [addon])
        else if (classes === null)
          yield notEvaluated(
            addon,
            `${service.name} is approved, but nobody said what data ${app.name} handles.`,
            [addon],
          )
        else {
          const beyond = classes.filter((one) => !row.dataClasses.includes(one))
          if (beyond.length > 0)
            yield fail(
              addon,
              `${service.name} is not approved for the ${inClassWords(beyond)} of ${app.name}.`,
              [addon],
            )
          else yield pass(addon, `${service.name} is approved for what ${app.name} handles.`, [addon])
        }
      },
      ({ content }) => isInference(content.addon_service.name),
      'inference add-on',
    )
  },
}
