import type { AccessDecision } from '../../../shared/model/records/access-review.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import { accessDigest, accessRows, stillThere } from '../testing/access.ts'
import type { Check, EvidenceView } from './check.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

const NEEDS = ['team-members-roles', 'app-collaborators-permissions'] as const

function groundsOf(view: EvidenceView): Grounds {
  return [...view.items('team-members-roles'), ...view.items('app-collaborators-permissions')]
}

const decisionsOf = (view: EvidenceView, { key }: RecordItem<'access-review'>): readonly AccessDecision[] =>
  view
    .records('access-decision')
    .filter((one) => one.key.startsWith(`${key}:`))
    .map(({ content }) => content)

const aboutOf = ({ key, content }: RecordItem<'access-review'>) => ({
  subject: `${key} ${content.title}`,
  subjectId: `review:${key}`,
})

/** ACC-07. */
export const accessReviewComplete: Check = {
  id: 'ACC-07',
  title: 'Access review is complete for the period',
  severity: 'high',
  needs: NEEDS,
  why: 'Rights pile up unless somebody asks, row by row, whether they are still needed.',
  fix: 'Open a review of access, let somebody who knows the people decide each row, and complete it.',
  limits: 'Whether the reviewer looked, or only clicked, cannot be seen.',
  *judge(view) {
    const reviews = view
      .records('access-review')
      .filter(({ content, at }) => inPeriod(view, content.completedOn ?? at.slice(0, 10)))
    if (reviews.length === 0)
      return yield notEvaluated(WHOLE, 'No review of access was opened or completed in the audit period.')
    const rows = accessRows((topic) => view.items(topic))
    const grounds = groundsOf(view)
    for (const review of reviews) {
      const { count: all, completedOn, reviewer, collectionId, digest } = review.content
      const open = all - decisionsOf(view, review).length
      if (open > 0) yield fail(aboutOf(review), `${count(open, 'row')} of ${all} are not decided.`, grounds)
      else if (completedOn === null)
        yield fail(
          aboutOf(review),
          `All ${all} rows are decided, but ${reviewer} did not complete it.`,
          grounds,
        )
      else if (collectionId === view.collection.id && accessDigest(rows) !== digest)
        yield fail(
          aboutOf(review),
          'The people and rights of this collection are not those that were reviewed.',
          grounds,
        )
      else
        yield pass(
          aboutOf(review),
          `${reviewer} decided all ${all} rows and completed it on ${completedOn}.`,
          grounds,
        )
    }
  },
}

const inPeriod = ({ period }: EvidenceView, day: string) => period.start <= day && day <= period.end

/** ACC-08. */
export const revocationsCarriedOut: Check = {
  id: 'ACC-08',
  title: 'Every revoke decision of the review was carried out',
  severity: 'high',
  needs: NEEDS,
  why: 'A decision that nobody carries out is worse than none: everybody believes that the access is gone.',
  fix: 'Take the access away in the Dashboard, then collect again.',
  limits:
    'Looked for in this collection; access that was given back later is not told apart from access that never went.',
  *judge(view) {
    const later = view
      .records('access-review')
      .filter(({ content }) => content.collectionId < view.collection.id)
    const decided = later.flatMap((review) =>
      decisionsOf(view, review)
        .filter(({ decision }) => decision !== 'keep')
        .map((decision) => ({ review, decision })),
    )
    const pending = view
      .records('access-review')
      .filter((review) => review.content.collectionId >= view.collection.id)
      .filter((review) => decisionsOf(view, review).some(({ decision }) => decision !== 'keep'))
    if (decided.length === 0 && pending.length > 0)
      return yield notEvaluated(
        WHOLE,
        `${listed(pending.map(({ key }) => key))} decided to revoke; a later collection has to show whether it happened.`,
      )
    if (decided.length === 0)
      return yield notApplicable(WHOLE, 'No review decided to revoke or change a right.')
    const rows = accessRows((topic) => view.items(topic))
    const grounds = groundsOf(view)
    for (const { review, decision } of decided) {
      const { person, where, right } = decision
      const about = {
        subject: `${person}, ${where}`,
        subjectId: `review:${review.key}:${person}:${where}:${right}`,
      }
      const wanted = decision.decision === 'revoke' ? 'be revoked' : 'be changed'
      if (stillThere(decision, rows))
        yield fail(
          about,
          `${review.key} decided that «${right}» is to ${wanted}; it is still there.`,
          grounds,
        )
      else yield pass(about, `${review.key} decided that «${right}» is to ${wanted}; it is gone.`, grounds)
    }
  },
}
