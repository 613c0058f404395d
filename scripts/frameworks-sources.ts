import type { ShippedFrameworkId } from '../shared/model/engagement.ts'

/** What a framework file is made of beside the tables: how it is called, counted and quoted. */
export interface FrameworkSource {
  readonly id: ShippedFrameworkId
  /** File of the catalog under `ids/`. */
  readonly catalog: string
  /** Name in `crosswalk.tsv`, and prefix in the controls column of `checks.tsv`; left out where it is in neither. */
  readonly crosswalk?: string
  readonly prefix?: string
  /** The framework whose mappings it takes over, and the table of a translation under `ids/`. */
  readonly through?: { readonly framework: ShippedFrameworkId; readonly translation?: string }
  readonly title: string
  readonly version: string
  readonly source: string
  readonly requirementKinds: readonly string[]
  readonly published: Readonly<Record<string, number>>
}

/** The frameworks that ship with the app. Only ids, short titles and rationales of our own are taken over. */
export const SOURCES: readonly FrameworkSource[] = [
  {
    id: 'iso27001-2022',
    catalog: 'iso27001-2022.tsv',
    crosswalk: 'ISO 27001:2022',
    prefix: 'ISO',
    title: 'ISO/IEC 27001:2022',
    version: '2022',
    source:
      'Ids and names of ISO/IEC 27001:2022, clauses 4 to 10 and Annex A. The text of clauses and controls is copyright of ISO and not included; get it from ISO or a national body. Counted are the controls of Annex A. Rationales are by the authors of Evidence Locker.',
    requirementKinds: ['control'],
    published: { control: 93, theme: 4, clause: 7 },
  },
  {
    id: 'soc2-2017',
    catalog: 'soc2-tsc-2017-rev2022.tsv',
    crosswalk: 'SOC 2',
    prefix: 'SOC2',
    title: 'SOC 2: Trust Services Criteria',
    version: '2017, points of focus revised 2022',
    source:
      'Ids of the AICPA Trust Services Criteria (TSP section 100). The criteria and points of focus are copyright of the AICPA and not included; titles are short descriptions in our own words, as are the rationales.',
    requirementKinds: ['criterion'],
    published: { criterion: 61, category: 5 },
  },
  {
    id: 'pci-dss-4.0.1',
    catalog: 'pci-dss-4.0.1.tsv',
    crosswalk: 'PCI DSS 4.0.1',
    prefix: 'PCI',
    title: 'PCI DSS 4.0.1',
    version: '4.0.1',
    source:
      'Ids of the defined approach of PCI DSS 4.0.1 with its appendices A1 to A3, and the official titles of the twelve principal requirements. The text of requirements is copyright of the PCI Security Standards Council and not included; get it from its document library. Other titles and the rationales are in our own words.',
    requirementKinds: ['defined-approach'],
    published: { requirement: 15 },
  },
  {
    id: 'hipaa',
    catalog: 'hipaa-45cfr164.tsv',
    crosswalk: 'HIPAA',
    prefix: 'HIPAA',
    title: 'HIPAA Security, Breach Notification and Privacy Rules (selected)',
    version: '45 CFR Part 164',
    source:
      'Ids and names of 45 CFR Part 164, Subparts C and D and selected provisions of Subpart E, which is public law. Kinds follow Appendix A to Subpart C: standards, required (spec-R) and addressable (spec-A) implementation specifications. Rationales are by the authors of Evidence Locker.',
    requirementKinds: ['standard', 'spec-R', 'spec-A', 'requirement'],
    published: { 'spec-A': 22 },
  },
  {
    id: 'iso27017-2015',
    catalog: 'iso27017-2015-cld.tsv',
    title: 'ISO/IEC 27017:2015, cloud service extended controls',
    version: '2015',
    source:
      'Ids and names of the seven controls that ISO/IEC 27017:2015 adds. The text is copyright of ISO and not included; get it from ISO or a national body. Rationales are by the authors of Evidence Locker.',
    requirementKinds: ['control'],
    published: { control: 7 },
  },
  {
    id: 'iso27018-2019',
    catalog: 'iso27018-2019-annexA.tsv',
    title: 'ISO/IEC 27018:2019, Annex A',
    version: '2019',
    source:
      'Ids and names of the 25 controls in Annex A of ISO/IEC 27018:2019; nine names are as remembered by readers of public lists. The text is copyright of ISO and not included; get it from ISO or a national body. Rationales are by the authors of Evidence Locker.',
    requirementKinds: ['control'],
    published: { control: 25 },
  },
  {
    id: 'csa-ccm-4.1.0',
    catalog: 'csa-ccm-4.1.0.tsv',
    title: 'CSA Cloud Controls Matrix 4.1.0',
    version: '4.1.0',
    source:
      'Ids, titles and domains of the Cloud Controls Matrix 4.1.0 of the Cloud Security Alliance. Its specifications and questions are copyright of the CSA and not included; get them from the CSA. Rationales and summaries are by the authors of Evidence Locker.',
    requirementKinds: ['control'],
    published: { control: 207, domain: 17 },
    through: { framework: 'csa-ccm-4.0.13', translation: 'ccm-4.0.13-to-4.1.0.tsv' },
  },
  {
    id: 'csa-caiq-4.1.0',
    catalog: 'csa-caiq-4.1.0.tsv',
    title: 'CSA Consensus Assessments Initiative Questionnaire 4.1.0',
    version: '4.1.0',
    source:
      'Ids, titles and domains of the Consensus Assessments Initiative Questionnaire 4.1.0 of the Cloud Security Alliance. Its specifications and questions are copyright of the CSA and not included; get them from the CSA. Rationales and summaries are by the authors of Evidence Locker.',
    requirementKinds: ['question'],
    published: { question: 283 },
    through: { framework: 'csa-ccm-4.1.0' },
  },
  {
    id: 'csa-ccm-4.0.13',
    catalog: 'csa-ccm-4.0.13.tsv',
    crosswalk: 'CCM 4.0',
    prefix: 'CCM',
    title: 'CSA Cloud Controls Matrix 4.0.13',
    version: '4.0.13',
    source:
      'Ids, titles and domains of the Cloud Controls Matrix 4.0.13 of the Cloud Security Alliance. Its specifications and questions are copyright of the CSA and not included; get them from the CSA. Rationales and summaries are by the authors of Evidence Locker.',
    requirementKinds: ['control'],
    published: { control: 197, domain: 17 },
  },
  {
    id: 'csa-caiq-4.0.3',
    catalog: 'csa-caiq-4.0.3.tsv',
    title: 'CSA Consensus Assessments Initiative Questionnaire 4.0.3',
    version: '4.0.3',
    source:
      'Ids, titles and domains of the Consensus Assessments Initiative Questionnaire 4.0.3 of the Cloud Security Alliance. Its specifications and questions are copyright of the CSA and not included; get them from the CSA. Rationales and summaries are by the authors of Evidence Locker.',
    requirementKinds: ['question'],
    published: { question: 261 },
    through: { framework: 'csa-ccm-4.0.13' },
  },
  {
    id: 'hds-2.0',
    catalog: 'hds-2.0.tsv',
    title: 'HDS 2.0, French health data hosting',
    version: '2.0 (order of 26 April 2024)',
    source:
      'Ids of the certification requirements HDS 2.0, a French public law text; English titles, summaries and rationales are by the authors of Evidence Locker.',
    requirementKinds: ['requirement'],
    published: { requirement: 31 },
  },
]
