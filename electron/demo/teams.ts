import type { TeamName } from './company.ts'
import { ago, type Ground, idOf } from './random.ts'

/** A team and how it is set up. */
export interface Team {
  readonly id: string
  readonly name: TeamName
  readonly inEnterprise: boolean
  readonly identityProvider: 'northquay-okta' | 'northquay-labs-adfs' | null
  readonly defaultPermission: 'admin' | 'member' | 'viewer' | null
  readonly addonsControls: boolean | null
  readonly createdAt: string
}

/** The enterprise account. */
export interface Enterprise {
  readonly id: string
  readonly name: string
  readonly createdAt: string
}

type Setup = Omit<Team, 'id' | 'createdAt'> & { readonly age: number }

const SETUPS: readonly Setup[] = [
  {
    name: 'northquay-core',
    inEnterprise: true,
    identityProvider: 'northquay-okta',
    defaultPermission: 'viewer',
    addonsControls: true,
    age: 2100,
  },
  {
    name: 'northquay-data',
    inEnterprise: true,
    identityProvider: 'northquay-okta',
    defaultPermission: 'member',
    addonsControls: null,
    age: 1500,
  },
  {
    name: 'northquay-labs',
    inEnterprise: true,
    identityProvider: 'northquay-labs-adfs',
    defaultPermission: 'admin',
    addonsControls: false,
    age: 900,
  },
  {
    name: 'saltmarsh-studio',
    inEnterprise: false,
    identityProvider: null,
    defaultPermission: null,
    addonsControls: null,
    age: 2900,
  },
]

/** The four teams. */
export function makeTeams(ground: Ground): readonly Team[] {
  return SETUPS.map(({ age, ...setup }) => ({
    ...setup,
    id: idOf(ground, 'team', setup.name),
    createdAt: ago(ground, age, 9),
  }))
}

/** The enterprise account that holds three of them. */
export function makeEnterprise(ground: Ground, name: string): Enterprise {
  return { id: idOf(ground, 'enterprise', name), name, createdAt: ago(ground, 2120, 8) }
}
