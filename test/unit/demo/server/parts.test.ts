import { describe, expect, it } from 'vitest'
import { covers } from '../../../../electron/demo/server/access.ts'
import { buckets } from '../../../../electron/demo/server/bucket.ts'
import { kept } from '../../../../electron/demo/server/kept.ts'
import { matcher } from '../../../../electron/demo/server/match.ts'
import { read, whole } from '../../../../electron/demo/server/route.ts'

const route = (path: string) => read(path, () => whole(path))

describe('buckets of the rate limit', () => {
  it('empty after as many as they hold, and fill with time', () => {
    let now = 0
    const bucket = buckets(3, 60, () => now)
    expect([1, 2, 3, 4].map(() => bucket.take('a'))).toEqual([true, true, true, false])
    expect(bucket.take('b')).toBe(true)
    now = 2000
    expect(bucket.left('a')).toBe(2)
    now = 3_600_000
    expect(bucket.left('a')).toBe(3)
  })
})

describe('the matcher of addresses', () => {
  const match = matcher(
    ['/teams/:team', '/teams/permissions', '/teams/:team/apps', '/teams/apps/:app'].map(route),
  )

  it('fixed words win over parameters, and parameters are decoded', () => {
    expect(match('/teams/permissions')?.route.path).toBe('/teams/permissions')
    expect(match('/teams/core')?.params).toEqual(['core'])
    expect(match('/teams/apps/x')?.route.path).toBe('/teams/apps/:app')
    expect(match('/teams/apps')?.params).toEqual(['apps'])
    expect(match('/teams/core/apps/')?.params).toEqual(['core'])
    expect(match('/teams/a%20b')?.params).toEqual(['a b'])
    expect(match('/teams/%E0%A4%A')?.params).toEqual(['%E0%A4%A'])
  })

  it('an unknown address has no route, and two equal ones are a mistake', () => {
    expect(match('/teams/core/other')).toBeNull()
    expect(match('/')).toBeNull()
    expect(() => matcher([route('/a/:b'), route('/a/:c')])).toThrow('two routes')
  })
})

describe('what is kept between requests', () => {
  it('stays below its weight, and what was asked for last stays longest', () => {
    const store = kept<string>(10)
    store.put('a', 'A', 4)
    store.put('b', 'B', 4)
    store.get('a')
    store.put('c', 'C', 4)
    expect([store.get('a'), store.get('b'), store.get('c')]).toEqual(['A', undefined, 'C'])
    store.put('huge', 'H', 11)
    expect(store.get('huge')).toBeUndefined()
  })
})

describe('scopes', () => {
  it.each([
    [['global'], 'read-protected', true],
    [['identity', 'read'], 'read', true],
    [['identity', 'read'], 'read-protected', false],
    [['read-protected'], 'read', true],
    [['read-protected'], 'identity', false],
    [[], 'any', true],
    [[], 'read', false],
  ] as const)('%j for %s: %s', (scopes, need, expected) => {
    expect(covers(scopes, need)).toBe(expected)
  })
})
