import { type Ground, idOf } from '../random.ts'

const ROWS: readonly (readonly [
  name: string,
  country: string,
  locale: string,
  aws: string,
  privately: boolean,
])[] = [
  ['us', 'United States', 'Virginia', 'us-east-1', false],
  ['eu', 'Ireland', 'Dublin', 'eu-west-1', false],
  ['dublin', 'Ireland', 'Dublin', 'eu-west-1', true],
  ['frankfurt', 'Germany', 'Frankfurt', 'eu-central-1', true],
  ['london', 'United Kingdom', 'London', 'eu-west-2', true],
  ['montreal', 'Canada', 'Montreal', 'ca-central-1', true],
  ['mumbai', 'India', 'Mumbai', 'ap-south-1', true],
  ['oregon', 'United States', 'Oregon', 'us-west-2', true],
  ['singapore', 'Singapore', 'Singapore', 'ap-southeast-1', true],
  ['sydney', 'Australia', 'Sydney', 'ap-southeast-2', true],
  ['tokyo', 'Japan', 'Tokyo', 'ap-northeast-1', true],
  ['virginia', 'United States', 'Virginia', 'us-east-1', true],
]

/** `GET /regions`: Common Runtime and Private Space regions. */
export const regionsOf = (ground: Ground) =>
  ROWS.map(([name, country, locale, aws, privately]) => ({
    country,
    created_at: '2013-04-24T00:00:00Z',
    description: country,
    id: idOf(ground, 'region', name),
    locale,
    name,
    private_capable: privately,
    provider: { name: 'amazon-web-services', region: aws },
    updated_at: '2024-12-03T00:00:00Z',
  }))

/** Id and name of a region. */
export const regionRef = (ground: Ground, name: string) => ({ id: idOf(ground, 'region', name), name })
