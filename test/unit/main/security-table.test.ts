import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

const items = readFileSync(join(root, 'docs', 'electron-security.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))

describe("the table of Electron's security checklist", () => {
  it('has all 20 items, once each', () => {
    expect(items.map(([number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  it.each(items)('item %s (%s): the file and the test exist', (_number, _asks, kept = '', held = '') => {
    const files = [...kept.matchAll(/`([\w./-]+\.(?:ts|yml|json))`/g)].map(([, file]) => file ?? '')
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
    const [, test = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(held) ?? []
    expect(readFileSync(join(root, test), 'utf8').replaceAll("\\'", "'")).toContain(title)
  })
})
