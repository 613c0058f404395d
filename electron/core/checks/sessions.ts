import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import { ownAuthorizations } from './authorizations.ts'
import type { Check, EvidenceView } from './check.ts'
import { saidBy, standing } from './facts/attestations.ts'
import { givenList } from './facts/lists.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { type About, fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day } from './facts/words.ts'

/** Minutes after which Heroku asks people to sign in again. Sources: its help page on sessions, its changelog. */
const WITH_SSO = 8 * 60
const WITH_MFA = 10 * 24 * 60

/** TOK-10. */
export const sessionsEndInTime: Check = {
  id: 'TOK-10',
  title: 'Session lifetime statement fits the policy',
  severity: 'medium',
  needs: ['sso-identity-provider'],
  needsAttestations: ['session-length'],
  why: 'Whoever sits down at an unlocked computer is signed in at Heroku. How long that lasts is not a setting of Heroku, so something else has to end it in time.',
  fix: 'Sign in by single sign-on, let the identity provider or the lock of the screen end sessions within the limit, and state which of them does and after how long.',
  limits:
    'Heroku ends Dashboard sessions after 24 hours, after up to 10 days with a second factor, after 8 hours with single sign-on; no API tells or sets it. What ends them earlier rests on the word of a person. The limit comes from the policy (`signInAgainMinutes`; PCI DSS asks for 15 minutes of idleness).',
  *judge(view, { signInAgainMinutes: limit }) {
    const grounds = view
      .items('sso-identity-provider')
      .filter(({ content }) => content.of !== 'identity-provider')
    const without = grounds.filter(
      ({ content }) =>
        content.of === 'team' &&
        content.identity_provider === null &&
        !servedAbove(view, content.enterprise_account),
    )
    const platform = grounds.length > 0 && without.length === 0 ? WITH_SSO : WITH_MFA
    const heroku = `Heroku asks again after ${inWords(platform)} at the latest`
    if (platform <= limit) return yield pass(WHOLE, `${heroku}; the limit is ${inWords(limit)}.`, grounds)
    const word = standing(view, 'session-length')
    if (!('stated' in word))
      return yield notEvaluated(WHOLE, `${heroku}; the limit is ${inWords(limit)}. ${word.missing}`, grounds)
    const { answer, facts } = word.stated.content
    const by = String(facts['set by'] ?? '').trim()
    const minutes = typeof facts.hours === 'number' ? facts.hours * 60 : null
    if (answer === false)
      yield fail(WHOLE, `${heroku}, which is not accepted: ${saidBy(word.stated)}.`, grounds)
    else if (by !== '' && (minutes === null || minutes <= limit))
      yield pass(WHOLE, `${heroku}, but ${by} ends sessions earlier: ${saidBy(word.stated)}.`, grounds)
    else if (minutes !== null && minutes <= limit)
      yield pass(WHOLE, `Sessions end after ${inWords(minutes)}: ${saidBy(word.stated)}.`, grounds)
    else if (minutes !== null)
      yield fail(
        WHOLE,
        `Sessions end after ${inWords(minutes)}, the limit is ${inWords(limit)}: ${saidBy(word.stated)}.`,
        grounds,
      )
    else
      yield fail(
        WHOLE,
        `${heroku}, the limit is ${inWords(limit)}, and no other control is named: ${saidBy(word.stated)}.`,
        grounds,
      )
  },
}

/** True where the enterprise account of a team has a provider, which then serves the team too. */
function servedAbove(view: EvidenceView, enterprise: string | null): boolean {
  return (
    enterprise !== null &&
    view
      .items('sso-identity-provider')
      .some(
        ({ content }) =>
          content.of === 'enterprise-account' &&
          content.name === enterprise &&
          content.identity_provider !== null,
      )
  )
}

function inWords(minutes: number): string {
  const rounded = Math.round(minutes)
  if (rounded < 60 || rounded % 60 !== 0) return count(rounded, 'minute')
  const hours = rounded / 60
  return hours > 24 && hours % 24 === 0 ? count(hours / 24, 'day') : count(hours, 'hour')
}

/** TOK-11. */
export const sessionsAreKnown: Check = {
  id: 'TOK-11',
  title: 'Browser and API sessions of the collecting account are known',
  severity: 'low',
  needs: ['api-sessions', 'oauth-authorizations'],
  needsLists: ['session-owners'],
  needsAttestations: ['account-sessions'],
  why: 'A session that the owner of an account does not recognise is somebody else’s.',
  fix: 'Look through `heroku sessions` and `heroku authorizations`, end what is unknown (`heroku sessions:destroy ID`, `heroku authorizations:revoke ID`), and record the rest as recognised.',
  limits: 'Sessions of other people cannot be read. A statement speaks for sessions that began before it.',
  *judge(view) {
    const list = givenList(view, 'session-owners')
    const known = new Map((list?.rows ?? []).map((row) => [row.authorization.toLowerCase(), row]))
    const word = standing(view, 'account-sessions')
    const sessions = sessionsOf(view)
    for (const { about, began, item } of sessions) {
      const row = known.get(about.subjectId.toLowerCase())
      const since = `Open since ${day(began)}`
      if (row) yield pass(about, `${since}; ${row.owner} recognised it on ${row.on}.`, [item])
      else if (list) yield fail(about, `${since}; it is not on ${list.called}.`, [item])
      else if (!('stated' in word)) yield notEvaluated(about, `${since}. ${word.missing}`, [item])
      else if (word.stated.content.date < began.slice(0, 10))
        yield notEvaluated(about, `${since}, after the statement of ${word.stated.content.date}.`, [item])
      else if (word.stated.content.answer === null)
        yield notEvaluated(about, `${since}. Neither yes nor no: ${saidBy(word.stated)}.`, [item])
      else if (word.stated.content.answer)
        yield pass(about, `${since}; every session is recognised: ${saidBy(word.stated)}.`, [item])
      else yield fail(about, `${since}; not every session is recognised: ${saidBy(word.stated)}.`, [item])
    }
    const reads = readsOf(view, 'api-sessions')
    yield* refusedSubjects(reads, ['account'])
    if (sessions.length === 0 && reads.refusals.length === 0)
      yield notApplicable(WHOLE, 'The collecting account has no open session.')
  },
}

interface Session {
  readonly about: About
  readonly began: string
  readonly item: EvidenceItem<'api-sessions'> | EvidenceItem<'oauth-authorizations'>
}

/** Sessions as Heroku lists them, and authorizations that belong to one. */
function sessionsOf(view: EvidenceView): readonly Session[] {
  const listed = view.items('api-sessions').map((item) => ({
    about: { subject: item.subject, subjectId: item.content.id },
    began: item.content.created_at,
    item,
  }))
  const tokens = ownAuthorizations(view)
    .filter((item) => item.content.has_session && item.content.is_collector !== true)
    .map((item) => ({
      about: { subject: item.subject, subjectId: item.content.id },
      began: item.content.created_at,
      item,
    }))
  return [...listed, ...tokens]
}
