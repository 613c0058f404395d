import { FIRST_NAMES, LAST_NAMES, PEOPLE, type PersonPart } from './cast/people.ts'
import { COMPANY, type TeamName } from './company.ts'
import { ago, diceOf, type Ground, idOf } from './random.ts'

/** Somebody with a Heroku account. */
export interface Person extends Omit<PersonPart, 'mailbox'> {
  readonly id: string
  readonly email: string
  readonly federated: boolean
  readonly exempt: boolean
  readonly enterprise: readonly ('view' | 'create' | 'manage' | 'billing')[]
  readonly createdAt: string
  readonly lastLogin: string | null
}

/** How Heroku refers to a person elsewhere. */
export const userRef = (person: { readonly id: string; readonly email: string }) => ({
  id: person.id,
  email: person.email,
})

const TEAMS: readonly TeamName[] = ['northquay-core', 'northquay-data', 'northquay-labs']
const HACKDAY_ADMINS = 6

/** Exactly `count` people: the cast first, then generated ones, of whom the first six became labs admins. */
export function makePeople(ground: Ground, count: number): readonly Person[] {
  const people = PEOPLE.slice(0, count).map((part) => person(ground, part))
  for (let i = 0; people.length < count; i++) people.push(person(ground, extra(ground, i)))
  return people
}

function extra(ground: Ground, i: number): PersonPart {
  const roll = diceOf(ground, 'person', i)
  const first = roll.pick(FIRST_NAMES)
  const last = roll.pick(LAST_NAMES)
  const federated = roll.chance(0.7)
  const second = roll.chance(0.3) ? roll.pick(TEAMS) : null
  const home: TeamName = i < HACKDAY_ADMINS ? 'northquay-labs' : roll.pick(TEAMS)
  const role = i < HACKDAY_ADMINS ? ('admin' as const) : ('member' as const)
  const number = i < FIRST_NAMES.length ? '' : `${i}`
  return {
    key: `extra-${i}`,
    mailbox: `${first}.${last}${number || i}@${COMPANY.domain}`.toLowerCase(),
    name: `${first} ${last}`,
    kind: 'human',
    federated,
    secondFactor: !federated,
    teams: [[home, role], ...(second && second !== home ? [[second, 'member'] as const] : [])],
    enterprise: roll.chance(0.5) ? ['view'] : [],
  }
}

function person(ground: Ground, part: PersonPart): Person {
  const roll = diceOf(ground, 'person-times', part.key)
  const age = roll.int(120, 1900)
  const idle = part.kind === 'leaver' ? roll.int(300, 420) : roll.int(0, 20)
  const { mailbox, ...rest } = part
  return {
    ...rest,
    id: idOf(ground, 'person', part.key),
    email: mailbox,
    federated: part.federated ?? false,
    exempt: part.exempt ?? false,
    enterprise: part.enterprise ?? [],
    createdAt: ago(ground, age + 430, roll.int(0, 23)),
    lastLogin: ago(ground, idle, roll.int(1, 20)),
  }
}
