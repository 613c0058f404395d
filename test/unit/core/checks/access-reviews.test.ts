import {
  accessReviewComplete,
  revocationsCarriedOut,
} from '../../../../electron/core/checks/access-reviews.ts'
import { accessDigest, accessRows } from '../../../../electron/core/testing/access.ts'
import type { AccessDecision, AccessReview } from '../../../../shared/model/records/access-review.ts'
import { daysAgo, item, told, viewOf } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'

const member = (email: string) => ({
  id: `member:${email}`,
  team: 'core',
  email,
  user_id: null,
  role: 'admin',
  federated: true,
  created_at: daysAgo(9),
  updated_at: daysAgo(9),
})
const people = (...emails: readonly string[]) =>
  emails.map((email) => item('team-members-roles', email, member(email)))
const DIGEST = accessDigest(
  accessRows(viewOf({ items: people('ana@acme.example', 'ben@acme.example') }).items),
)
const review = (more: Partial<AccessReview> = {}) =>
  told('access-review', 'R-1', {
    title: 'Q4',
    collectionId: 1,
    count: 2,
    digest: DIGEST,
    reviewer: 'Rae',
    due: null,
    completedOn: '2026-11-21',
    ...more,
  })
const decided = (person: string, decision: AccessDecision['decision']) =>
  told('access-decision', `R-1:${person}`, {
    decision,
    person,
    where: 'team core',
    right: 'admin',
    text: '',
    by: 'Rae',
  })
const both = [decided('ana@acme.example', 'keep'), decided('ben@acme.example', 'revoke')]
const items = people('ana@acme.example', 'ben@acme.example')

judges(accessReviewComplete, {
  complete: {
    given: { items, records: [review(), ...both] },
    answers: [['R-1 Q4', 'pass', /Rae decided all 2 rows/]],
  },
  'an open row': {
    given: { items, records: [review({ completedOn: null }), ...both.slice(1)] },
    answers: [['R-1 Q4', 'fail', /1 row of 2/]],
  },
  'decided and not completed': {
    given: { items, records: [review({ completedOn: null }), ...both] },
    answers: [['R-1 Q4', 'fail', /did not complete/]],
  },
  'another population': {
    given: { items: people('ana@acme.example'), records: [review(), ...both] },
    answers: [['R-1 Q4', 'fail', /not those that were reviewed/]],
  },
  'a review of another year': {
    given: { items, records: [review({ completedOn: '2025-11-21' }), ...both] },
    answers: [['whole collection', 'not-evaluated']],
  },
  none: { given: { items }, answers: [['whole collection', 'not-evaluated']] },
})

judges(revocationsCarriedOut, {
  'gone and still there': {
    given: {
      collection: { id: 2 },
      items: people('ana@acme.example'),
      records: [review(), decided('ana@acme.example', 'revoke'), decided('ben@acme.example', 'revoke')],
    },
    answers: [
      ['ana@acme.example, team core', 'fail', /still there/],
      ['ben@acme.example, team core', 'pass', /gone/],
    ],
  },
  'no later collection': {
    given: { items, records: [review(), ...both] },
    answers: [['whole collection', 'not-evaluated', /later collection/]],
  },
  'nothing to take away': {
    given: { collection: { id: 2 }, items, records: [review(), decided('ana@acme.example', 'keep')] },
    answers: [['whole collection', 'not-applicable']],
  },
})
