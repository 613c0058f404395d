import { describe, expect, it } from 'vitest'
import { failureOf } from '../../../electron/cli/failure.ts'
import { problem } from '../../../shared/errors.ts'

describe('failureOf', () => {
  it('tells a problem in one sentence with its exit code', () => {
    expect(failureOf(problem('no-collection', {}))).toEqual({
      sentence: 'error: this locker holds no finished collection: run `collect` first.',
      document: {
        error: {
          kind: 'no-collection',
          what: 'this locker holds no finished collection',
          remedy: 'run `collect` first',
        },
      },
      exit: 1,
    })
    expect(failureOf(problem('wrong-use', { what: 'x', remedy: 'y' })).exit).toBe(2)
  })

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EACCES', 'cannot-write'],
    ['EROFS', 'cannot-write'],
    ['ENOENT', 'cannot-read'],
    ['ELOOP', 'cannot-read'],
    ['ENAMETOOLONG', 'cannot-read'],
    ['EWHATEVER', 'unexpected'],
  ])('puts the system error %s into words', (code, kind) => {
    const thrown = Object.assign(new Error('boom'), { code, path: '/x' })
    expect(failureOf(thrown).document.error.kind).toBe(kind)
  })

  it('tells a folder that was to be read from one that was to be written', () => {
    const told = (syscall: string) =>
      failureOf(Object.assign(new Error('boom'), { code: 'EISDIR', path: '/x', syscall })).document.error.kind
    expect([told('read'), told('open')]).toEqual(['cannot-read', 'cannot-write'])
  })

  it('stays one line, whatever a name contains', () => {
    const sneaky = problem('already-there', { path: 'a\nb\x1b[2J' })
    expect(failureOf(sneaky).sentence).toBe(
      'error: a b\ufffd[2J already exists: choose another name, or remove it first.',
    )
  })

  it('survives anything that can be thrown', () => {
    expect(failureOf(undefined).document.error.kind).toBe('unexpected')
  })
})
