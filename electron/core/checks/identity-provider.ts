import type { Verdict } from '../../../shared/model/check.ts'
import type { SsoContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { isAfterDays } from './facts/ages.ts'
import { eachProvider, type Provider, providerItems } from './facts/providers.ts'
import { keyWeakness, signatureWeakness } from './facts/strength.ts'
import { eachTeam } from './facts/teams.ts'
import { type About, fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed } from './facts/words.ts'

type Served = EvidenceItem<'sso-identity-provider'> & {
  readonly content: Extract<SsoContent, { of: 'team' | 'enterprise-account' }>
}

/** IDN-03. */
export const singleSignOn: Check = {
  id: 'IDN-03',
  title: 'An enabled SAML identity provider serves the team or its enterprise account',
  severity: 'high',
  needs: ['sso-identity-provider'],
  why: 'With single sign-on people join and leave in one directory. Without it a leaver keeps a working Heroku login until somebody remembers to remove it.',
  fix: 'Set up single sign-on in the Dashboard (team or enterprise account, Settings, Single Sign-On) and enable it once a test sign-in works.',
  limits:
    'Whether every member actually signs in that way is told by IDN-01. The policy `ssoRequired` turns the question off.',
  *judge(view, policy) {
    const providers = providerItems(view)
    const enterprises = new Map(served(view, 'enterprise-account').map((item) => [item.content.name, item]))
    yield* eachTeam(
      view,
      'sso-identity-provider',
      (item) => (item.content.of === 'team' ? item.content.name : null),
      function* (team, items) {
        const own = items.find((item): item is Served => item.content.of === 'team')
        if (!policy.ssoRequired)
          yield notApplicable(team, 'The policy does not require single sign-on.', items)
        else if (own) yield judgeTeam(team, own, enterprises, providers)
        else yield notEvaluated(team, 'Heroku told nothing about the single sign-on of this team.')
      },
      /^\/teams$/,
    )
  },
}

function served(view: EvidenceView, of: Served['content']['of']): readonly Served[] {
  return view.items('sso-identity-provider').filter((item): item is Served => item.content.of === of)
}

function judgeTeam(
  team: About,
  own: Served,
  enterprises: ReadonlyMap<string, Served>,
  providers: ReadonlyMap<string, Provider>,
): Verdict {
  const parent = own.content.enterprise_account
  const enterprise = parent === null ? undefined : enterprises.get(parent)
  const bearer = own.content.identity_provider ? own : enterprise
  const grounds = enterprise ? [own, enterprise] : [own]
  const reference = bearer?.content.identity_provider
  if (!reference) {
    if (parent !== null && !enterprise)
      return notEvaluated(
        team,
        `The team has no identity provider of its own, and its enterprise account ${parent} could not be read.`,
        grounds,
      )
    const where = parent === null ? 'The team' : `Neither the team nor its enterprise account ${parent}`
    return fail(team, `${where} has ${parent === null ? 'no' : 'an'} identity provider.`, grounds)
  }
  const provider = providers.get(reference.id)
  if (!provider || provider.content.enabled === null)
    return notEvaluated(
      team,
      `Identity provider ${reference.name} is named, but whether it is enabled could not be read.`,
      grounds,
    )
  return provider.content.enabled
    ? pass(team, `Identity provider ${reference.name} is enabled.`, [...grounds, provider])
    : fail(team, `Identity provider ${reference.name} is set up but not enabled.`, [...grounds, provider])
}

/** IDN-05. */
export const providerCertificateValid: Check = {
  id: 'IDN-05',
  title: 'Identity provider signing certificate is valid for the next 30 days',
  severity: 'high',
  needs: ['sso-identity-provider'],
  why: 'When the last signing certificate ends, nobody can sign in through the identity provider, and the emergency way around it is rarely a controlled one.',
  fix: 'Add the next signing certificate beside the old one in the Dashboard (Settings, Single Sign-On) before the old one ends; Heroku accepts both.',
  limits: 'Enterprise and team administrators can read the certificates; others cannot.',
  *judge(view, policy) {
    const days = policy.identityProviderCertificateDays
    yield* eachProvider(view, function* (provider, certificates) {
      const last = certificates.toSorted((a, b) => Date.parse(b.expires_at) - Date.parse(a.expires_at))[0]
      if (!last) yield fail(provider, 'The identity provider has no signing certificate.', [provider])
      else if (isAfterDays(view.asOf, last.expires_at, days))
        yield pass(provider, `A signing certificate is valid until ${day(last.expires_at)}.`, [provider])
      else {
        const ended = Date.parse(last.expires_at) <= view.asOf.getTime()
        const when = `${ended ? 'ended' : 'ends'} on ${day(last.expires_at)}`
        yield fail(
          provider,
          `The last signing certificate ${when}, not more than ${days} days after the collection.`,
          [provider],
        )
      }
    })
  },
}

/** IDN-06. */
export const providerCertificateStrong: Check = {
  id: 'IDN-06',
  title: 'Identity provider certificate uses a strong key and signature',
  severity: 'medium',
  needs: ['sso-identity-provider'],
  why: 'Whoever can forge the signature of the identity provider can sign in as anybody. A short key or an outdated hash makes that a matter of computing time.',
  fix: 'Have the identity provider issue a signing certificate with RSA 2048 or more (or EC P-256 or more) and SHA-256 or better, add it at Heroku and remove the weak one.',
  limits:
    'Key and signature are read from the certificate itself; a body that cannot be parsed is not evaluated.',
  *judge(view) {
    yield* eachProvider(view, function* (provider, certificates) {
      const called = (certificate: (typeof certificates)[number]) => certificate.name ?? certificate.id
      const weak = certificates.flatMap((certificate) => {
        const found = [keyWeakness(certificate), signatureWeakness(certificate)].filter(
          (w) => typeof w === 'string',
        )
        return found.length > 0 ? [`${called(certificate)} (${listed(found)})`] : []
      })
      const unread = certificates.filter(
        (c) => keyWeakness(c) === undefined || signatureWeakness(c) === undefined,
      )
      if (weak.length > 0) yield fail(provider, `Weak: ${listed(weak)}.`, [provider])
      else if (unread.length > 0)
        yield notEvaluated(
          provider,
          `Key or signature of ${listed(unread.map(called))} could not be read from the certificate.`,
          [provider],
        )
      else if (certificates.length === 0)
        yield notEvaluated(provider, 'The identity provider has no certificate to judge.', [provider])
      else
        yield pass(
          provider,
          `${count(certificates.length, 'certificate')} with a strong key and signature.`,
          [provider],
        )
    })
  },
}
