/**
 * What someone with the key could do to a locker with another tool, one way each line: what is done, the SQL, and
 * what `locker verify` has to say: the kind of entry, part of its name, part of what is wrong with it.
 */
const LINES = `
change a content | update content set body = replace(body, 'Deploy 2', 'Deploy 9') where id = 2 | evidence | E-000002 (releases, api v2) | does not fit its SHA-256
change a subject | update evidence set subject = 'other' where id = 3 | sighting | app-releases:app:web | differ from those stored
change the key of a subject | update evidence set subject_id = 'other' where id = 3 | sighting | app-releases:app:web | differ
change when it was captured | update sighting set captured_at = '2025' where collection_id = 2 and evidence_id = 4 | sighting | app-releases:app:web | differ
change the exchange it came from | update sighting set request_seq = null where collection_id = 1 and evidence_id = 1 | sighting | app-releases:app:api | differ
change a topic | update topic set name = 'log-drains' | reading | app-releases:app:api | differ
change the status of an exchange | update request set status = 403 where collection_id = 1 and seq = 2 | request | app-releases:app:web | differ
change the length of an exchange | update request set duration_ms = 0.5 where collection_id = 3 and seq = 2 | request | app-releases:app:late | differ
change how a read ended | update reading set outcome = 'denied' where task_id = 2 | reading | app-releases:app:web | differ
change the proof of a list | update list_proof set complete = 0 where task_id = 1 | reading | app-releases:app:api | differ
change a dropped field | update dropped_field set fields = '[]' where task_id = 6 | reading | app-releases:app:new | differ
change the subject of a task | update task set subject = 'other' where id = 8 | collection | collection 3 | one of 2 tasks
change the account of a collection | update collection set account = 'eve@example.com' where id = 2 | collection | collection 2 | in its facts
change the end of a collection | update collection set finished_at = '2030' where id = 1 | collection | collection 1 | not as the journal told
change the counts of a collection | update collection set not_read = 9 where id = 1 | collection | collection 1 | not as the journal told
change the state of a collection | update collection set state = 'complete' where id = 3 | collection | collection 3 | not as the journal told
change a digest | update collection set digest = zeroblob(32) where id = 1 | collection | collection 1 | not as the journal told
change an answer | update result set answer = 'pass' where n = 2 | result | results of collection 2 | differ from those
change the engagement | update locker set engagement = replace(engagement, 'Acme', 'Evil') | file | the engagement | journal
change a journal line | update journal set actor = 'eve' where seq = 3 | journal | journal entry 3 | does not follow
change the head of the journal | update locker set journal_head = zeroblob(32) | journal | journal entry | names as last
move a sighting to another topic | insert into topic values (2, 'log-drains'); update sighting set topic_id = 2 where collection_id = 3 | sighting | app-releases:app:api | differ
move evidence to another topic | insert into topic values (2, 'log-drains'); update evidence set topic_id = 2 where id = 10 | sighting | app-releases:app:late | differ
move an exchange to another collection | update request set collection_id = 2, seq = 99 where collection_id = 3 and seq = 2 | request | collection 2 | no task brought
delete an evidence item | delete from evidence where id = 3 | evidence | E-000003 | is missing
delete the last evidence item | delete from evidence where id = (select max(id) from evidence) | sighting | app-releases:app:late | differ
delete a content | delete from content where id = 3 | evidence | E-000003 | has lost its content
delete a sighting | delete from sighting where collection_id = 2 and evidence_id = 3 | sighting | app-releases:app:web | 1 sightings instead of the 2
delete an exchange | delete from request where collection_id = 2 and seq = 3 | request | app-releases:app:new | 0 requests instead of the 1
delete a reading | delete from reading where task_id = 3 | reading | app-releases:app:worker | 0 readings instead of the 1
delete a list proof | delete from list_proof where task_id = 3 | reading | app-releases:app:worker | differ
delete the last task of a collection | delete from task where id = 3 | collection | collection 1 | 2 tasks instead of the 3
delete a task in the middle | delete from task where id = 5 | collection | collection 2 | 2 tasks instead of the 3
delete a collection | delete from collection where id = 3 | collection | collection 3 | is missing
delete all results | delete from result | result | results of collection 2 | 0 instead of the 2
delete a journal line | delete from journal where seq = 4 | journal | journal entry 4 | is missing
delete the last journal line | delete from journal where seq = (select max(seq) from journal) | journal | journal entry | is missing
add a sighting of no task | insert into sighting values (3, 1, 5, 999, null, '2026') | sighting | collection 3 | no task brought
add a sighting | insert into sighting values (1, 1, 7, 1, 1, '2026') | sighting | app-releases:app:api | 3 sightings instead of the 2
add a journal line | insert into journal values (99, '2026', 'eve', 'x', '{}', zeroblob(32)) | journal | journal entry 99 | comes after
add a collection | insert into collection select 9, state, started_at, finished_at, connection_id, connection_label, account, api_url, scopes, token_expires_at, collector, app_version, topics, clock_offset_ms, requests, evidence, unchanged, events, not_read, tasks, head, digest from collection where id = 1 | collection | collection 9 | never started
add a result | insert into result select collection_id, 3, check_id, title, severity, answer, subject, subject_id, reason, evidence from result where n = 1 | result | results of collection 2 | 3 instead of the 2
`

/** One way to tamper with a locker, and what has to be said of it. */
export interface Tampering {
  readonly what: string
  readonly sql: string
  readonly kind: string
  readonly entry: string
  readonly says: string
}

/** Every way, in the order: changes, moves, deletions, additions. */
export const TAMPERINGS: readonly Tampering[] = LINES.trim()
  .split('\n')
  .map((text) => {
    const [what = '', sql = '', kind = '', entry = '', says = ''] = text.split(' | ')
    return { what, sql, kind, entry, says }
  })
