import { driftIsExplained } from '../../../../electron/core/checks/drift.ts'
import type { DriftContent } from '../../../../shared/model/content.ts'
import { item } from '../../../fakes/evidence.ts'
import { judges } from '../../../fakes/judging.ts'

const TOPIC = 'drift-between-periods'
type Comparison = Extract<DriftContent, { of: 'comparison' }>

const before = { collection: 3, started_at: '2026-08-21T09:00:00.000Z', digest: null }
const compared = (more: Partial<Comparison> = {}) =>
  item(TOPIC, 'compared with collection 3', {
    ...{ of: 'comparison', with: before, topics: 40, differences: 0, kept: 0, not_compared: 0 },
    ...more,
  })
const difference = (subject: string, more = {}) =>
  item(TOPIC, subject, {
    ...{ of: 'difference', topic: 'log-drains', subject_id: `id of ${subject}`, change: 'changed' },
    fields: [{ field: 'host', kind: 'changed', before: 'a', after: 'b' }],
    more_fields: 0,
    ...more,
  })
const two = [compared({ differences: 2, kept: 2 }), difference('api drain'), difference('web drain')]

const said = { by: 'ana@laptop', at: '2026-11-01T00:00:00.000Z', act: 1 }
const explanations = (...subjects: string[]) => ({
  ...said,
  kind: 'list' as const,
  key: 'explanations',
  content: {
    kind: 'explanations' as const,
    suppliedBy: 'Ana',
    source: { how: 'typed' as const, file: null, sha256: null },
    rows: subjects.map((subject) => ({
      ...{ kind: 'drift' as const, subject, reason: 'moved to the new log host' },
      ...{ reference: null, person: null, on: null },
    })),
  },
})
const note = (id: string) => ({
  ...said,
  kind: 'note' as const,
  key: 'n1',
  content: {
    about: { kind: 'evidence' as const, id, title: '' },
    ...{ review: false, text: 'seen', writtenBy: 'Ana', state: 'open' as const, answers: [] },
  },
})

judges(driftIsExplained, {
  'cannot answer where nothing was compared': {
    given: {},
    answers: [['whole collection', 'not-evaluated', /was not compared/]],
  },
  'has nothing to compare the first collection with': {
    given: { items: [compared({ with: null })] },
    answers: [['whole collection', 'not-applicable', /first collection/]],
  },
  'passes where nothing differs, and says what could not be compared': {
    given: { items: [compared({ not_compared: 3 })] },
    answers: [
      [
        'whole collection',
        'pass',
        /40 topics are as collection 3 saw them. 3 subjects could not be compared/,
      ],
    ],
  },
  'does not judge differences before there is a list of explanations': {
    given: { items: two },
    answers: [
      ['api drain', 'not-evaluated', /changed in host. No list of explanations was given/],
      ['web drain', 'not-evaluated'],
    ],
  },
  'passes what is explained by name or id, and fails what is not': {
    given: {
      items: [...two, difference('old drain')],
      records: [explanations('API drain', 'id of web drain')],
    },
    answers: [
      ['api drain', 'pass', /Explained: moved to the new log host/],
      ['web drain', 'pass'],
      ['old drain', 'fail', /Nothing explains it/],
    ],
  },
  'takes a note on the item for an explanation': {
    given: { items: two, records: [explanations(), note('E-000002')] },
    answers: [
      ['api drain', 'pass', /There is a note on it/],
      ['web drain', 'fail'],
    ],
  },
  'fails where more differs than is kept': {
    given: {
      items: [compared({ differences: 9, kept: 1 }), difference('api drain')],
      records: [explanations('api drain')],
    },
    answers: [
      ['api drain', 'pass'],
      ['whole collection', 'fail', /8 of 9 differences are not kept/],
    ],
  },
})
