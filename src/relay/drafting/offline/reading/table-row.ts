/** A table is imported as a list of rows, in which each column's heading stands before its cell. */
export interface TableRow {
  /** The first column, which names the case. */
  column: string
  /** Its cell: the case of this row. */
  value: string
}

/** Reads a row of a table ("Paid by: card; Takes: 5 days"), or returns undefined for any other text. */
export function tableRow(text: string): TableRow | undefined {
  const [, column, value] = ROW.exec(text) ?? []
  return column && value ? { column, value } : undefined
}

/**
 * Returns a row of two columns as a letter says it under the table's heading ("card: 5 days"), or undefined for any
 * other text.
 */
export function rowUnderHeading(text: string): string | undefined {
  const [, value, cell] = PAIR.exec(text) ?? []
  return value && cell && `${value}: ${cell}`
}

const ROW = /^([^:;.]{1,40}): ([^:;]{1,80}); [^:;.]{1,40}: /u
const PAIR = /^[^:;.]{1,40}: ([^:;]{1,80}); [^:;.]{1,40}: ([^;]+)$/u
