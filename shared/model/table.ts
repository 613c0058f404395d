/** What is wrong in a table that a person gave, with the row and column as a spreadsheet counts them. */
export interface TableFault {
  /** From 1; null where the table as a whole is meant. */
  readonly row: number | null
  /** The header as the table has it; null where the whole row is meant. */
  readonly column: string | null
  readonly what: string
}

/** A fault as one sentence, such as `Row 7, E-mail: “tom” is no e-mail address.` */
export function faultSentence({ row, column, what }: TableFault): string {
  const place = [row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ')
  const text = place === '' ? what : `${place}: ${what}`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
