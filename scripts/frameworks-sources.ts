import type { FrameworkId } from '../shared/model/engagement.ts'

/** What a framework file is made of beside the tables: how it is called, counted and quoted. */
export interface FrameworkSource {
  readonly id: FrameworkId
  /** File of the catalog under `ids/`. */
  readonly catalog: string
  /** Name in `crosswalk.tsv`, and prefix in the controls column of `checks.tsv`. */
  readonly crosswalk: string
  readonly prefix: string
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
]
