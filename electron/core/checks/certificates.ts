import type { Verdict } from '../../../shared/model/check.ts'
import type { Check, EvidenceView } from './check.ts'
import { isAfterDays } from './facts/ages.ts'
import { type App, eachApp } from './facts/apps.ts'
import { type Certificate, type Domain, tlsOf } from './facts/certificates.ts'
import { givenList } from './facts/lists.ts'
import { readsOf } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { day, listed } from './facts/words.ts'

/** Judges each certificate of the apps that have a custom domain. */
function* eachCertificate(
  view: EvidenceView,
  judge: (certificate: Certificate, domains: readonly Domain[], app: App) => Verdict,
): Iterable<Verdict> {
  const tls = tlsOf(view)
  const reads = readsOf(view, 'domains-acm-certificates')
  yield* eachApp(view, function* (app) {
    const custom = tls.custom(app.subjectId)
    const certificates = tls.certificates(app.subjectId)
    const gap = reads.gap('app', app.subjectId)
    if (gap) yield notEvaluated(app, gap, [app])
    else if (custom.length === 0) yield notApplicable(app, 'The app has no custom domain.', [app])
    else if (certificates.length === 0)
      yield notApplicable(app, 'The app has no certificate; TLS-01 judges its domains.', [app, ...custom])
    if (custom.length > 0) for (const item of certificates) yield judge(item, custom, app)
  })
}

/** TLS-02. */
export const certificatesLastLonger: Check = {
  id: 'TLS-02',
  title: 'No certificate ends within 30 days',
  severity: 'high',
  needs: ['app-inventory', 'domains-acm-certificates'],
  why: 'A certificate that ends takes the site down on a known day. Thirty days leave time for an order that goes wrong.',
  fix: 'Renew at the issuer and `heroku certs:update CERT KEY --app APP`; for automatic ones see `heroku certs:auto --app APP` for what keeps Heroku from renewing.',
  limits:
    'Heroku renews automatic certificates from about a month before they end, so these have to last 14 days only (policy `certificateDays`, `acmCertificateDays`). Certificates at a CDN in front are not visible.',
  judge: (view, policy) =>
    eachCertificate(view, (item, domains) => {
      const { name, expires_at: end, acm } = item.content
      const days = acm ? policy.acmCertificateDays : policy.certificateDays
      const kind = acm ? 'Automatic certificate' : 'Certificate'
      if (end === null)
        return notEvaluated(item, `Heroku did not tell when certificate ${name} ends.`, [item])
      const ended = Date.parse(end) <= view.asOf.getTime()
      if (ended) return fail(item, `${kind} ${name} ended on ${day(end)}.`, [item])
      if (!isAfterDays(view.asOf, end, days))
        return fail(
          item,
          `${kind} ${name} ends on ${day(end)}, not more than ${days} days after the collection.`,
          [item],
        )
      const failing = domains.filter(
        ({ content }) =>
          content.sni_endpoint?.id === item.content.id && /fail/i.test(content.acm_status ?? ''),
      )
      if (acm && failing.length > 0)
        return fail(
          item,
          `Automatic certificate ${name} ends on ${day(end)} and its renewal fails for ${listed(failing.map((d) => d.content.hostname))}.`,
          [item, ...failing],
        )
      return pass(item, `${kind} ${name} ends on ${day(end)}, more than ${days} days after the collection.`, [
        item,
      ])
    }),
}

/** TLS-03. */
export const certificatesAreCaSigned: Check = {
  id: 'TLS-03',
  title: 'No certificate is self-signed',
  severity: 'medium',
  needs: ['app-inventory', 'domains-acm-certificates'],
  why: 'Clients cannot tell a self-signed certificate from an attacker’s, so users and programs learn to skip the check.',
  fix: 'Use automatic certificates (`heroku certs:auto:enable --app APP`) or one from a public authority (`heroku certs:update CERT KEY --app APP`).',
  limits:
    'A reason, such as an origin certificate behind a CDN, stands on the list of explanations (kind self-signed), by the name of the certificate or of its app.',
  needsLists: ['explanations'],
  judge(view) {
    const explained = new Map(
      givenList(view, 'explanations')
        ?.rows.filter(({ kind }) => kind === 'self-signed')
        .map((row) => [row.subject.toLowerCase(), row.reason]),
    )
    return eachCertificate(view, (item) => {
      const { name, self_signed: self, ca_signed: ca, acm, issuer } = item.content
      const why = explained.get(name.toLowerCase()) ?? explained.get(item.content.app.name.toLowerCase())
      if (self && why)
        return pass(item, `Certificate ${name} is self-signed on purpose: ${why.replace(/\.$/, '')}.`, [item])
      if (self) return fail(item, `Certificate ${name} is self-signed.`, [item])
      if (ca) return pass(item, `Certificate ${name} is signed by ${issuer ?? 'an authority'}.`, [item])
      if (acm && self === null && ca === null)
        return pass(item, `Certificate ${name} is Heroku’s automatic one, which a public authority signs.`, [
          item,
        ])
      return notEvaluated(item, `Heroku did not tell that an authority signed certificate ${name}.`, [item])
    })
  },
}
