import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../electron/cli/index.ts'
import { createPrint } from '../../electron/cli/print.ts'
import { runProgram } from '../../electron/cli/program.ts'
import { APP_VERSION } from '../../shared/version.ts'
import { commandLine } from '../fakes/command-line.ts'

const root = join(import.meta.dirname, '..', '..')
const place = { cwd: tmpdir(), env: {} }

/** Help as it is printed for some words, without a process. */
async function help(...words: readonly string[]): Promise<string> {
  let told = ''
  const nothing = { write: () => true }
  const code = await runProgram([...words, '--help'], {
    print: createPrint(nothing, nothing, { json: false, colours: false, now: () => 0 }),
    signal: new AbortController().signal,
    call: 'npm run cli --',
    path: (typed) => typed,
    show: (path) => path,
    help: (text) => {
      told += text
    },
  })
  expect(code).toBe(0)
  return told
}

describe('the list of commands', () => {
  it('holds every file of its folder, named as its command, or as the noun whose commands it holds', () => {
    const files = readdirSync(join(root, 'electron', 'cli', 'commands')).map((file) =>
      file.replace('.ts', ''),
    )
    const fileOf = ({ name }: (typeof COMMANDS)[number]) => {
      const whole = name.replaceAll(' ', '-')
      return files.includes(whole) ? whole : name.split(' ')[0]
    }
    expect([...new Set(COMMANDS.map(fileOf))].toSorted()).toEqual(files.toSorted())
  })

  it('explains each with examples that begin with its name', () => {
    for (const command of COMMANDS) {
      expect(command.examples.length, command.name).toBeGreaterThan(0)
      for (const example of command.examples) expect(example).toMatch(new RegExp(`^${command.name}( |$)`))
    }
  })
})

describe('--help', () => {
  it('names every command, or the group it is in', async () => {
    const told = await help()
    for (const command of COMMANDS) expect(told).toContain(` ${command.name.split(' ')[0]}`)
  })

  it.each(COMMANDS.map((command) => command.name))('%s: tells flags and examples', async (name) => {
    const told = await help(...name.split(' '))
    expect(told).toContain(`Usage: evidence-locker ${name}`)
    expect(told).toContain('--json')
    expect(told).toMatch(new RegExp(`Examples:\\n {2}npm run cli -- ${name}`))
    for (const line of told.split('\n').filter((line) => !line.includes('npm run cli')))
      expect(line.length).toBeLessThanOrEqual(100)
  })

  it('of a group lists its commands', async () => {
    const told = await help('locker')
    for (const word of ['new', 'info', 'verify', 'rekey', 'recover'])
      expect(told).toMatch(new RegExp(` ${word} `))
  })
})

describe('as a process', () => {
  it('prints its version and nothing else', async () => {
    expect(await commandLine(['--version'], place)).toEqual({ code: 0, out: `${APP_VERSION}\n`, err: '' })
  })

  it('shows help without words, on standard output', async () => {
    const ran = await commandLine([], place)
    expect(ran).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Usage: evidence-locker/) })
  })
})
