import { describe, expect, it } from 'vitest'
import { coverage } from '../../../electron/cli/commands/coverage.ts'
import type { HerokuCoverage } from '../../../electron/core/coverage/index.ts'

async function run(width: number | null) {
  const told: { lines: readonly string[]; data: HerokuCoverage }[] = []
  const result = (lines: readonly string[], data: unknown) =>
    void told.push({ lines, data: data as HerokuCoverage })
  const code = await coverage.run({ print: { result, width }, flags: {} } as never)
  return { code, ...(told[0] as (typeof told)[number]) }
}

describe('coverage', () => {
  it('tells every endpoint and topic, with totals that add up, without a locker', async () => {
    const { code, lines, data } = await run(null)
    expect(code).toBe(0)
    const { totals, endpoints, topics } = data
    expect(endpoints).toHaveLength(totals.endpoints + totals.besides)
    expect(topics).toHaveLength(79)
    const vpn = endpoints.find(({ id }) => id === 'space.vpn-connections')
    expect(vpn).toMatchObject({
      state: 'collected',
      readBy: [{ collector: 'space-vpn', topic: 'space-vpn', per: 'space' }],
    })
    expect(vpn?.kept).toContain('tunnels.status')
    expect(vpn?.kept).not.toContain('tunnels.pre_shared_key')
    expect(lines.join('\n')).toMatch(/134 reads: \d+ collected, \d+ optional/)
    expect(lines.join('\n')).toMatch(/79 topics: \d+ collected/)
  })

  it('fits a narrow terminal', async () => {
    const { lines } = await run(80)
    expect(lines.filter((line) => line.startsWith('/')).every((line) => line.length <= 80)).toBe(true)
  })
})
