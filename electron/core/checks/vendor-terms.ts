import type { Check } from './check.ts'
import { appsWith, monthsAfter, reviewed, servicesInUse, serviceWords, testDay } from './facts/vendor.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { day, listed } from './facts/words.ts'

/** VEN-09. */
export const baaBeforeHealthData: Check = {
  id: 'VEN-09',
  title: 'BAA was in force before PHI was handled',
  severity: 'critical',
  needs: ['app-inventory'],
  why: 'Health information may reach a business associate only after it has signed.',
  fix: 'Ask legal for the signed agreement and enter its effective date; treat earlier handling as an incident to assess.',
  limits:
    'The first handling is taken as the first release of an app that is tagged with PHI: its creation where no release is known.',
  *judge(view) {
    const apps = appsWith(view, 'phi')
    if (apps.length === 0)
      return yield notApplicable(WHOLE, 'No app is tagged as handling health information.')
    const effective = reviewed(view, 'baa')
      .map(({ sheet }) => sheet.effective)
      .sort()[0]
    const first = new Map<string, string>()
    for (const { content } of view.items('releases')) {
      const known = first.get(content.app.id)
      if (known === undefined || content.created_at < known) first.set(content.app.id, content.created_at)
    }
    for (const app of apps) {
      const since = first.get(app.subjectId) ?? app.content?.created_at
      if (effective === undefined)
        yield fail(app, 'It is tagged with PHI, and no BAA with a review sheet is in the register.', [app])
      else if (since === undefined)
        yield notEvaluated(app, 'When the app was first released is not known.', [app])
      else if (effective <= day(since))
        yield pass(
          app,
          `The BAA is in force since ${effective}, before the first release on ${day(since)}.`,
          [app],
        )
      else
        yield fail(
          app,
          `It was first released on ${day(since)}; the BAA is in force only since ${effective}.`,
          [app],
        )
    }
  },
}

/** VEN-10. */
export const subprocessorsReviewed: Check = {
  id: 'VEN-10',
  title: 'Sub-processor list was reviewed in 12 months',
  severity: 'medium',
  needs: [],
  why: 'Vendors change whom they work with; a list that nobody has read in a year tells nothing about today.',
  fix: 'Fetch the current list, attach it, compare it with the one before and sign the review.',
  limits: '',
  *judge(view) {
    const lists = reviewed(view, 'subprocessors')
    if (lists.length === 0)
      return yield notEvaluated(WHOLE, 'No list of sub-processors with a review sheet is in the register.')
    const newest = lists.toSorted((a, b) => (a.review.reviewedOn < b.review.reviewedOn ? 1 : -1))[0]
    if (!newest) return
    const { reviewedOn, reviewedBy } = newest.review
    if (testDay(view) < monthsAfter(reviewedOn, 12))
      yield pass(newest, `${reviewedBy} reviewed it on ${reviewedOn}.`)
    else yield fail(newest, `The newest review is of ${reviewedOn}, twelve months ago or more.`)
  },
}

/** VEN-11. */
export const awsDocumentsOnFile: Check = {
  id: 'VEN-11',
  title: 'AWS assurance documents are on file for the carve-out',
  severity: 'medium',
  needs: [],
  why: 'Heroku’s reports leave AWS out; what AWS operates needs its own proof.',
  fix: 'Download the reports from AWS Artifact, attach them and fill in their review sheets.',
  limits: '',
  *judge(view) {
    const today = testDay(view)
    const documents = reviewed(view, 'aws-assurance')
    if (documents.length === 0) yield fail(WHOLE, 'No assurance document of AWS is on file.')
    for (const document of documents) {
      const { report, validFrom, validTo } = document.sheet
      if (validFrom <= today && today <= validTo) yield pass(document, `${report}, valid until ${validTo}.`)
      else yield fail(document, `${report} holds from ${validFrom} to ${validTo}, not on ${today}.`)
    }
  },
}

/** VEN-12. */
export const sparcRecorded: Check = {
  id: 'VEN-12',
  title: 'Security, privacy and architecture document version is recorded',
  severity: 'low',
  needs: [],
  why: 'What the vendor promises about the service stands in this document; which version was relied on has to be known.',
  fix: 'Attach the current version and enter its date.',
  limits: '',
  *judge(view) {
    const documents = reviewed(view, 'sparc')
    if (documents.length === 0)
      return yield notEvaluated(
        WHOLE,
        'The security, privacy and architecture document is not in the register.',
      )
    const newest = documents.toSorted((a, b) => (a.sheet.version < b.sheet.version ? 1 : -1))[0]
    if (!newest) return
    const { version } = newest.sheet
    if (testDay(view) < monthsAfter(newest.review.reviewedOn, 12))
      yield pass(
        newest,
        `Version of ${version}, read on ${newest.review.reviewedOn}; the locker holds its hash.`,
      )
    else
      yield fail(
        newest,
        `The version of ${version} was last looked at on ${newest.review.reviewedOn}, twelve months ago or more.`,
      )
  },
}

/** VEN-13. */
export const penetrationTestCurrent: Check = {
  id: 'VEN-13',
  title: 'Penetration test summary is within 12 months',
  severity: 'low',
  needs: [],
  why: 'Somebody independent should have tried to break the platform within the last year.',
  fix: 'Ask Heroku support for the summary of the newest test.',
  limits: 'The summary of the vendor; tests of one’s own apps are another matter.',
  *judge(view) {
    const dates = reviewed(view, 'penetration-test').toSorted((a, b) =>
      a.sheet.date < b.sheet.date ? 1 : -1,
    )
    const [newest] = dates
    if (!newest) yield fail(WHOLE, 'No summary of a penetration test is on file.')
    else if (testDay(view) < monthsAfter(newest.sheet.date, 12))
      yield pass(newest, `The test is of ${newest.sheet.date}.`)
    else yield fail(newest, `The newest test is of ${newest.sheet.date}, twelve months ago or more.`)
  },
}

/** VEN-18. */
export const recoveryTargetsMet: Check = {
  id: 'VEN-18',
  title: 'Recovery objectives of the vendor meet own targets',
  severity: 'medium',
  needs: ['app-inventory', 'addon-inventory'],
  why: 'One cannot promise to be back sooner, or to lose less, than the platform underneath.',
  fix: 'Set targets that the vendor’s terms can carry, use plans with high availability, or plan for another place to run.',
  limits: 'Own targets come from the policy (`ownRestoreHours`, `ownLossHours`).',
  *judge(view, { ownRestoreHours, ownLossHours }) {
    if (ownRestoreHours === null && ownLossHours === null)
      return yield notApplicable(WHOLE, 'No recovery target of one’s own is set in the policy.')
    const statements = reviewed(view, 'dr-statement')
    if (statements.length === 0)
      yield notEvaluated(WHOLE, 'No recovery statement of the vendor with a review sheet is in the register.')
    const inUse = servicesInUse(view)
    const grounds = [...inUse.values()].flat()
    for (const statement of statements) {
      const { restoreHours, lossHours, services } = statement.sheet
      const outside = [...inUse.keys()].filter((service) => !services.includes(service))
      const tighter = [
        ...(ownRestoreHours !== null && ownRestoreHours < restoreHours
          ? [`back within ${ownRestoreHours} h, the vendor says ${restoreHours} h`]
          : []),
        ...(ownLossHours !== null && ownLossHours < lossHours
          ? [`at most ${ownLossHours} h lost, the vendor says ${lossHours} h`]
          : []),
      ]
      if (tighter.length > 0) yield fail(statement, `Own targets are tighter: ${listed(tighter)}.`, grounds)
      else if (outside.length > 0)
        yield fail(statement, `In use, but outside the statement: ${serviceWords(outside)}.`, grounds)
      else
        yield pass(
          statement,
          `Own targets are met: ${restoreHours} h to restore, ${lossHours} h of loss.`,
          grounds,
        )
    }
  },
}

/** VEN-19. */
export const incidentNoticeRecorded: Check = {
  id: 'VEN-19',
  title: 'Vendor incident notice term is recorded and tested in the plan',
  severity: 'medium',
  needs: [],
  why: 'The own clock for notices begins when the vendor tells; who does not know the term cannot keep the own one.',
  fix: 'Extract the term from the contract, put it into the incident plan, and exercise the plan.',
  limits: 'How good the exercise was is for a person to judge.',
  *judge(view) {
    const terms = reviewed(view, 'incident-terms')
    if (terms.length === 0)
      yield notEvaluated(WHOLE, 'No contract extract on incident notice is in the register.')
    for (const term of terms) {
      const { ownPlanOn, term: words } = term.sheet
      if (ownPlanOn === null)
        yield fail(term, `The term is recorded (${words}), but no own plan with a date takes it up.`)
      else yield pass(term, `The term is recorded (${words}); the own plan took it up on ${ownPlanOn}.`)
    }
  },
}
