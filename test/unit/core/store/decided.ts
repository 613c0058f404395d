import { createHash } from 'node:crypto'
import { recordAct } from '../../../../electron/core/store/acts.ts'
import { conclude, review } from '../../../../electron/core/store/conclusions.ts'
import type { WritableDb } from '../../../../electron/core/store/db.ts'
import { PART_BYTES } from '../../../../electron/core/store/document-bytes.ts'
import { attachDocument, describeDocument } from '../../../../electron/core/store/documents.ts'
import { acceptException, withdrawException } from '../../../../electron/core/store/exceptions.ts'
import { decideMappings, undoMappings } from '../../../../electron/core/store/mappings.ts'
import { setPolicy } from '../../../../electron/core/store/policy.ts'
import type { MappingKey } from '../../../../shared/model/work.ts'
import { whole } from '../../../fakes/sliced.ts'

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

/** Attaches a report of two parts, as the app of that locker's format did. */
function attach(db: WritableDb): { readonly id: number } {
  const input = { ...WHO, fileName: 'soc2.pdf', facts: REPORT }
  if (Number(db.pragma('user_version', { simple: true })) >= 6)
    return whole(attachDocument(db, { ...input, parts: parts(2) }))
  const bytes = [...parts(2)]
  const sha256 = createHash('sha256').update(Buffer.concat(bytes)).digest()
  const file = { fileName: 'soc2.pdf', bytes: 2 * PART_BYTES, sha256: sha256.toString('hex') }
  db.prepare("insert into document values (1, 'soc2.pdf', ?, ?)").run(file.bytes, sha256)
  for (const [n, data] of bytes.entries())
    db.prepare('insert into document_part values (1, ?, ?)').run(n, data)
  recordAct(db, {
    ...WHO,
    kind: 'document',
    says: 'SOC 2 report attached',
    rows: [{ document: 1, ...file, ...REPORT, removed: 0 }],
    store: (act) =>
      db.prepare('insert into document_facts values (?, 1, ?, 0)').run(act, JSON.stringify(REPORT)),
  })
  return { id: 1 }
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
  const { id } = attach(db)
  describeDocument(db, id, { ...REPORT, notes: 'Type II' }, WHO)
  setPolicy(db, { adminsMin: 3 }, WHO)
}
