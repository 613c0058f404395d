import { type Ground, idOf } from '../random.ts'
import { generationRef } from './stacks.ts'

type Row = readonly [name: string, memory: number, compute: number, cents: number, tier: string]

const CEDAR: readonly Row[] = [
  ['Eco', 0.5, 1, 500, 'eco'],
  ['Basic', 0.5, 1, 700, 'basic'],
  ['Standard-1X', 0.5, 1, 2500, 'standard'],
  ['Standard-2X', 1, 2, 5000, 'standard'],
  ['Performance-M', 2.5, 2, 25000, 'performance'],
  ['Performance-L', 14, 8, 50000, 'performance'],
  ['Performance-2XL', 126, 16, 150000, 'performance'],
  ['Private-S', 1, 2, 0, 'private'],
  ['Private-M', 2.5, 2, 0, 'private'],
  ['Private-L', 14, 8, 0, 'private'],
  ['Shield-S', 1, 2, 0, 'shield'],
  ['Shield-M', 2.5, 2, 0, 'shield'],
  ['Shield-L', 14, 8, 0, 'shield'],
]
const FIR: readonly Row[] = [
  ['dyno-1c-0.5gb', 0.5, 1, 0, 'dyno'],
  ['dyno-1c-4gb', 4, 1, 0, 'dyno'],
  ['dyno-2c-4gb', 4, 2, 0, 'dyno'],
  ['dyno-4c-8gb', 8, 4, 0, 'dyno'],
]
const SHARED = new Set(['eco', 'basic', 'standard'])
const SPACE_ONLY = new Set(['private', 'shield', 'dyno'])

const size = (ground: Ground, generation: 'cedar' | 'fir', row: Row) => {
  const [name, memory, compute, cents, tier] = row
  return {
    architecture: generation === 'fir' ? 'arm64' : 'amd64',
    compute,
    can_autoscale: tier === 'performance' || tier === 'private',
    cost: cents === 0 ? null : { cents, unit: 'month' },
    dedicated: !SHARED.has(tier),
    precise_dyno_units: memory,
    id: idOf(ground, 'dyno-size', name),
    memory,
    name,
    private_space_only: SPACE_ONLY.has(tier),
    generation: generationRef(ground, generation),
    infrastructure_tier: SHARED.has(tier) ? 'shared' : 'dedicated',
    product_dyno_tier: tier,
  }
}

/** `GET /dyno-sizes`: a selection of each tier. */
export const dynoSizesOf = (ground: Ground) => [
  ...CEDAR.map((row) => size(ground, 'cedar', row)),
  ...FIR.map((row) => size(ground, 'fir', row)),
]
