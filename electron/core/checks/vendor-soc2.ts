import type { Check } from './check.ts'
import {
  dayAfter,
  elapsedPeriod,
  firstGap,
  monthsAfter,
  reviewed,
  servicesInUse,
  serviceWords,
  testDay,
} from './facts/vendor.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

const NO_REPORT = 'No SOC 2 report with a review sheet is in the register.'
const REGISTER =
  'Attach the document and fill in its review sheet; ask Heroku support for reports that are not public.'

const inWords = ({ start, end }: { readonly start: string; readonly end: string }) => `${start} to ${end}`

/** VEN-01. */
export const soc2CoversPeriod: Check = {
  id: 'VEN-01',
  title: 'A SOC 2 Type II report covers the audit period',
  severity: 'high',
  needs: [],
  why: 'What Heroku operates can be relied on only for the time that an independent examiner looked at it.',
  fix: REGISTER,
  limits: 'Dates and type are what the reviewer entered. The period counts up to the day of the collection.',
  *judge(view) {
    const reports = reviewed(view, 'soc2-report')
    if (reports.length === 0) return yield notEvaluated(WHOLE, NO_REPORT)
    const period = elapsedPeriod(view)
    const typeTwo = reports.filter(({ sheet }) => sheet.type === 'II')
    const spans = typeTwo.map(({ sheet }) => ({ start: sheet.periodStart, end: sheet.periodEnd }))
    const gap = firstGap(period, spans)
    if (typeTwo.length === 0)
      yield fail(
        WHOLE,
        'Only reports of type I are held: they tell of the design on one day, not of the period.',
      )
    else if (!gap)
      yield pass(WHOLE, `${count(typeTwo.length, 'report')} of type II cover ${inWords(period)}.`)
    else {
      const letters = reviewed(view, 'bridge-letter').map(({ sheet }) => ({
        start: sheet.from,
        end: sheet.to,
      }))
      const rest = firstGap(period, [...spans, ...letters])
      if (rest) yield fail(WHOLE, `Nothing covers ${inWords(rest)} of the audit period ${inWords(period)}.`)
      else
        yield pass(
          WHOLE,
          `Reports of type II and a bridge letter for ${inWords(gap)} cover ${inWords(period)}.`,
        )
    }
  },
}

/** Months that a bridge letter may span: a rule of our own, from practice and no standard. */
const BRIDGE_MONTHS = 3

/** VEN-02. */
export const bridgeFollowsReport: Check = {
  id: 'VEN-02',
  title: 'Bridge letter follows directly after the report',
  severity: 'medium',
  needs: [],
  why: 'A letter is only the word of management: it carries a short time right after a report, and nothing else.',
  fix: 'Ask for the newer report, or for a letter that begins the day after the period of the report.',
  limits: 'Three months is a rule of this app, from practice; no standard sets it.',
  *judge(view) {
    const reports = reviewed(view, 'soc2-report').filter(({ sheet }) => sheet.type === 'II')
    if (reports.length === 0) return yield notEvaluated(WHOLE, NO_REPORT)
    const spans = reports.map(({ sheet }) => ({ start: sheet.periodStart, end: sheet.periodEnd }))
    if (!firstGap(elapsedPeriod(view), spans))
      return yield notApplicable(WHOLE, 'The report covers the whole period; no letter is needed.')
    const letters = reviewed(view, 'bridge-letter')
    if (letters.length === 0)
      yield notEvaluated(WHOLE, 'No bridge letter with a review sheet is in the register.')
    for (const letter of letters) {
      const { from, to } = letter.sheet
      const before = spans.map(({ end }) => end).filter((end) => from <= dayAfter(end) && to > end)
      const last = before.sort().at(-1)
      if (!last) yield fail(letter, `It begins on ${from}; no report ends on the day before.`)
      else if (to > monthsAfter(last, BRIDGE_MONTHS))
        yield fail(
          letter,
          `It runs to ${to}, more than ${BRIDGE_MONTHS} months after the report that ends on ${last}.`,
        )
      else yield pass(letter, `It follows the report that ends on ${last} without a gap and runs to ${to}.`)
    }
  },
}

/** VEN-03. */
export const reportNamesServices: Check = {
  id: 'VEN-03',
  title: 'Report scope names each Heroku service in use',
  severity: 'high',
  needs: ['app-inventory', 'addon-inventory'],
  why: 'A service that the report does not name was not examined, however well known the vendor is.',
  fix: 'Compare the system description of the report; move what it leaves out, or find other assurance for it.',
  limits: 'Add-ons of partners are judged by ADD-04.',
  *judge(view) {
    const today = testDay(view)
    const reports = reviewed(view, 'soc2-report')
    const newest = reports.toSorted((a, b) => (a.sheet.periodEnd < b.sheet.periodEnd ? 1 : -1))[0]
    if (!newest) return yield notEvaluated(WHOLE, NO_REPORT)
    const inUse = servicesInUse(view)
    if (inUse.size === 0) return yield notApplicable(newest, `No service of Heroku was in use on ${today}.`)
    const missing = [...inUse.keys()].filter((service) => !newest.sheet.services.includes(service))
    const grounds = [...inUse].flatMap(([service, items]) =>
      missing.length === 0 || missing.includes(service) ? items : [],
    )
    if (missing.length === 0)
      yield pass(newest, `It names every service in use: ${serviceWords(inUse.keys())}.`, grounds)
    else yield fail(newest, `In use, but not named by the report: ${serviceWords(missing)}.`, grounds)
  },
}

/** VEN-04. */
export const exceptionsAssessed: Check = {
  id: 'VEN-04',
  title: 'Each report exception has an assessment',
  severity: 'medium',
  needs: [],
  why: 'An exception that the examiner found may fall on the customer; only the customer can tell.',
  fix: 'Write for each exception what it means here, and who says so.',
  limits: '',
  *judge(view) {
    const reports = reviewed(view, 'soc2-report')
    if (reports.length === 0) yield notEvaluated(WHOLE, NO_REPORT)
    for (const report of reports) {
      const { exceptions } = report.sheet
      const open = exceptions.filter((one) => one.assessment === '' || one.assessedBy === '')
      if (exceptions.length === 0) yield notApplicable(report, 'The report tells no exception.')
      else if (open.length === 0)
        yield pass(report, `All ${count(exceptions.length, 'exception')} are assessed and signed.`)
      else yield fail(report, `Without assessment: ${listed(open.map(({ id }) => id))}.`)
    }
  },
}

/** VEN-05. */
export const userControlsAnswered: Check = {
  id: 'VEN-05',
  title: 'Each complementary user entity control is answered',
  severity: 'high',
  needs: [],
  why: 'The examiner takes for granted that the customer does these things; without them the opinion does not hold here.',
  fix: 'Answer each in the review sheet of the report, with the evidence that shows it or the reason why it does not apply.',
  limits: 'Whether an answer is good is for a person to judge.',
  *judge(view) {
    const reports = reviewed(view, 'soc2-report')
    if (reports.length === 0) yield notEvaluated(WHOLE, NO_REPORT)
    for (const report of reports) {
      const { controls } = report.sheet
      const open = controls.filter(({ answer, answeredBy }) => answer === '' || answeredBy === '')
      if (controls.length === 0)
        yield notEvaluated(report, 'The controls that the report expects of its users were not entered yet.')
      else if (open.length === 0) {
        const shown = controls.filter(({ evidence }) => evidence.length > 0).length
        yield pass(report, `All ${controls.length} are answered, ${shown} of them with own evidence.`)
      } else yield fail(report, `Not answered: ${listed(open.map(({ id }) => id))}.`)
    }
  },
}
