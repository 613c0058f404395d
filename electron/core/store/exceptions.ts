import { problem } from '../../../shared/errors.ts'
import type { AcceptedException, Act } from '../../../shared/model/work.ts'
import { recordAct } from './acts.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'

interface Row {
  readonly check_id: string
  readonly subject_id: string
  readonly subject: string
  readonly reason: string
  readonly until: string
  readonly withdrawn: number
  readonly by: string
  readonly at: string
}

/** Exceptions that people accepted and did not withdraw, ended ones included: whoever asks compares `until`. */
export function acceptedExceptions(db: ReadableDb): AcceptedException[] {
  return query<[], Row>(
    db,
    `select e.check_id, e.subject_id, e.subject, e.reason, e.until, e.withdrawn, a.actor as "by", a.at
     from accepted_exception e join act a on a.id = e.act_id
     where e.act_id = (select max(o.act_id) from accepted_exception o where o.check_id = e.check_id and o.subject_id = e.subject_id)
       and e.withdrawn = 0
     order by e.check_id, e.subject`,
  )
    .all()
    .map(({ check_id, subject_id, withdrawn: _, ...row }) => ({
      ...row,
      checkId: check_id,
      subjectId: subject_id,
    }))
}

/** What a person accepts: failing subjects of a check, with a reason and a last day. */
export interface NewException {
  readonly at: string
  readonly actor: string
  readonly checkId: string
  readonly subjects: readonly { readonly subjectId: string; readonly subject: string }[]
  readonly reason: string
  readonly until: string
}

function keep(db: WritableDb, exception: NewException, withdrawn: 0 | 1, says: string): Act {
  const { checkId, reason, until } = exception
  return recordAct(db, {
    at: exception.at,
    actor: exception.actor,
    kind: 'exception',
    says,
    rows: exception.subjects.map((subject) => ({ checkId, ...subject, reason, until, withdrawn })),
    store(act) {
      const insert = write<[number, number, string, string, string, string, string, number]>(
        db,
        'insert into accepted_exception (act_id, n, check_id, subject_id, subject, reason, until, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      for (const [n, { subjectId, subject }] of exception.subjects.entries())
        insert.run(act, n, checkId, subjectId, subject, reason, until, withdrawn)
    },
  })
}

/** Accepts failures until a day. Throws where the day is past or no reason is given. */
export function acceptException(db: WritableDb, exception: NewException): Act {
  if (exception.reason.trim() === '')
    throw problem('wrong-use', {
      what: 'an exception needs a reason',
      remedy: 'say why the failure is acceptable',
    })
  if (exception.until < exception.at.slice(0, 10))
    throw problem('wrong-use', {
      what: `the exception would end on ${exception.until}, which is past`,
      remedy: 'choose a later day',
    })
  return keep(
    db,
    exception,
    0,
    `${exception.checkId}: ${exception.subjects.length} accepted until ${exception.until}`,
  )
}

/** Withdraws accepted exceptions: the failures count again. */
export function withdrawException(db: WritableDb, exception: Omit<NewException, 'reason' | 'until'>): Act {
  return keep(
    db,
    { ...exception, reason: 'withdrawn', until: exception.at.slice(0, 10) },
    1,
    `${exception.checkId}: ${exception.subjects.length} withdrawn`,
  )
}
