/** The fictional company of the demo: Northquay Logistics moves freight, and medicine that must stay cold. */
export const COMPANY = {
  enterprise: 'northquay',
  domain: 'northquay.example',
  city: 'Rotterdam',
} as const

/** Its teams: three under the enterprise account, and the leftover team of an agency it bought. */
export type TeamName = 'northquay-core' | 'northquay-data' | 'northquay-labs' | 'saltmarsh-studio'

/** Its spaces: two private, two Shield (one set up last week), one of the Fir generation. */
export type SpaceName =
  | 'harbour-frankfurt'
  | 'analytics-virginia'
  | 'patient-shield'
  | 'claims-shield'
  | 'orchard-fir'
