import * as z from "zod/mini"
import { SourceError } from "../../source/source.ts"
import { type HelpdeskClient, refuseEndless } from "../helpdesk/client.ts"

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

// These shapes cover what is used of the answers of Request Tracker's REST 2 API. It returns numbers as numbers in one
// place and as texts in another.

const id = z.pipe(z.union([z.number(), z.string()]), z.transform(String))
const number = z.pipe(z.union([z.number(), z.string()]), z.transform(Number))
const text = z.pipe(
  z.nullish(z.union([z.string(), z.number()])),
  z.transform((value) => String(value ?? ""))
)
const date = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => (value && Date.parse(value) > 0 ? value : undefined))
)

/** The id of a person is their name, mostly the address from which they wrote. */
const user = z.object({ id, Name: text, RealName: text, EmailAddress: text })

const people = z.pipe(
  z.nullish(z.union([z.array(z.unknown()), z.unknown()])),
  z.transform((value) => [value ?? []].flat().flatMap((one) => user.safeParse(one).data ?? []))
)

const customField = z.object({
  id,
  name: text,
  values: z.pipe(
    z.nullish(z.array(z.unknown())),
    z.transform((values) =>
      (values ?? []).flatMap((value) => (typeof value === "string" || typeof value === "number" ? [String(value)] : []))
    )
  )
})
export type CustomField = z.infer<typeof customField>
const customFields = z.pipe(
  z.nullish(z.array(z.unknown())),
  z.transform((fields) => (fields ?? []).flatMap((one) => customField.safeParse(one).data ?? []))
)

const page = z.object({ items: z.array(z.unknown()), total: z.nullish(number), per_page: number })
export const numbered = z.object({ id: number })

export const ticket = z.object({
  id,
  Subject: text,
  Status: z.string(),
  LastUpdated: z.string(),
  Resolved: date,
  Type: text,
  Queue: z.object({ id, Name: text }),
  Requestor: people,
  Cc: people,
  AdminCc: people,
  Owner: people,
  CustomFields: customFields
})
export type ListedTicket = z.infer<typeof ticket>

export const transaction = z.object({ id: number, Type: z.string(), Created: z.string(), Creator: user })
export type Transaction = z.infer<typeof transaction>

export const attachment = z.object({
  id: number,
  TransactionId: number,
  ContentType: text,
  Filename: text,
  Content: text,
  Headers: text
})
export type Attachment = z.infer<typeof attachment>

export const privileged = z.object({ Privileged: z.union([z.number(), z.string(), z.boolean()]) })

export const articleClass = z.object({ id, Name: text })
export const article = z.object({ id, Name: text, Summary: text, LastUpdated: date, CustomFields: customFields })
export type Article = z.infer<typeof article>
