import * as z from "zod/mini"

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
export const user = z.object({ id, Name: text, RealName: text, EmailAddress: text })

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

export const page = z.object({ items: z.array(z.unknown()), total: z.nullish(number), per_page: number })
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
