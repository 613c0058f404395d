import {
  chainVerifies,
  controlsHaveEvidence,
  reviewerIsAnother,
  samplesRepeat,
} from '../../../../electron/core/checks/evidence-work.ts'
import { judges } from '../../../fakes/judging.ts'

const AT = '2026-11-20T10:00:00Z'

judges(chainVerifies, {
  intact: {
    given: { work: { verification: { at: AT, intact: true, firstBroken: null } } },
    answers: [['whole collection', 'pass', /verified on 2026-11-20 10:00 UTC/]],
  },
  broken: {
    given: { work: { verification: { at: AT, intact: false, firstBroken: 'decision 3 is missing' } } },
    answers: [['whole collection', 'fail', /decision 3 is missing/]],
  },
  'never verified': { given: {}, answers: [['whole collection', 'not-evaluated']] },
})

const control = (id: string, evidence: number, concluded = false) => ({
  framework: 'soc2-2017' as const,
  control: id,
  evidence,
  concluded,
})
judges(controlsHaveEvidence, {
  'evidence, a reason': {
    given: { work: { controls: [control('CC6.1', 4), control('CC9.1', 0, true)] } },
    answers: [['soc2-2017', 'pass', /All 2 mapped/]],
  },
  'an empty one': {
    given: { work: { controls: [control('CC6.1', 4), control('CC9.1', 0)] } },
    answers: [['soc2-2017', 'fail', /CC9\.1/]],
  },
  'nothing mapped': { given: {}, answers: [['whole collection', 'not-applicable']] },
})

const signed = (id: string, reviewedBy: string | null) => ({
  framework: 'soc2-2017' as const,
  control: id,
  preparedBy: 'Ana Silva',
  reviewedBy,
})
judges(reviewerIsAnother, {
  'another, the same, nobody': {
    given: {
      work: { signOffs: [signed('CC6.1', 'Rae'), signed('CC6.2', ' ana silva'), signed('CC6.3', null)] },
    },
    answers: [
      ['soc2-2017 CC6.1', 'pass'],
      ['soc2-2017 CC6.2', 'fail'],
      ['soc2-2017 CC6.3', 'not-evaluated'],
    ],
  },
  'nothing concluded': { given: {}, answers: [['whole collection', 'not-applicable']] },
})

judges(samplesRepeat, {
  'same and other': {
    given: {
      work: {
        samples: [
          { id: 'S-1', name: 'Releases', same: true, says: 'the same 5 items of 90 come out' },
          { id: 'S-2', name: 'Events', same: false, says: 'other items come out than those that are stored' },
        ],
      },
    },
    answers: [
      ['S-1 Releases', 'pass', /same 5 items/],
      ['S-2 Events', 'fail'],
    ],
  },
  'no sample': { given: {}, answers: [['whole collection', 'not-applicable']] },
})
