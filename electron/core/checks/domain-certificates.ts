import type { Verdict } from '../../../shared/model/check.ts'
import type { Check, EvidenceView } from './check.ts'
import { isWithinHours } from './facts/ages.ts'
import { eachApp } from './facts/apps.ts'
import { type Certificate, type Domain, isValidFor, serving, tlsOf } from './facts/certificates.ts'
import { readsOf } from './facts/reads.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, listed, minute } from './facts/words.ts'

const DONE = /^(ok|cert issued)$/i
const UNDERWAY = /^(pending|verified|dns-verified|verifying|in progress)$/i
const FAILED = /fail/i

/** TLS-01. */
export const domainsHaveCertificate: Check = {
  id: 'TLS-01',
  title: 'Every custom domain has a working certificate',
  severity: 'high',
  needs: ['app-inventory', 'domains-acm-certificates'],
  why: 'A name without a valid certificate is served in clear or with a warning that teaches users to click on.',
  fix: 'Turn on automatic certificates, `heroku certs:auto:enable --app APP`, and point the DNS record at the target of `heroku domains --app APP`; for a wildcard or a name behind a CDN add your own with `heroku certs:add`.',
  limits:
    'Goes by what Heroku tells; no connection is made to the name. Automatic certificates do not cover wildcard names.',
  *judge(view, { certificatePendingHours: hours }) {
    const tls = tlsOf(view)
    const domainReads = readsOf(view, 'domains-acm-certificates', /\/domains$/)
    const certificateReads = readsOf(view, 'domains-acm-certificates', /\/sni-endpoints$/)
    yield* eachApp(view, function* (app) {
      const custom = tls.custom(app.subjectId)
      const gap = domainReads.gap('app', app.subjectId)
      if (gap) yield notEvaluated(app, gap, [app])
      else if (custom.length === 0) yield notApplicable(app, 'The app has no custom domain.', [app])
      for (const domain of custom)
        yield judgeDomain(view, domain, {
          serving: serving(domain, tls.certificates(app.subjectId)),
          unread: certificateReads.refusal('app', app.subjectId) !== null,
          hours,
        })
    })
  },
}

function judgeDomain(
  view: EvidenceView,
  domain: Domain,
  known: { readonly serving: readonly Certificate[]; readonly unread: boolean; readonly hours: number },
): Verdict {
  const { hostname, acm_status: status, acm_status_reason: said, updated_at: since } = domain.content
  const valid = known.serving.find((item) => isValidFor(item, hostname, view.asOf) === true)
  const manual = valid?.content.acm ? undefined : valid
  const because = said ? ` (${said})` : ''
  if (status !== null && DONE.test(status))
    return pass(domain, `Heroku manages the certificate of ${hostname}: ${status}.`, [domain])
  if (manual) {
    const until = manual.content.expires_at ? ` until ${day(manual.content.expires_at)}` : ''
    const aside = status !== null && FAILED.test(status) ? '; the automatic one has failed, see TLS-04' : ''
    return pass(domain, `Certificate ${manual.content.name} covers ${hostname}${until}${aside}.`, [
      domain,
      manual,
    ])
  }
  if (status !== null && FAILED.test(status))
    return fail(domain, `The automatic certificate of ${hostname} has failed: ${status}${because}.`, [domain])
  if (valid) return pass(domain, `Certificate ${valid.content.name} covers ${hostname}.`, [domain, valid])
  if (status !== null && UNDERWAY.test(status))
    return isWithinHours(view.asOf, since, known.hours)
      ? notEvaluated(
          domain,
          `The certificate of ${hostname} is on its way since ${minute(since)}: ${status}.`,
          [domain],
        )
      : fail(
          domain,
          `The certificate of ${hostname} has been on its way for more than ${known.hours} hours: ${status}${because}.`,
          [domain],
        )
  if (known.unread)
    return notEvaluated(
      domain,
      `The certificates of the app could not be read, so it is not known what covers ${hostname}.`,
      [domain],
    )
  return withoutValid(view, domain, known.serving)
}

function withoutValid(view: EvidenceView, domain: Domain, certificates: readonly Certificate[]): Verdict {
  const { hostname } = domain.content
  const grounds: Grounds = [domain, ...certificates]
  if (certificates.some((item) => isValidFor(item, hostname, view.asOf) === null))
    return notEvaluated(domain, `Heroku did not tell when the certificate of ${hostname} ends.`, grounds)
  if (certificates.length === 0) return fail(domain, `No certificate serves ${hostname}.`, grounds)
  const told = certificates.map(({ content }) =>
    content.expires_at && Date.parse(content.expires_at) <= view.asOf.getTime()
      ? `${content.name} ended on ${day(content.expires_at)}`
      : `${content.name} is for ${listed(content.cert_domains)}`,
  )
  return fail(domain, `No valid certificate covers ${hostname}: ${listed(told)}.`, grounds)
}

/** TLS-04. */
export const noFailedAutomaticCertificate: Check = {
  id: 'TLS-04',
  title: 'ACM reports no failed domain',
  severity: 'medium',
  needs: ['app-inventory', 'domains-acm-certificates'],
  why: 'Automatic renewal that has begun to fail is the early warning of a certificate that ends.',
  fix: 'See the reason with `heroku certs:auto --app APP`, correct the DNS record or the CAA entry, then `heroku certs:auto:refresh --app APP`.',
  limits: 'Tells the state at the time of collection.',
  *judge(view) {
    const tls = tlsOf(view)
    const reads = readsOf(view, 'domains-acm-certificates', /\/domains$/)
    yield* eachApp(view, function* (app) {
      const custom = tls.custom(app.subjectId)
      const managed = custom.filter((item) => item.content.acm_status !== null)
      const failed = managed.filter((item) => FAILED.test(item.content.acm_status ?? ''))
      const gap = reads.gap('app', app.subjectId)
      const acm = app.content?.acm ?? null
      if (failed.length > 0)
        yield fail(
          app,
          `Failing: ${listed(failed.map(({ content: c }) => `${c.hostname} (${c.acm_status_reason ?? c.acm_status})`))}.`,
          failed,
        )
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (acm === false || (acm === null && custom.length > 0 && managed.length === 0))
        yield notApplicable(app, 'Automatic certificates are not in use.', [app])
      else if (custom.length === 0) yield notApplicable(app, 'The app has no custom domain.', [app])
      else if (managed.length === 0)
        yield notEvaluated(app, 'Automatic certificates are on, but Heroku told no state of any domain.', [
          app,
          ...custom,
        ])
      else
        yield pass(
          app,
          `${count(managed.length, 'domain')} with automatic certificates, none failing.`,
          managed,
        )
    })
  },
}
