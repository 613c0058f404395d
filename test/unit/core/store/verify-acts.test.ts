import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closeLocker, openLocker } from '../../../../electron/core/store/open.ts'
import { keepRecords } from '../../../../electron/core/store/records.ts'
import { verifyLocker } from '../../../../electron/core/store/verify.ts'
import { Note } from '../../../../shared/model/records/note.ts'
import { KEY, otherTool, testFolder, testLocker } from '../../../fakes/locker.ts'
import { decideEverything, WHO } from './decided.ts'

let template: Buffer | null = null

function decided(): string {
  if (!template) {
    const { db, file } = testLocker()
    decideEverything(db)
    const about = { kind: 'control' as const, id: 'CC6.1', title: 'CC6.1' }
    const content = Note.parse({ about, text: 'Ask the client.', writtenBy: 'Ana' })
    keepRecords(db, WHO, 'a note', [{ kind: 'note', key: 'a', content }])
    closeLocker(db)
    template = readFileSync(file)
  }
  const file = join(testFolder(), 'decided.locker')
  writeFileSync(file, template)
  return file
}

/** Changes a locker as someone would who has the key: triggers out, hands in, triggers back. */
function tamper(file: string, sql: string): void {
  const db = otherTool(file)
  const triggers = db
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_schema where type = 'trigger'")
    .all()
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  db.exec(sql)
  for (const { sql: trigger } of triggers) db.exec(trigger)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

async function verified(file: string) {
  const db = openLocker(file, KEY)
  try {
    return await verifyLocker(db)
  } finally {
    closeLocker(db)
  }
}

const WAYS = [
  [
    'a decision about a mapping',
    "update mapping_decision set decision = 'rejected' where act_id = 1",
    'decision 1',
  ],
  ['the reason of a mapping', "update mapping_decision set rationale = 'x' where act_id = 1", 'decision 1'],
  ['a deleted mapping', 'delete from mapping_decision where act_id = 2', 'decision 2'],
  [
    'an added mapping',
    "insert into mapping_decision values (1, 9, 'hipaa', 'x', 'ssh-keys', '', 'confirmed', '')",
    'decision 1',
  ],
  ['a conclusion', "update conclusion set operation = 'ineffective' where act_id = 3", 'decision 3'],
  ['the name of a reviewer', "update conclusion set reviewed_by = 'Eve' where act_id = 4", 'decision 4'],
  ['a deleted review', 'delete from conclusion where act_id = 4', 'decision 4'],
  [
    'the last day of an exception',
    "update accepted_exception set until = '2099-01-01' where act_id = 5",
    'decision 5',
  ],
  ['a withdrawn exception', 'update accepted_exception set withdrawn = 0 where act_id = 7', 'decision 7'],
  [
    'the facts of a document',
    "update document_facts set facts = json_set(facts, '$.notes', 'x') where act_id = 9",
    'decision 9',
  ],
  ['the hash of a document', 'update document set sha256 = zeroblob(32)', 'decision 8'],
  [
    'the bytes of a document',
    'update document_piece set data = zeroblob(length(data)) where n = 1',
    'document 1 (soc2.pdf)',
  ],
  ['a deleted part of a document', 'delete from document_piece where n = 1', 'document 1 (soc2.pdf)'],
  [
    'a document that nobody attached',
    "insert into document values (9, 'x', 0, zeroblob(32))",
    'document 9 (x)',
  ],
  [
    'what a record says',
    "update record set content = json_set(content, '$.text', 'x') where key = 'a'",
    'decision 10',
  ],
  ['a removed record', "update record set content = null where key = 'a'", 'decision 10'],
  ['who did something', "update act set actor = 'eve@laptop' where id = 3", 'decision 3'],
  ['what was done', "update act set says = 'x' where id = 3", 'decision 3'],
  [
    'a deleted act with its rows',
    'delete from conclusion where act_id = 4; delete from act where id = 4',
    'decision 4',
  ],
  [
    'an added act',
    'insert into act select 99, at, actor, kind, says, undoes, digest from act where id = 3',
    'decision 99',
  ],
  ['the policy', "update policy set policy = '{}'", 'the policy'],
] as const

describe('locker verify over what people decided', () => {
  it('finds every kind of act intact', async () => {
    expect(await verified(decided())).toMatchObject({ intact: true, firstBroken: null })
  })

  it.each(WAYS)('notices a change: %s', async (_what, sql, entry) => {
    const file = decided()
    tamper(file, sql)
    const { intact, firstBroken } = await verified(file)
    expect(intact).toBe(false)
    expect(firstBroken?.entry).toBe(entry)
  })
})
