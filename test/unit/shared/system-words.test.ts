import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { systemWords, writeWords } from '../../../shared/system-words.ts'
import { testFolder } from '../../fakes/locker.ts'

/** What is thrown. */
function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

it('tells in words why the operating system refuses', () => {
  const folder = testFolder()
  const missing = join(folder, 'none', 'x')
  expect(systemWords(thrown(() => readFileSync(missing)))).toBe('no such file or folder')
  expect(writeWords(thrown(() => writeFileSync(missing, '')))).toBe('its folder does not exist')
  expect(systemWords(thrown(() => readFileSync(folder)))).toBe('it is a folder')
  expect(writeWords(thrown(() => writeFileSync(join(folder, 'x'.repeat(300)), '')))).toBe(
    'the name is too long',
  )
  expect(systemWords(new Error('own'))).toBe('unknown reason')
  expect(systemWords(Object.assign(new Error('x'), { code: 'EXDEV' }))).toBe('EXDEV')
})
