import type { Verdict } from '../../../shared/model/check.ts'
import type { DataClass } from '../../../shared/model/records/data-class.ts'
import type { Check, EvidenceView } from './check.ts'
import { type App, eachApp } from './facts/apps.ts'
import { spacesOf } from './facts/spaces.ts'
import { dataClassesOf, handles, inClassWords, notTagged, type Tag, tagsOf } from './facts/tags.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'

/** Where an app runs, with what tells so; null where that is not known. */
interface Place {
  readonly space: string | null
  readonly shield: boolean | null
  readonly grounds: Grounds
}

function placeOf(view: EvidenceView): (app: App) => Place | null {
  const spaces = new Map(spacesOf(view).map((item) => [item.content.id, item]))
  return (app) => {
    if (app.content === null) return null
    const { space } = app.content
    if (space === null) return { space: null, shield: false, grounds: [app] }
    const item = spaces.get(space.id)
    return {
      space: space.name,
      shield: item?.content.shield ?? space.shield,
      grounds: item ? [app, item] : [app],
    }
  }
}

/** Judges the place of every app that handles one of some classes of data; nobody having tagged any is one answer. */
function* eachOfClasses(
  view: EvidenceView,
  classes: readonly DataClass[],
  judge: (app: App, found: string, place: Place) => Verdict,
): Iterable<Verdict> {
  const tagOf = tagsOf(view)
  const places = placeOf(view)
  if (!view.records('app-tag').some((tag: Tag) => dataClassesOf(tag) !== null)) {
    yield notEvaluated(WHOLE, 'Nobody said of any app what data it handles.')
    return
  }
  yield* eachApp(view, function* (app) {
    const tag = tagOf(app.subjectId)
    const found = handles(tag, classes)
    const place = places(app)
    if (dataClassesOf(tag) === null) yield notEvaluated(app, notTagged(tag), [app])
    else if (found.length === 0) yield notApplicable(app, notTagged(tag), [app])
    else if (!place)
      yield notEvaluated(app, 'Where the app runs is not known: its own record could not be read.', [app])
    else yield judge(app, inClassWords(found), place)
  })
}

/** NET-05. */
export const regulatedAppsInShield: Check = {
  id: 'NET-05',
  title: 'PHI and PCI apps are in a Shield space',
  severity: 'critical',
  needs: ['app-inventory', 'space-isolation'],
  why: 'Heroku’s HIPAA and PCI commitments hold for Shield services only. Health or card data elsewhere is outside of the contract, whatever else is done well.',
  fix: 'Move the app into a Shield Space: create the space (`heroku spaces:create --shield`), deploy the app there anew, move its data to Shield plans, and take the old one down.',
  limits:
    'Rests on what people said of each app. Data that an app handles although its tag does not say so is not seen.',
  judge: (view) =>
    eachOfClasses(view, ['phi', 'cardholder'], (app, found, { space, shield, grounds }) => {
      if (shield) return pass(app, `It handles ${found} in Shield Space ${space}.`, grounds)
      if (shield === null)
        return notEvaluated(app, `Whether space ${space} is shielded was not told.`, grounds)
      return fail(
        app,
        `It handles ${found} in ${space === null ? 'the Common Runtime' : `Private Space ${space}, which is not shielded`}.`,
        grounds,
      )
    }),
}

/** NET-06. */
export const identifiersInSpaces: Check = {
  id: 'NET-06',
  title: 'Apps with government or bank identifiers are in Private or Shield',
  severity: 'critical',
  needs: ['app-inventory', 'space-isolation'],
  why: 'Heroku’s own terms (SPARC) keep government-issued and bank identifiers out of the Common Runtime.',
  fix: 'Move the app into a Private or Shield Space and its data to Private or Shield plans.',
  limits: 'Rests on what people said of each app. The plans of its data services are judged elsewhere.',
  judge: (view) =>
    eachOfClasses(view, ['government-or-bank-identifier'], (app, found, { space, grounds }) =>
      space === null
        ? fail(app, `It handles ${found} in the Common Runtime.`, grounds)
        : pass(app, `It handles ${found} in space ${space}.`, grounds),
    ),
}
