import { describe, expect, it } from 'vitest'
import { endOf } from '../../../../electron/core/heroku/token-end.ts'

describe('the end of a token', () => {
  it('is so many seconds after it was seen, or none', () => {
    expect(endOf(0, 60)).toBe('1970-01-01T00:01:00.000Z')
    expect(endOf(0, null)).toBeNull()
  })

  it.each([1e300, -1e300, 2 ** 70, Number.NaN])('is not told where %d makes no date', (seconds) => {
    expect(endOf(0, seconds)).toBeNull()
  })
})
