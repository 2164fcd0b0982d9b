import { SourceError } from "../../source/source.ts"
import type { HelpdeskClient } from "../helpdesk/client.ts"
import { refuseEndless } from "../helpdesk/refuse-endless.ts"
import { page } from "./shapes.ts"

export interface Listing {
  items: unknown[]
  /** The total number of items. Request Tracker states it for some lists only. */
  total: number | undefined
  /** There are no items after these. */
  isLast: boolean
}

interface Asked {
  query: string
  fields: string
  /** The fields of a linked object: `{Requestor: "Name,RealName"}`. */
  inner?: Record<string, string>
  order?: "ASC" | "DESC"
  page?: number
}

/** Returns one page of a list, ordered by id. @throws SourceError */
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

/** Returns all pages of a short list. */
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

/** Request Tracker returns at most a hundred items to any caller. */
export const FULL = 100

/** Writes conditions for lists that have no query language. Conditions on the same field are alternatives. */
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

/** Quotes a text for the query language. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`
