import { describe, expect, it } from 'vitest'
import { wantedOf } from '../../../../electron/core/events/query-words.ts'
import { wordsOf } from '../../../../electron/core/events/words.ts'

describe('the words of a value', () => {
  it.each([
    ['config_change', ['config', 'change']],
    ['acme-api-12', ['acme', 'api', '12']],
    ['Maria.Silva@Acme.Example', ['maria.silva@acme.example', 'maria', 'silva', 'acme', 'example']],
    ['192.0.2.10', ['192.0.2.10']],
    ['heroku-cli/9.3.0 linux-x64', ['heroku', 'cli', '9.3.0', 'linux', 'x64']],
    ['Jürgen Çelik', ['jurgen', 'celik']],
    ['Πάτρα', ['πατρα']],
    ['日本語', ['日本語']],
    ['ﬁle №5', ['file', 'no5']],
    ['=type:app #1', ['type', 'app', '1']],
    ['a=b@c.example', ['a', 'b@c.example', 'b', 'c', 'example']],
    ['', []],
    ['— … !', []],
    ['\ud800x', ['x']],
  ])('of %j are %j', (value, terms) => {
    expect(wordsOf(value).terms).toEqual(terms)
  })

  it('leave ids to a list of their own, by their first 32 bits', () => {
    expect(wordsOf('3f2a1b4c-0000-4000-8000-00000000000a')).toEqual({ terms: [], refs: [0x3f2a1b4c] })
    expect(wordsOf('Deploy 0DA8FA9D50091345 now')).toEqual({ terms: ['deploy', 'now'], refs: [0x0da8fa9d] })
    expect(wordsOf('deadbeef facade')).toEqual({ terms: ['deadbeef', 'facade'], refs: [] })
  })

  it('are cut where they are very long', () => {
    expect(wordsOf('x'.repeat(100)).terms).toEqual(['x'.repeat(64)])
  })
})

describe('what a person searches for', () => {
  const asked = (text: string) => wantedOf(text).map(({ term, isPrefix }) => (isPrefix ? `${term}*` : term))

  it.each([
    ['destroy app', ['destroy', 'app*']],
    ['destroy app ', ['destroy', 'app']],
    ['  ', []],
    ['"', []],
    ['AND OR NOT NEAR(', ['and', 'or', 'not', 'near']],
    ['"unclosed phrase', ['unclosed', 'phrase*']],
    ['type:app * ^x {y}', ['type', 'app', 'x', 'y']],
    ['maria@acme wei', ['maria@acme*', 'wei*']],
    ['192.0. x', ['192.0*', 'x*']],
    ["Robert'); DROP TABLE event;--", ['robert', 'drop', 'table', 'event']],
    ['Jürg', ['jurg*']],
  ])('%j wants %j', (text, wanted) => {
    expect(asked(text)).toEqual(wanted)
  })

  it('may be an id, whole or begun', () => {
    const id = '3f2a1b4c-5d6e-4000-8000-00000000000a'
    const ids = { first: 0x3f2a1b4c, last: 0x3f2a1b4c, term: '#3f2a1b4c' }
    for (const text of [id, id.toUpperCase(), id.slice(0, 20), `${id} x`])
      expect(wantedOf(text)[0]).toMatchObject({ term: null, isPrefix: false, ids })
    expect(wantedOf(id.slice(0, 11))).toEqual([{ term: null, isPrefix: false, ids, whole: id.slice(0, 11) }])
    expect(wantedOf('3f2a')).toEqual([
      {
        term: '3f2a',
        isPrefix: true,
        ids: { first: 0x3f2a0000, last: 0x3f2affff, term: '#3f2a' },
        whole: null,
      },
    ])
    expect(wantedOf('3f2a ')).toEqual([{ term: '3f2a', isPrefix: false, ids: null, whole: null }])
  })
})
