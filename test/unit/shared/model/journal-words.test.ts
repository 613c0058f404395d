import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { journalWords } from '../../../../shared/model/journal-words.ts'

const CORE = join(import.meta.dirname, '..', '..', '..', '..', 'electron', 'core')

/** Actions that the core writes, found in its source. */
function written(): string[] {
  const found = globSync('**/*.ts', { cwd: CORE }).flatMap((file) => {
    const source = readFileSync(join(CORE, file), 'utf8')
    return source.match(
      /(?<=')(?:locker|collection|archive|checks|policy|workbook|events|requests)\.[a-z]+(?=')/g,
    )
  })
  return [...new Set(found.filter((one) => one !== null))]
}

describe('a journal entry in words', () => {
  it('knows every action that the core writes', () => {
    const actions = written()
    expect(actions.length).toBeGreaterThan(14)
    for (const action of actions)
      expect(journalWords({ action, detail: {} }).did, action).toMatch(/^[A-Z][a-z ]+$/)
  })

  it('tells the facts that matter in one sentence', () => {
    const says = (action: string, detail: Readonly<Record<string, unknown>>) =>
      journalWords({ action, detail }).says
    expect(says('checks.run', { answers: { fail: 7, 'not-evaluated': 1200, pass: 0 }, digest: 'ab' })).toBe(
      '7 fail, 1,200 not evaluated',
    )
    expect(says('archive.taken', { archive: 'acme 2026-01', kept: 784, known: 3, changed: 1 })).toBe(
      'acme 2026-01: 784 events taken in, 3 known before, 1 that differ',
    )
    expect(
      says('collection.completed', {
        id: 2,
        counts: { evidence: 10, events: 20, requests: 30, notRead: 1, unchanged: 9 },
      }),
    ).toBe('No. 2: 10 evidence items, 20 events by 30 requests, 9 unchanged, 1 reads refused or failed')
    expect(says('policy.set', { ownLossHours: 4, approvedBuildpacks: [] })).toBe(
      'own loss hours: 4, approved buildpacks: none',
    )
    const broken = { kind: 'evidence', entry: 'item 7', what: 'does not match its hash' }
    expect(says('locker.verified', { intact: false, firstBroken: broken })).toBe(
      'Broken: item 7 does not match its hash',
    )
  })

  it('lets people’s acts speak for themselves, taken back or not', () => {
    const detail = { act: 3, says: '17 apps tagged', rows: 17, digest: 'ab' }
    expect(journalWords({ action: 'record.decided', detail })).toEqual({
      did: 'Record',
      says: '17 apps tagged',
    })
    expect(journalWords({ action: 'mapping.undone', detail }).did).toBe('Mapping taken back')
  })

  it('leaves an action of a newer version as it is, with its facts by name', () => {
    expect(journalWords({ action: 'moon.landed', detail: { onFoot: true } })).toEqual({
      did: 'moon.landed',
      says: 'on foot: true',
    })
  })
})
