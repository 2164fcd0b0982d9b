import { SourceError } from "../../source/source.ts"
import type { HelpdeskClient } from "../helpdesk/client.ts"
import { refuseEndless } from "../helpdesk/refuse-endless.ts"
import { page } from "./shapes.ts"

export interface Listing {
  items: unknown[]
  /** How many there are in all; Request Tracker tells it of some lists only. */
  total: number | undefined
  /** There is nothing behind these. */
  isLast: boolean
}

interface Asked {
  query: string
  fields: string
  /** Fields of what a field stands for: `{Requestor: "Name,RealName"}`. */
  inner?: Record<string, string>
  order?: "ASC" | "DESC"
  page?: number
}

/** One page of a list, ordered by id. @throws SourceError */
export async function listPage(
  client: HelpdeskClient,
  list: string,
  { query, fields, inner = {}, order = "ASC", page: number = 1 }: Asked,
  signal: AbortSignal
): Promise<Listing> {
  const parameters = new URLSearchParams({
    query,
    fields,
    orderby: "id",
    order,
    per_page: String(FULL),
    page: String(number)
  })
  for (const [name, value] of Object.entries(inner)) parameters.set(`fields[${name}]`, value)
  const read = page.safeParse(await client.json(`REST/2.0/${list}?${parameters}`, signal))
  if (!read.success)
    throw new SourceError("source-unreadable", `${client.base.host} answers with no list of ${list}, as it should.`)
  const { items, total, per_page } = read.data
  return {
    items,
    total: total ?? undefined,
    isLast: typeof total === "number" ? items.length >= total - (number - 1) * per_page : items.length < per_page
  }
}

/** All pages of a list that isn't long. */
export async function listAll(
  client: HelpdeskClient,
  list: string,
  asked: Omit<Asked, "page">,
  signal: AbortSignal
): Promise<unknown[]> {
  const all: unknown[] = []
  for (let number = 1; ; number++) {
    const { items, isLast } = await listPage(client, list, { ...asked, page: number }, signal)
    all.push(...items)
    if (isLast || items.length === 0) return all
    refuseEndless(all, client.base, list)
  }
}

/** More than a hundred it gives no caller. */
export const FULL = 100

/**
 * Conditions as Request Tracker takes them for lists that know no query language: those on one field are alternatives.
 */
export function conditions(fields: Record<string, readonly Condition[]>): string {
  return JSON.stringify(
    Object.entries(fields).flatMap(([field, any]) =>
      any.map((one, n) => ({
        field,
        ...(typeof one === "string" ? { value: one } : one),
        ...(n > 0 && { entry_aggregator: "OR" })
      }))
    )
  )
}

type Condition = string | { operator: string; value: string }

/** A text inside its query language. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`
