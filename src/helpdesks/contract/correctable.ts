/**
 * What of a helpdesk's selectors a signed correction may replace. The names are what is read from a page. Never among
 * them: what tells a note from a public message or reply, what recognises the product, what tells who is a customer, and
 * whatever leads to an editor.
 */
export interface Correctable {
  helpdesk: string
  /** The adapter's own table, which it looks into each time that it uses a selector. */
  table: Record<string, unknown>
  names: readonly string[]
  /** The table as it was built. */
  builtIn: Readonly<Record<string, unknown>>
}

/** Lists the names of an adapter's selectors that may be corrected. */
export const correctable = <Table extends Record<string, unknown>>(
  helpdesk: string,
  table: Table,
  names: readonly (keyof Table & string)[]
): Correctable => ({ helpdesk, table, names, builtIn: { ...table } })
