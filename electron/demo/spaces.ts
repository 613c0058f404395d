import type { SpaceName, TeamName } from './company.ts'
import { ago, type Ground, idOf } from './random.ts'

/** A Private, Shield or Fir space and how its network is set up. */
export interface Space {
  readonly id: string
  readonly name: SpaceName
  readonly team: TeamName
  readonly region: string
  readonly shield: boolean
  readonly generation: 'cedar' | 'fir'
  readonly cidr: string
  readonly dataCidr: string
  readonly nat: 'enabled' | 'disabled' | 'updating'
  /** Sources of the current rule set; none on Fir, where ranges cannot be set. */
  readonly trusted: readonly string[]
  readonly logDrain: boolean
  readonly vpn: boolean
  readonly peering: boolean
  readonly createdAt: string
}

type Setup = Omit<Space, 'id' | 'createdAt'> & { readonly age: number }

const SETUPS: readonly Setup[] = [
  {
    name: 'harbour-frankfurt',
    team: 'northquay-core',
    region: 'frankfurt',
    shield: false,
    generation: 'cedar',
    cidr: '10.0.0.0/16',
    dataCidr: '10.1.0.0/16',
    nat: 'enabled',
    trusted: ['203.0.113.0/24', '198.51.100.17/32'],
    logDrain: false,
    vpn: true,
    peering: true,
    age: 1200,
  },
  {
    name: 'analytics-virginia',
    team: 'northquay-data',
    region: 'virginia',
    shield: false,
    generation: 'cedar',
    cidr: '10.8.0.0/16',
    dataCidr: '10.9.0.0/16',
    nat: 'disabled',
    trusted: ['0.0.0.0/0'],
    logDrain: false,
    vpn: false,
    peering: false,
    age: 700,
  },
  {
    name: 'patient-shield',
    team: 'northquay-core',
    region: 'dublin',
    shield: true,
    generation: 'cedar',
    cidr: '10.16.0.0/16',
    dataCidr: '10.17.0.0/16',
    nat: 'enabled',
    trusted: ['203.0.113.64/26', '192.0.2.0/20'],
    logDrain: true,
    vpn: true,
    peering: false,
    age: 640,
  },
  {
    name: 'claims-shield',
    team: 'northquay-data',
    region: 'dublin',
    shield: true,
    generation: 'cedar',
    cidr: '10.24.0.0/16',
    dataCidr: '10.25.0.0/16',
    nat: 'updating',
    trusted: [],
    logDrain: false,
    vpn: false,
    peering: false,
    age: 6,
  },
  {
    name: 'orchard-fir',
    team: 'northquay-labs',
    region: 'virginia',
    shield: false,
    generation: 'fir',
    cidr: '10.32.0.0/16',
    dataCidr: '10.33.0.0/16',
    nat: 'enabled',
    trusted: [],
    logDrain: false,
    vpn: false,
    peering: false,
    age: 150,
  },
]

/** The five spaces. */
export function makeSpaces(ground: Ground): readonly Space[] {
  return SETUPS.map(({ age, ...setup }) => ({
    ...setup,
    id: idOf(ground, 'space', setup.name),
    createdAt: ago(ground, age, 7),
  }))
}
