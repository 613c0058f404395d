import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { Act, MappingDecision, MappingKey } from '../../../shared/model/work.ts'
import { actOf, recordAct } from './acts.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'

/** The newest word of a person about a mapping. */
export interface DecidedMapping extends MappingKey {
  readonly decision: MappingDecision
  readonly rationale: string
  readonly by: string
  readonly at: string
}

interface Row {
  readonly framework: FrameworkId
  readonly control: string
  readonly topic: Topic
  readonly subject_id: string
  readonly decision: MappingDecision
  readonly rationale: string
  readonly by: string
  readonly at: string
}

const NEWEST = `
  select m.framework, m.control, m.topic, m.subject_id, m.decision, m.rationale, a.actor as "by", a.at
  from mapping_decision m join act a on a.id = m.act_id
  where m.act_id = (select max(o.act_id) from mapping_decision o
    where o.framework = m.framework and o.control = m.control and o.topic = m.topic and o.subject_id = m.subject_id)`

const shown = ({ subject_id, ...row }: Row): DecidedMapping => ({
  ...row,
  subjectId: subject_id === '' ? null : subject_id,
})

/** What people decided about a framework's mappings, newest word only. */
export function decidedMappings(db: ReadableDb, framework: FrameworkId): DecidedMapping[] {
  return query<[string], Row>(db, `${NEWEST} and m.framework = ?`).all(framework).map(shown)
}

/** What people decided about one control's mappings, newest word only. */
export function decidedOfControl(db: ReadableDb, framework: FrameworkId, control: string): DecidedMapping[] {
  return query<[string, string], Row>(db, `${NEWEST} and m.framework = ? and m.control = ?`)
    .all(framework, control)
    .map(shown)
}

/** What a person decides, for one or many mappings at once. */
export interface NewMappingDecision {
  readonly at: string
  readonly actor: string
  readonly keys: readonly MappingKey[]
  readonly decision: MappingDecision
  readonly rationale: string
}

type Stored = readonly [
  framework: string,
  control: string,
  topic: string,
  subjectId: string,
  decision: string,
  rationale: string,
]

function writeRows(db: WritableDb, act: number, rows: readonly Stored[]): void {
  const insert = write<[number, number, ...Stored]>(
    db,
    'insert into mapping_decision (act_id, n, framework, control, topic, subject_id, decision, rationale) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const [n, row] of rows.entries()) insert.run(act, n, ...row)
}

const named = ([framework, control, topic, subjectId, decision, rationale]: Stored) => ({
  framework,
  control,
  topic,
  subjectId,
  decision,
  rationale,
})

const WORDS: Readonly<Record<MappingDecision, string>> = {
  confirmed: 'confirmed',
  rejected: 'rejected',
  added: 'added',
  suggested: 'set back',
}

/** Keeps a person's decision about mappings; one act, however many they are. */
export function decideMappings(db: WritableDb, decision: NewMappingDecision): Act {
  if (decision.keys.length === 0)
    throw problem('wrong-use', { what: 'no mapping was chosen', remedy: 'choose at least one' })
  const rows = decision.keys.map(
    (key): Stored => [
      key.framework,
      key.control,
      key.topic,
      key.subjectId ?? '',
      decision.decision,
      decision.rationale,
    ],
  )
  const count = rows.length
  return recordAct(db, {
    at: decision.at,
    actor: decision.actor,
    kind: 'mapping',
    says: `${count} ${count === 1 ? 'mapping' : 'mappings'} ${WORDS[decision.decision]}`,
    rows: rows.map(named),
    store: (act) => writeRows(db, act, rows),
  })
}

/** Keeps decisions that differ from each other, as one act: what is carried over from elsewhere. */
export function keepMappings(
  db: WritableDb,
  who: { readonly at: string; readonly actor: string },
  says: string,
  decisions: readonly (MappingKey & { readonly decision: MappingDecision; readonly rationale: string })[],
): Act {
  const rows = decisions.map(
    (one): Stored => [
      one.framework,
      one.control,
      one.topic,
      one.subjectId ?? '',
      one.decision,
      one.rationale,
    ],
  )
  return recordAct(db, {
    ...who,
    kind: 'mapping',
    says,
    rows: rows.map(named),
    store: (act) => writeRows(db, act, rows),
  })
}

/** Takes an act about mappings back: each of them stands as before it. Undoing an undo does it again. */
export function undoMappings(
  db: WritableDb,
  act: number,
  who: { readonly at: string; readonly actor: string },
): Act {
  const undone = actOf(db, act)
  if (undone?.kind !== 'mapping')
    throw problem('wrong-use', {
      what: `there is no decision ${act} about mappings`,
      remedy: 'choose one from the journal',
    })
  const before = query<
    [number],
    {
      framework: string
      control: string
      topic: string
      subject_id: string
      decision: string | null
      rationale: string | null
    }
  >(
    db,
    `select m.framework, m.control, m.topic, m.subject_id, b.decision, b.rationale
     from mapping_decision m left join mapping_decision b on b.framework = m.framework and b.control = m.control
       and b.topic = m.topic and b.subject_id = m.subject_id
       and b.act_id = (select max(o.act_id) from mapping_decision o where o.framework = m.framework and o.control = m.control
         and o.topic = m.topic and o.subject_id = m.subject_id and o.act_id < m.act_id)
     where m.act_id = ? order by m.n`,
  ).all(act)
  const rows = before.map(
    (row): Stored => [
      row.framework,
      row.control,
      row.topic,
      row.subject_id,
      row.decision ?? 'suggested',
      row.rationale ?? '',
    ],
  )
  return recordAct(db, {
    ...who,
    kind: 'mapping',
    says: `taken back: ${undone.says}`,
    undoes: act,
    rows: rows.map(named),
    store: (number) => writeRows(db, number, rows),
  })
}
