import { conclude, review } from '../../../../electron/core/store/conclusions.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { attachDocument, describeDocument, PART_BYTES } from '../../../../electron/core/store/documents.ts'
import { acceptException, withdrawException } from '../../../../electron/core/store/exceptions.ts'
import { decideMappings, undoMappings } from '../../../../electron/core/store/mappings.ts'
import { setPolicy } from '../../../../electron/core/store/policy.ts'
import type { MappingKey } from '../../../../shared/model/work.ts'

/** Who decides, and when. */
export const WHO = { at: '2026-11-02T10:00:00.000Z', actor: 'ana@laptop' }

/** Second factors speak to CC6.1. */
export const KEY_OF_MAPPING: MappingKey = {
  framework: 'soc2-2017',
  control: 'CC6.1',
  topic: 'member-mfa',
  subjectId: null,
}

/** What is told about the report that gets attached. */
export const REPORT = {
  title: 'SOC 2 report',
  type: 'soc2-report' as const,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  notes: '',
}

/** Some megabytes, in parts, none of them alike. */
export function* parts(count: number): Generator<Buffer> {
  const part = Buffer.alloc(PART_BYTES)
  for (let n = 0; n < count; n++) yield part.fill(`part ${n} `)
}

/** One act of each kind, and one taken back: ten lines of the journal. */
export function decideEverything(db: WritableDb): void {
  const { act } = decideMappings(db, {
    ...WHO,
    keys: [KEY_OF_MAPPING],
    decision: 'confirmed',
    rationale: 'Looked at it.',
  })
  undoMappings(db, act, WHO)
  const { framework, control } = KEY_OF_MAPPING
  conclude(
    db,
    { framework, control, design: 'effective', operation: 'effective', text: 'Works.' },
    { ...WHO, preparer: 'Ana' },
  )
  review(db, framework, control, { ...WHO, reviewer: 'Ben' })
  const subjects = [{ subjectId: 'u1', subject: 'eve@example.com' }]
  acceptException(db, { ...WHO, checkId: 'IDN-01', subjects, reason: 'Leaves in May.', until: '2027-05-31' })
  acceptException(db, { ...WHO, checkId: 'IDN-02', subjects, reason: 'Known.', until: '2027-05-31' })
  withdrawException(db, { ...WHO, checkId: 'IDN-02', subjects })
  const { id } = attachDocument(db, { ...WHO, fileName: 'soc2.pdf', facts: REPORT, parts: parts(2) })
  describeDocument(db, id, { ...REPORT, notes: 'Type II' }, WHO)
  setPolicy(db, { adminsMin: 3 }, WHO)
}
