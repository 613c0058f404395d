import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { CHECKS } from '../../../electron/core/checks/index.ts'
import {
  ATTESTATION_KINDS,
  Attestation,
  attestationAge,
  attestationOf,
  usualUntil,
} from '../../../shared/model/records/attestation.ts'
import { LIST_KINDS, List, listOf } from '../../../shared/model/records/lists.ts'
import { AppTag } from '../../../shared/model/records/scope.ts'
import { TOPICS } from '../../../shared/model/topic.ts'

const SPECIFICATION = join(import.meta.dirname, '../../../../shared/compliance/checks.tsv')
const folded = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

function checkIds(): Set<string> {
  return new Set(
    readFileSync(SPECIFICATION, 'utf8')
      .split('\n')
      .map((line) => line.split('\t', 1)[0] ?? ''),
  )
}

describe.each(LIST_KINDS)('list %s', (kind) => {
  const definition = listOf(kind)
  const schema = definition.row as z.ZodObject

  it('has one column for each field of its rows, and keys among them', () => {
    const fields = Object.keys(schema.shape)
    expect(definition.columns.map(({ field }) => field).toSorted()).toEqual(fields.toSorted())
    expect(fields).toEqual(expect.arrayContaining([...definition.key]))
  })

  it('tells its columns apart by every name they may have', () => {
    const names = definition.columns.flatMap(({ field, header, synonyms }) => [
      ...new Set([field, header, ...synonyms].map(folded)),
    ])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it('says of each column truly whether it may be left out', () => {
    const optional = definition.columns.filter(
      ({ field }) => schema.shape[field]?.safeParse(undefined).success === true,
    )
    expect(optional.map(({ field }) => field)).toEqual(
      definition.columns.filter(({ required }) => !required).map(({ field }) => field),
    )
  })

  it.skipIf(!existsSync(SPECIFICATION))('names checks that exist', () => {
    expect(definition.checks.length).toBeGreaterThan(0)
    expect(definition.checks.filter((id) => !checkIds().has(id))).toEqual([])
  })
})

describe('lists and statements', () => {
  it('name the checks that ask for them', () => {
    const silent = CHECKS.flatMap(({ id, needsLists = [], needsAttestations = [] }) => [
      ...needsLists.filter((kind) => !listOf(kind).checks.includes(id)).map((kind) => `${kind} ${id}`),
      ...needsAttestations
        .filter((kind) => !attestationOf(kind).checks.includes(id))
        .map((kind) => `${kind} ${id}`),
    ])
    expect(silent).toEqual([])
  })
})

describe('a list as a record', () => {
  const given = { suppliedBy: 'Ana', source: { how: 'typed' } }

  it('has the rows of its kind', () => {
    const list = List.parse({ ...given, kind: 'log-hosts', rows: [{ host: 'Logs.Example.com' }] })
    expect(list.rows).toEqual([{ host: 'logs.example.com', owner: null, reason: null }])
  })

  it.each([
    ['log-hosts', { host: 'https://logs.example.com/x' }, 'is no host name'],
    ['ip-ranges', { range: '10.0.0.0/33', owner: 'Ana', reason: 'x' }, 'is no address range'],
    ['aws-accounts', { account: '1234', owner: 'Ana' }, 'is no AWS account'],
    ['leavers', { email: 'tom@example.com', leftOn: '30.06.2026' }, 'is no day'],
    ['leavers', { email: 'tom', leftOn: '2026-06-30' }, 'is no e-mail address'],
    ['approvals', { kind: 'x', subject: 'a', reason: 'b', approvedBy: 'c', on: '2026-01-01' }, 'is none of'],
  ])('refuses in %s a row such as %j', (kind, row, says) => {
    const parsed = List.safeParse({ ...given, kind, rows: [row] })
    expect(parsed.error?.issues[0]?.message).toContain(says)
    expect(parsed.error?.issues[0]?.path.slice(0, 2)).toEqual(['rows', 0])
  })
})

describe('a tag', () => {
  const app = { app: 'a', name: 'shop' }

  it('cannot say none and something', () => {
    expect(AppTag.safeParse({ ...app, dataClasses: ['none', 'phi'] }).success).toBe(false)
    expect(AppTag.parse({ ...app, dataClasses: ['none'] }).environment).toBeNull()
  })
})

describe('attestations', () => {
  it.each(ATTESTATION_KINDS)('%s is about a topic, and asks a question', (kind) => {
    const { topic, question, months } = attestationOf(kind)
    expect(TOPICS).toContain(topic)
    expect(question).toMatch(/\?$/)
    expect(months).toBeGreaterThan(0)
  })

  it.skipIf(!existsSync(SPECIFICATION))('name checks that exist', () => {
    const ids = checkIds()
    expect(
      ATTESTATION_KINDS.flatMap((kind) => attestationOf(kind).checks).filter((id) => !ids.has(id)),
    ).toEqual([])
  })

  it.each([
    ['2026-01-30', 'not-yet'],
    ['2026-01-31', 'current'],
    ['2026-11-30', 'current'],
    ['2026-12-01', 'due'],
    ['2026-12-31', 'due'],
    ['2027-01-01', 'old'],
  ])('grow old: on %s one is %s', (today, age) => {
    expect(attestationAge({ date: '2026-01-31', until: '2026-12-31' }, today)).toBe(age)
  })

  it('end on the last day of a shorter month', () => {
    expect(usualUntil('account-sessions', '2026-11-30')).toBe('2027-02-28')
    expect(usualUntil('third-party-oauth-restriction', '2026-02-10')).toBe('2027-02-10')
  })

  it('do not end before they begin', () => {
    const said = { about: 'dataclips', answer: true, statement: 'x', person: 'Ana', date: '2026-05-01' }
    expect(Attestation.safeParse({ ...said, until: '2026-04-30' }).error?.issues[0]?.message).toBe(
      'the attestation ends before it begins',
    )
  })
})
