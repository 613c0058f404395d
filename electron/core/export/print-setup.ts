import type { SheetGroup } from './sheet.ts'
import type { PlannedSheet } from './sheet-plan.ts'

/** What stands on every printed page. */
export interface PrintedWords {
  /** Title: in the file's properties and in the middle of the print header. */
  readonly title: string
  /** Whom it is about: left in the print header. */
  readonly organisation: string
  /** Small print: left in the print footer. */
  readonly footer: string
}

/** Characters across a landscape page that can still be read in print. */
const PAGE_WIDTH = 290

function pageSetup({ sheet, headRow }: PlannedSheet) {
  const width = sheet.columns.reduce((sum, column) => sum + column.width, 0)
  const pages = Math.ceil(width / PAGE_WIDTH)
  const table = {
    orientation: 'landscape',
    fitToWidth: pages,
    printTitlesRow: `${headRow}:${headRow}`,
    ...(pages > 1 ? { printTitlesColumn: 'A:B' } : {}),
  } as const
  return {
    ...(headRow > 0 ? table : ({ orientation: 'portrait', fitToWidth: 1 } as const)),
    fitToPage: true,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.75, bottom: 0.6, header: 0.3, footer: 0.3 },
  }
}

const TABS: Readonly<Record<SheetGroup, string>> = {
  front: 'FF1F2A44',
  controls: 'FF2F6DB5',
  results: 'FFB45309',
  evidence: 'FF2E7D4F',
  provenance: 'FF8A93A3',
}

/** Excel takes 255 characters with all codes; an ampersand begins a code, two are one. */
const forPrint = (text: string) => text.slice(0, 70).replaceAll('&', '&&')

/** How a sheet is seen and printed: frozen column titles, fit to the page's width, header and footer. */
export function sheetSetup(place: PlannedSheet, { title, organisation, footer }: PrintedWords) {
  const frozen = place.headRow > 0 ? ({ state: 'frozen', ySplit: place.headRow } as const) : {}
  const { group } = place.sheet
  return {
    properties: { dyDescent: 0.25, ...(group ? { tabColor: { argb: TABS[group] } } : {}) },
    views: [{ ...frozen, showGridLines: false }],
    pageSetup: pageSetup(place),
    headerFooter: {
      oddHeader: `&L ${forPrint(organisation)}&C ${forPrint(title)}&R&A`,
      oddFooter: `&L ${forPrint(footer)}&RPage &P of &N`,
    },
  }
}
