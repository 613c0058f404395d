import type { FeaturesContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { monthsBefore } from './facts/ages.ts'
import { eachApp } from './facts/apps.ts'
import { type Stated, saidBy, standing, statedOf } from './facts/attestations.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { spacesOf } from './facts/spaces.ts'
import { fail, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

/** Switching it off lets TLS 1.0 in, as Heroku's command line warns. Source: `heroku features:disable`. */
const STRICT = 'spaces-strict-tls'
const LEGACY = 'spaces-tls-legacy'
const OLD = /\b(ssl|tls)[ v]*(2|3|1(\.[01])?)$/i

/** TLS-05. */
export const legacyTlsIsOff: Check = {
  id: 'TLS-05',
  title: 'Legacy TLS is off',
  severity: 'high',
  needs: ['app-inventory', 'tls-version-ciphers', 'space-isolation'],
  needsAttestations: ['cipher-review'],
  why: 'TLS 1.0 and 1.1 can be broken by who sits between a customer and the app; card schemes forbid them.',
  fix: 'Switch the strict setting on for apps in spaces: `heroku features:enable spaces-strict-tls --app APP`, and `heroku features:disable spaces-tls-legacy --app APP`. Elsewhere test from outside and state what was found as a review of protocols and ciphers.',
  limits:
    'Features of an app tell what the routers of its space accept. Which versions the routers of the Common Runtime and of Fir accept is no setting and not readable: there a person’s review answers, which names the protocols.',
  *judge(view) {
    const features = new Map(
      view
        .items('tls-version-ciphers')
        .filter(({ content }) => content.of === 'app-features')
        .map((item) => [item.content.owner.id, item]),
    )
    const shielded = new Set(spacesOf(view).flatMap(({ content }) => (content.shield ? [content.id] : [])))
    const reads = readsOf(view, 'tls-version-ciphers')
    const review = protocolsOf(view)
    yield* eachApp(view, function* (app) {
      const item = features.get(app.subjectId)
      const grounds = item ? [app, item] : [app]
      const space = app.content?.space ?? null
      const strict = item && stateOf(item, STRICT)
      const where = space ? `Space ${space.name}` : 'The Common Runtime'
      const refusal = reads.refusal('app', app.subjectId)
      const shield = space !== null && (shielded.has(space.id) || space.shield === true)
      if (item && stateOf(item, LEGACY) === true)
        yield fail(app, `Feature ${LEGACY} is on: versions before TLS 1.2 are accepted.`, grounds)
      else if (strict === false && !shield)
        yield fail(app, `Feature ${STRICT} is off: TLS 1.0 is accepted.`, grounds)
      else if (strict === false)
        yield notEvaluated(
          app,
          `Feature ${STRICT} is off, though a Shield Space accepts no TLS 1.0: a test from outside has to tell.`,
          grounds,
        )
      else if (strict === true) yield pass(app, `Feature ${STRICT} is on: TLS 1.2 or later only.`, grounds)
      else if (shield && item)
        yield pass(app, `Shield Space ${space.name} accepts no TLS 1.0, and no feature lets it in.`, grounds)
      else if (refusal && space !== null)
        yield notEvaluated(app, `Its features could not be read (${inWords(refusal)}).`, grounds)
      else if (!item && space !== null)
        yield notEvaluated(
          app,
          reads.gap('app', app.subjectId) ?? 'Heroku told none of its features.',
          grounds,
        )
      else if (!review)
        yield notEvaluated(
          app,
          `${where} does not tell which versions it accepts, and no current review names the protocols.`,
          grounds,
        )
      else if (review.old.length > 0)
        yield fail(app, `A review found ${listed(review.old)} in use: ${saidBy(review.stated)}.`, grounds)
      else
        yield pass(
          app,
          `By a review only ${listed(review.protocols)} are in use: ${saidBy(review.stated)}.`,
          grounds,
        )
    })
  },
}

/** Whether a feature is on; undefined where the app has no such feature. */
function stateOf(item: EvidenceItem<'tls-version-ciphers'>, name: string): boolean | undefined {
  const { features }: FeaturesContent = item.content
  return features.find((feature) => feature.name === name)?.enabled
}

/** The protocols that a current review names; null where there is none, or where it found fault without saying which. */
function protocolsOf(view: EvidenceView) {
  const word = standing(view, 'cipher-review')
  if (!('stated' in word)) return null
  const { facts, answer } = word.stated.content
  const protocols = Array.isArray(facts.protocols) ? facts.protocols : []
  const old = protocols.filter((one) => OLD.test(one.trim()))
  if (protocols.length === 0 || (answer !== true && old.length === 0)) return null
  return { stated: word.stated, protocols, old }
}

/** TLS-06. */
export const ciphersReviewed: Check = {
  id: 'TLS-06',
  title: 'Cipher suite review is on file for the year',
  severity: 'low',
  needs: [],
  needsAttestations: ['cipher-review'],
  why: 'What counts as strong encryption changes. Somebody has to look once a year whether what is in use still does (PCI DSS 12.3.3).',
  fix: 'Scan the own domains, compare with Heroku’s pages on TLS, and state the result with protocols and cipher suites: a review of protocols and ciphers.',
  limits: 'The date and the result are what a person stated.',
  *judge(view) {
    const earliest = monthsBefore(view.asOf, 12).toISOString().slice(0, 10)
    const today = view.asOf.toISOString().slice(0, 10)
    const [newest] = statedOf(view, 'cipher-review').filter(({ content }) => content.date <= today)
    if (!newest) yield fail(WHOLE, 'No review of protocols and ciphers is on file.')
    else if (newest.content.date < earliest)
      yield fail(WHOLE, `The newest review is of ${newest.content.date}, more than twelve months ago.`)
    else yield reviewed(newest)
  },
}

function reviewed(stated: Stated) {
  if (stated.content.answer === null) return notEvaluated(WHOLE, `Neither yes nor no: ${saidBy(stated)}.`)
  return stated.content.answer
    ? pass(WHOLE, `All protocols and ciphers in use are strong: ${saidBy(stated)}.`)
    : fail(WHOLE, `Not all protocols and ciphers in use are strong: ${saidBy(stated)}.`)
}
