import { PCI_REQUIREMENTS } from '../../../shared/model/records/document-review.ts'
import type { Check } from './check.ts'
import {
  appsWith,
  elapsedPeriod,
  firstGap,
  monthsAfter,
  type Reviewed,
  reviewed,
  servicesInUse,
  serviceWords,
  testDay,
} from './facts/vendor.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

const ASK =
  'Fetch the current document from Heroku (compliance.heroku.com or support), attach it and fill in its review sheet.'

const isValid = (
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string },
  today: string,
) => validFrom <= today && today <= validTo

/** VEN-06. */
export const isoCertificatesValid: Check = {
  id: 'VEN-06',
  title: 'ISO certificates are valid on the test date',
  severity: 'medium',
  needs: ['app-inventory', 'addon-inventory'],
  why: 'A certificate speaks for its term and its scope; a lapsed one, or one for other services, for nothing.',
  fix: ASK,
  limits: 'Whether the certification body is accredited is not judged.',
  *judge(view) {
    const today = testDay(view)
    const certificates = reviewed(view, 'iso-certificate')
    if (certificates.length === 0)
      yield notEvaluated(WHOLE, 'No ISO certificate with a review sheet is in the register.')
    const inUse = servicesInUse(view)
    const grounds = [...inUse.values()].flat()
    for (const certificate of certificates) {
      const { validFrom, validTo, services, standard } = certificate.sheet
      const missing = [...inUse.keys()].filter((service) => !services.includes(service))
      if (!isValid(certificate.sheet, today))
        yield fail(
          certificate,
          `The certificate for ISO/IEC ${standard} holds from ${validFrom} to ${validTo}, not on ${today}.`,
          grounds,
        )
      else if (missing.length > 0)
        yield fail(
          certificate,
          `It is valid, but does not name ${serviceWords(missing)}, which is in use.`,
          grounds,
        )
      else yield pass(certificate, `Valid until ${validTo}; it names every service in use.`, grounds)
    }
  },
}

/** VEN-07. */
export const pciAttestationCurrent: Check = {
  id: 'VEN-07',
  title: 'PCI attestation is under 12 months old and names Shield services',
  severity: 'high',
  needs: ['app-inventory'],
  why: 'Who lets a provider handle cardholder data has to know each year that the provider complies.',
  fix: ASK,
  limits: 'Whether the attestation is for a level that fits is for a person to judge.',
  *judge(view) {
    const apps = appsWith(view, 'cardholder')
    if (apps.length === 0) return yield notApplicable(WHOLE, 'No app is tagged as handling cardholder data.')
    const attestations = reviewed(view, 'pci-aoc')
    if (attestations.length === 0)
      yield notEvaluated(WHOLE, 'No PCI attestation of compliance with a review sheet is in the register.')
    for (const attestation of attestations) {
      const { date, services } = attestation.sheet
      if (testDay(view) >= monthsAfter(date, 12))
        yield fail(attestation, `It is of ${date}, twelve months ago or more.`, apps)
      else if (!services.includes('shield-spaces'))
        yield fail(
          attestation,
          'It does not name Shield Private Spaces, where cardholder data has to be.',
          apps,
        )
      else yield pass(attestation, `It is of ${date} and names Shield Private Spaces.`, apps)
    }
  },
}

/** VEN-08. */
export const pciMatrixComplete: Check = {
  id: 'VEN-08',
  title: 'PCI responsibility matrix is complete',
  severity: 'medium',
  needs: ['app-inventory'],
  why: 'A requirement that neither side believes to be its own is met by nobody.',
  fix: 'Take over from the matrix of the vendor who sees to each of the twelve requirements, and settle the rest.',
  limits: 'Judged are the twelve principal requirements, not each of their parts.',
  *judge(view) {
    const apps = appsWith(view, 'cardholder')
    if (apps.length === 0) return yield notApplicable(WHOLE, 'No app is tagged as handling cardholder data.')
    const matrices = reviewed(view, 'pci-responsibility-matrix')
    if (matrices.length === 0)
      yield notEvaluated(WHOLE, 'No PCI responsibility matrix with a review sheet is in the register.')
    for (const matrix of matrices) {
      const open = PCI_REQUIREMENTS.filter((requirement) => !matrix.sheet.owners[requirement])
      if (open.length > 0) yield fail(matrix, `Without an owner: requirement ${listed(open, 12)}.`, apps)
      else yield pass(matrix, 'Each of the twelve requirements has an owner.', apps)
    }
  },
}

/** VEN-14. */
export const healthAndGovernmentScope: Check = {
  id: 'VEN-14',
  title: 'HDS or ISMAP status fits services and regions in use',
  severity: 'high',
  needs: ['app-inventory'],
  why: 'French health data and work for the Japanese government ask for a host that is certified for just these services and places.',
  fix: 'Move such apps to services and regions that the certificate names, or fetch the current certificate.',
  limits: 'The duty of French customers under PGSSI-S is their own; see the attestation on it.',
  *judge(view) {
    const schemes = [
      ['french-health', 'hds-certificate', 'HDS'],
      ['ismap', 'ismap-registration', 'ISMAP'],
    ] as const
    for (const [dataClass, kind, name] of schemes) {
      const about = { subject: name, subjectId: kind }
      const apps = appsWith(view, dataClass)
      if (apps.length === 0) {
        yield notApplicable(about, `No app is tagged with data that asks for ${name}.`)
        continue
      }
      const documents = reviewed(view, kind).filter(({ sheet }) => isValid(sheet, testDay(view)))
      if (documents.length === 0) {
        yield fail(
          about,
          `Apps hold such data, and no ${name} document that is valid on ${testDay(view)} is on file.`,
          apps,
        )
        continue
      }
      for (const app of apps) {
        const fits = documents.some((document) => covers(document, app.content))
        if (fits)
          yield pass(
            { ...app, subjectId: `${kind}:${app.subjectId}` },
            `${name} covers its service and region.`,
            [app],
          )
        else
          yield fail(
            { ...app, subjectId: `${kind}:${app.subjectId}` },
            `No valid ${name} document names its service and its region (${app.content?.region ?? 'unknown'}).`,
            [app],
          )
      }
    }
  },
}

function covers(
  { sheet }: Reviewed<'hds-certificate' | 'ismap-registration'>,
  app: { readonly region: string; readonly space: { readonly shield: boolean | null } | null } | null,
): boolean {
  if (!app) return false
  const service =
    app.space === null ? 'common-runtime' : app.space.shield ? 'shield-spaces' : 'private-spaces'
  return (
    sheet.services.includes(service) && (sheet.regions.length === 0 || sheet.regions.includes(app.region))
  )
}

/** VEN-17. */
export const otherReportsFit: Check = {
  id: 'VEN-17',
  title: 'SOC 1 and SOC 3 reports held match the relied-on period',
  severity: 'low',
  needs: [],
  why: 'A report is no assurance for a time that it does not look at.',
  fix: ASK,
  limits: '',
  *judge(view) {
    const reports = reviewed(view, 'soc1-report', 'soc3-report')
    if (reports.length === 0)
      yield notApplicable(WHOLE, 'No SOC 1 or SOC 3 report is in the register: none is relied on.')
    for (const report of reports) {
      const { periodStart, periodEnd, reliedOn } = report.sheet
      const gap = firstGap(elapsedPeriod(view), [{ start: periodStart, end: periodEnd }])
      if (!reliedOn) yield notApplicable(report, 'It is held for information and not relied on.')
      else if (gap) yield fail(report, `It is relied on, but leaves ${gap.start} to ${gap.end} open.`)
      else yield pass(report, `Its period, ${periodStart} to ${periodEnd}, covers the audit period.`)
    }
  },
}

/** VEN-20. */
export const physicalControlsCarried: Check = {
  id: 'VEN-20',
  title: 'Physical controls are carried by a current report',
  severity: 'low',
  needs: [],
  why: 'The customer never enters the data centres; the reports of Heroku and of AWS are all there is on doors and power.',
  fix: ASK,
  limits: 'Inherited: what the reports say about the premises is read by a person.',
  *judge(view) {
    const today = testDay(view)
    const own = { subject: 'SOC 2 report of Heroku', subjectId: 'soc2-report' }
    const aws = { subject: 'Assurance of AWS', subjectId: 'aws-assurance' }
    const reports = reviewed(view, 'soc2-report')
    const current = reports.filter(({ sheet }) => today <= monthsAfter(sheet.periodEnd, 12))
    if (reports.length === 0)
      yield notEvaluated(own, 'No SOC 2 report with a review sheet is in the register.')
    else if (current.length > 0)
      yield pass(own, `Its period ended less than twelve months before ${today}. Inherited.`)
    else yield fail(own, `Every report on file ended more than twelve months before ${today}.`)
    const documents = reviewed(view, 'aws-assurance')
    if (documents.length === 0)
      yield notEvaluated(aws, 'No assurance document of AWS with a review sheet is in the register.')
    else if (documents.some(({ sheet }) => isValid(sheet, today)))
      yield pass(aws, `A document of AWS is valid on ${today}. Inherited.`)
    else yield fail(aws, `Every document of AWS on file has expired by ${today}.`)
  },
}

/** VEN-21. */
export const privacyCertificationsCurrent: Check = {
  id: 'VEN-21',
  title: 'Privacy certifications relied on are current',
  severity: 'low',
  needs: [],
  why: 'Transfers of personal data rest on these certifications; when one lapses, so does the ground of the transfer.',
  fix: ASK,
  limits: '',
  *judge(view) {
    const today = testDay(view)
    const certifications = reviewed(view, 'privacy-certificate')
    if (certifications.length === 0)
      yield notApplicable(WHOLE, 'No privacy certification is in the register: none is relied on.')
    for (const certification of certifications) {
      const { scheme, validFrom, validTo, reliedOn } = certification.sheet
      if (!reliedOn)
        yield notApplicable(certification, `${scheme} is held for information and not relied on.`)
      else if (isValid(certification.sheet, today))
        yield pass(certification, `${scheme} is valid until ${validTo}.`)
      else yield fail(certification, `${scheme} holds from ${validFrom} to ${validTo}, not on ${today}.`)
    }
  },
}
