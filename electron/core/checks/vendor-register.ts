import type { Check } from './check.ts'
import { givenList, listMissing } from './facts/lists.ts'
import { reviewed } from './facts/vendor.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** VEN-15. */
export const restrictedStaysHere: Check = {
  id: 'VEN-15',
  title: 'Restricted documents are left out of exports unless allowed',
  severity: 'high',
  needs: [],
  why: 'Reports under a confidentiality agreement may not travel on to whoever receives the evidence.',
  fix: 'Record the recipient with the agreement that lets them have it, or take the recipient out.',
  limits:
    'Exports name a restricted document by title, hash and dates; the file leaves only for a recorded recipient. What people do with a file after that is not seen.',
  *judge(view) {
    const titles = new Map(view.documents().map(({ id, title }) => [id, title]))
    const restricted = view
      .records('document-review')
      .filter(({ content }) => content.confidentiality === 'restricted' && titles.has(content.document))
    if (restricted.length === 0) yield notApplicable(WHOLE, 'No document of the register is restricted.')
    for (const { content } of restricted) {
      const about = { subject: titles.get(content.document) ?? '', subjectId: `document:${content.document}` }
      const without = content.recipients.filter(({ agreement }) => agreement === '')
      if (without.length > 0)
        yield fail(
          about,
          `Recipients without a recorded agreement: ${listed(without.map(({ name }) => name))}.`,
        )
      else if (content.recipients.length === 0)
        yield pass(about, 'Nobody is recorded to get it; its file stays in the locker.')
      else
        yield pass(
          about,
          `Only recipients with an agreement: ${listed(content.recipients.map(({ name }) => name))}.`,
        )
    }
  },
}

/** VEN-16. */
export const incidentsHaveNote: Check = {
  id: 'VEN-16',
  title: 'Platform incidents of the period have an impact note',
  severity: 'medium',
  needs: [],
  needsLists: ['incidents'],
  why: 'When the platform failed, somebody should have asked what that meant for one’s own service and data.',
  fix: 'Import the history of status.heroku.com for the period and note for each incident what it meant here.',
  limits: 'The list is what a person imported; nothing here reads the status page.',
  *judge(view) {
    const list = givenList(view, 'incidents')
    if (!list) return yield listMissing('incidents')
    const { start, end } = view.period
    const incidents = list.rows.filter(({ on }) => start <= on && on <= end)
    if (incidents.length === 0)
      return yield notApplicable(WHOLE, `${list.called} names no incident from ${start} to ${end}.`)
    for (const { incident, title, note, notedBy } of incidents) {
      const about = { subject: `${incident}: ${title}`, subjectId: `incident:${incident}` }
      if (note && notedBy) yield pass(about, `${notedBy} noted what it meant: ${note}.`)
      else yield fail(about, note ? 'Its note is by nobody.' : 'Nobody noted what it meant here.')
    }
  },
}

/** VEN-22. */
export const vendorCaiqMapped: Check = {
  id: 'VEN-22',
  title: 'Vendor CAIQ answers and runbook were read and mapped',
  severity: 'medium',
  needs: [],
  why: 'Where the vendor’s questionnaire says that a control is the customer’s, the customer needs an answer of its own.',
  fix: 'Attach the questionnaire and the runbook of the vendor, and answer what is yours or shared.',
  limits: 'Counted is what the reviewer entered.',
  *judge(view) {
    const questionnaires = reviewed(view, 'vendor-caiq')
    const runbook = reviewed(view, 'runbook')
    if (questionnaires.length === 0)
      yield notEvaluated(WHOLE, 'The questionnaire of the vendor is not in the register.')
    for (const one of questionnaires) {
      const { version, customerOwned, answered } = one.sheet
      const open = customerOwned - answered
      if (open > 0)
        yield fail(
          one,
          `Of ${count(customerOwned, 'question')} that the customer owns or shares, ${open} have no own answer.`,
        )
      else
        yield pass(
          one,
          `CAIQ ${version}: all ${customerOwned} questions that the customer owns or shares are answered.`,
        )
    }
    if (runbook.length === 0)
      yield notEvaluated(
        { subject: 'Security runbook', subjectId: 'runbook' },
        'The runbook of the vendor is not in the register.',
      )
    else
      yield pass(
        { subject: 'Security runbook', subjectId: 'runbook' },
        `Read on ${listed(runbook.map(({ review }) => review.reviewedOn))}.`,
      )
  },
}
