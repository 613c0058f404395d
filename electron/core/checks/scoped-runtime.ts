import type { DynoContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { DataClass } from '../../../shared/model/records/data-class.ts'
import type { ReviewKind } from '../../../shared/model/records/document-review.ts'
import { type HerokuService, SERVICE_NAMES } from '../../../shared/model/records/vendor-services.ts'
import type { Check, EvidenceView } from './check.ts'
import { type App, eachApp } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { readsOf } from './facts/reads.ts'
import { spacesOf } from './facts/spaces.ts'
import { dataClassesOf, handles, inClassWords, notTagged, tagsOf } from './facts/tags.ts'
import { reviewed, testDay } from './facts/vendor.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

type Formation = EvidenceItem<'dyno-tier'> & { readonly content: Extract<DynoContent, { of: 'formation' }> }

/** Classes of data and the runtime that Heroku's own terms ask for. Sources: its PCI and HIPAA pages, SPARC. */
const SHIELD = ['cardholder', 'phi'] as const satisfies readonly DataClass[]
const PRIVATE = ['government-or-bank-identifier'] as const satisfies readonly DataClass[]

/** Sizes that run in a space: Heroku calls those of Shield Spaces Private-* too; Fir runs in spaces only. */
const IN_SPACE = /^(private|shield|dyno)-/i

/** PLT-03. */
export const scopedAppsRunApart: Check = {
  id: 'PLT-03',
  title: 'Scoped apps run Private or Shield dynos',
  severity: 'high',
  needs: ['app-inventory', 'dyno-tier', 'space-isolation'],
  why: 'In the Common Runtime dynos of many customers share machines. Heroku’s terms allow cardholder and health data in Shield Spaces only, and government or bank identifiers in Private or Shield Spaces.',
  fix: 'Make the app again in a space of the needed kind, move its data there, and take the old app down; an app cannot move into a space.',
  limits:
    'Rests on what people said of the data of each app. The API calls sizes in Shield Spaces Private-*, so the space tells them apart.',
  *judge(view) {
    const tagOf = tagsOf(view)
    const shielded = new Map(spacesOf(view).map(({ content }) => [content.id, content.shield]))
    const formations = grouped(
      view.items('dyno-tier').filter((item): item is Formation => item.content.of === 'formation'),
      (item) => item.content.app.id,
    )
    const reads = readsOf(view, 'dyno-tier', /\/formation$/)
    yield* eachApp(view, function* (app) {
      const tag = tagOf(app.subjectId)
      const classes = handles(tag, [...SHIELD, ...PRIVATE])
      const needsShield = handles(tag, SHIELD).length > 0
      const running = (formations.get(app.subjectId) ?? []).filter(({ content }) => content.quantity > 0)
      const shared = running.filter(({ content }) => !IN_SPACE.test(content.size))
      const space = app.content?.space ?? null
      const shield = space ? (shielded.get(space.id) ?? space.shield) : false
      const what = `The app handles ${inClassWords(classes)}`
      const grounds = [app, ...running]
      const sizes = listed([
        ...new Set((shared.length > 0 ? shared : running).map(({ content }) => content.size)),
      ])
      if (classes.length === 0) yield notApplicable(app, notTagged(tag), [app])
      else if (shared.length > 0) yield fail(app, `${what} and runs ${sizes}, outside of any space.`, grounds)
      else if (reads.refusal('app', app.subjectId))
        yield notEvaluated(app, reads.gap('app', app.subjectId) ?? 'Its dynos were not read.', grounds)
      else if (running.length === 0) yield notApplicable(app, `${what}, but runs no dyno.`, grounds)
      else if (!needsShield) yield pass(app, `${what} and runs ${sizes}.`, grounds)
      else if (shield === null || app.content === null)
        yield notEvaluated(app, `${what}; whether its space is shielded is not known.`, grounds)
      else if (shield) yield pass(app, `${what} and runs ${sizes} in Shield Space ${space?.name}.`, grounds)
      else
        yield fail(
          app,
          `${what}; ${space ? `space ${space.name} is` : 'its dynos are'} not shielded.`,
          grounds,
        )
    })
  },
}

/** Documents that speak for each class of data; for all others any report or certificate. */
const SPEAKS: Readonly<Partial<Record<DataClass, readonly ReviewKind[]>>> = {
  cardholder: ['pci-aoc'],
  phi: ['baa'],
  'french-health': ['hds-certificate'],
  ismap: ['ismap-registration'],
}
const ANY: readonly ReviewKind[] = ['soc2-report', 'iso-certificate']

/** PLT-05. */
export const generationIsCertified: Check = {
  id: 'PLT-05',
  title: 'No scoped app is on a generation outside the certified scope',
  severity: 'high',
  needs: ['app-inventory'],
  why: 'A certificate speaks for the services that it names. New parts of a platform are often certified a year after they are sold.',
  fix: 'Run the app on a runtime that the current certificates name, or wait for certificates that name it; then attach them and fill in their review sheets.',
  limits:
    'Looks at the services that reviewers read out of current documents: for cardholder data the PCI attestation, for health data the BAA, for French health data the HDS certificate, for ISMAP its registration, for all other data any SOC 2 report or ISO certificate.',
  *judge(view) {
    const tagOf = tagsOf(view)
    const named = certified(view)
    yield* eachApp(view, function* (app) {
      const tag = tagOf(app.subjectId)
      const classes = dataClassesOf(tag) ?? []
      const service = serviceOf(app)
      if (classes.length === 0) return yield notApplicable(app, notTagged(tag), [app])
      if (service === null)
        return yield notEvaluated(app, 'On which runtime and generation it runs is not known.', [app])
      const runtime = SERVICE_NAMES[service]
      const answers = classes.map((one) => ({ one, by: named(SPEAKS[one] ?? ANY, service) }))
      const outside = answers.filter(({ by }) => by === 'no').map(({ one }) => one)
      const open = answers.filter(({ by }) => by === 'none').map(({ one }) => one)
      if (outside.length > 0)
        yield fail(app, `For ${inClassWords(outside)} no current document names ${runtime}.`, [app])
      else if (open.length > 0)
        yield notEvaluated(
          app,
          `It runs on ${runtime}; for ${inClassWords(open)} no current document with a review sheet is in the register.`,
          [app],
        )
      else yield pass(app, `Current documents for ${inClassWords(classes)} name ${runtime}.`, [app])
    })
  },
}

/** The runtime of an app by the words of certificates; null where Heroku did not tell. */
function serviceOf({ content }: App): HerokuService | null {
  if (content === null || content.generation === null) return null
  if (content.generation === 'fir') return 'fir'
  if (content.space === null) return 'common-runtime'
  if (content.space.shield === null) return null
  return content.space.shield ? 'shield-spaces' : 'private-spaces'
}

/** Tells whether current documents of some kinds name a service; `none` where there is no such document. */
function certified(view: EvidenceView) {
  const today = testDay(view)
  return (kinds: readonly ReviewKind[], service: HerokuService): 'yes' | 'no' | 'none' => {
    const current = reviewed(view, ...kinds).filter(({ sheet }) => isCurrent(sheet, today))
    if (current.length === 0) return 'none'
    return current.some(({ sheet }) => 'services' in sheet && sheet.services.includes(service)) ? 'yes' : 'no'
  }
}

/** Valid on a day; a report or attestation for fifteen months after what it looked at. */
function isCurrent(sheet: object, today: string): boolean {
  const facts = sheet as Readonly<Record<string, unknown>>
  const text = (name: string) => (typeof facts[name] === 'string' ? String(facts[name]) : null)
  const to = text('validTo')
  if (to !== null) return (text('validFrom') ?? '') <= today && today <= to
  if (text('effective') !== null) return (text('effective') ?? '') <= today
  const last = text('periodEnd') ?? text('date')
  return last !== null && Date.parse(today) - Date.parse(last) <= 457 * 86_400_000
}
