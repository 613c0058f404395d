import type { TeamName } from '../company.ts'
import { HOSTILE } from '../hostile.ts'

/** The part that a person plays. Keys stay stable: other tables point at people by key. */
export interface PersonPart {
  readonly key: string
  readonly mailbox: string
  readonly name: string
  readonly kind: 'human' | 'service' | 'contractor' | 'leaver'
  readonly federated?: boolean
  readonly secondFactor: boolean
  readonly teams: readonly (readonly [TeamName, 'admin' | 'member' | 'collaborator'])[]
  readonly enterprise?: readonly ('view' | 'create' | 'manage' | 'billing')[]
  readonly exempt?: boolean
}

/** People who must be there, the most needed first; `--people` cuts from the end, then fills with generated ones. */
export const PEOPLE: readonly PersonPart[] = [
  {
    key: 'reader',
    mailbox: 'evidence.reader@northquay.example',
    name: 'Evidence Reader',
    kind: 'service',
    secondFactor: true,
    teams: [
      ['northquay-core', 'member'],
      ['northquay-data', 'member'],
      ['northquay-labs', 'member'],
      ['saltmarsh-studio', 'admin'],
    ],
    enterprise: ['view', 'manage'],
  },
  {
    key: 'priya',
    mailbox: 'priya.raman@northquay.example',
    name: 'Priya Raman',
    kind: 'human',
    secondFactor: false,
    teams: [['northquay-core', 'admin']],
    enterprise: ['view'],
  },
  {
    key: 'maren',
    mailbox: 'maren.lindqvist@northquay.example',
    name: 'Maren Lindqvist',
    kind: 'human',
    federated: true,
    secondFactor: false,
    teams: [['northquay-core', 'admin']],
    enterprise: ['view', 'create'],
  },
  {
    key: 'tobias',
    mailbox: 'tobias.achterberg@northquay.example',
    name: 'Tobias Achterberg',
    kind: 'human',
    federated: true,
    secondFactor: false,
    teams: [
      ['northquay-core', 'admin'],
      ['northquay-data', 'admin'],
    ],
    enterprise: ['view', 'manage', 'billing'],
  },
  {
    key: 'aiko',
    mailbox: 'aiko.tanabe@northquay.example',
    name: 'Aiko Tanabe',
    kind: 'human',
    secondFactor: true,
    teams: [['northquay-labs', 'member']],
  },
  {
    key: 'viktor',
    mailbox: 'viktor.sandoval@northquay.example',
    name: 'Viktor Sandoval',
    kind: 'human',
    secondFactor: false,
    exempt: true,
    teams: [
      ['northquay-core', 'member'],
      ['northquay-data', 'member'],
      ['northquay-labs', 'admin'],
      ['saltmarsh-studio', 'collaborator'],
    ],
    enterprise: ['view', 'create', 'manage'],
  },
  {
    key: 'lars',
    mailbox: 'lars.nyberg@northquay.example',
    name: 'Lars Nyberg',
    kind: 'human',
    secondFactor: true,
    teams: [['northquay-data', 'member']],
  },
  {
    key: 'ops',
    mailbox: 'ops@northquay.example',
    name: 'Operations shared',
    kind: 'human',
    secondFactor: true,
    teams: [['northquay-core', 'member']],
  },
  {
    key: 'ci',
    mailbox: 'ci-deploy@northquay.example',
    name: 'CI deploy',
    kind: 'service',
    secondFactor: true,
    teams: [
      ['northquay-core', 'member'],
      ['northquay-data', 'member'],
    ],
  },
  {
    key: 'hannah',
    mailbox: 'hannah.osei@northquay.example',
    name: 'Hannah Osei',
    kind: 'leaver',
    federated: true,
    secondFactor: false,
    teams: [['northquay-labs', 'member']],
  },
  {
    key: 'jonas',
    mailbox: 'jonas.keller@dockside-consulting.example',
    name: 'Jonas Keller',
    kind: 'contractor',
    secondFactor: true,
    teams: [],
  },
  {
    key: 'marcus',
    mailbox: 'marcus.webb@northquay.example',
    name: 'Marcus Webb',
    kind: 'leaver',
    secondFactor: false,
    teams: [],
  },
  {
    key: 'formula',
    mailbox: 'f.calc@northquay.example',
    name: HOSTILE.hyperlink,
    kind: 'human',
    secondFactor: true,
    teams: [['northquay-data', 'member']],
    enterprise: ['view'],
  },
  {
    key: 'noor',
    mailbox: 'noor.haddad@northquay.example',
    name: 'نور حدّاد',
    kind: 'human',
    federated: true,
    secondFactor: false,
    teams: [['northquay-core', 'member']],
    enterprise: ['view', 'billing'],
  },
]

/** First and last names for everybody else. */
export const FIRST_NAMES: readonly string[] =
  'Amara Bente Cosima Dagny Ekaterina Farid Giulia Henrik Ines Joost Kerstin Leila Mateo Niamh Odile Paolo Quentin Rosa Sanjay Thandiwe Ulrich Vera Wim Xiomara Yusuf Zofia Anouk Bram Chiara Dries'.split(
    ' ',
  )
/** See above. */
export const LAST_NAMES: readonly string[] =
  'Aalbers Bergstrom Castellan Dijkstra Eriksen Fontaine Gallego Hofmann Ivanova Jansen Kowalski Laurent Moreau Nakata Oyelaran Petrov Quist Rossi Schouten Takala Urban Vermeer Weiss Ximenes Yilmaz Zoller Adeyemi Blom Carvalho Dunne'.split(
    ' ',
  )
