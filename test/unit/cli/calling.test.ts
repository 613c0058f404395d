import { describe, expect, it } from 'vitest'
import { readCalling, shellWord } from '../../../electron/cli/calling.ts'

describe('readCalling', () => {
  it('takes paths from where the person was when npm ran us', () => {
    const env = { npm_lifecycle_event: 'demo', INIT_CWD: '/home/ana/audit' }
    const calling = readCalling(env, '/repo/electron/cli/main.ts', '/repo')
    expect(calling.call).toBe('npm run --prefix /repo cli --')
    expect(calling.path('demo')).toBe('/home/ana/audit/demo')
    expect(calling.show('/home/ana/audit/demo/x.locker')).toBe('demo/x.locker')
    expect(calling.show('/tmp/x.locker')).toBe('/tmp/x.locker')
    expect(readCalling({ ...env, INIT_CWD: '/repo/sub' }, 'main.ts', '/repo').call).toBe('npm run cli --')
  })

  it('knows the installed program and the bare script', () => {
    expect(readCalling({}, '/usr/local/bin/evidence-locker', '/home').call).toBe('evidence-locker')
    expect(readCalling({}, '/repo/dist/electron/cli/main.js', '/repo').call).toBe(
      'node dist/electron/cli/main.js',
    )
  })

  it('ignores the npm script of another program', () => {
    const env = { npm_lifecycle_event: 'test', INIT_CWD: '/repo' }
    expect(readCalling(env, '/repo/electron/cli/main.ts', '/tmp/x').path('a')).toBe('/tmp/x/a')
  })
})

describe('shellWord', () => {
  it('quotes what a shell would take apart', () => {
    expect(shellWord('demo/demo.locker')).toBe('demo/demo.locker')
    expect(shellWord("it's here")).toBe("'it'\\''s here'")
    expect(shellWord('$(rm)')).toBe("'$(rm)'")
  })
})
