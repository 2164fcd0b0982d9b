import * as z from "zod/mini"
import { IDENTITY_KINDS } from "../../../ticket/looked-up.ts"
import { FACT_TYPES } from "../../../protocol/routes/lookups.ts"

/** The shape of a lookup's file. Each sentence continues the place in the file: "facts.sent.path must be ...". */

const say = (sentence: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined || input === null ? `is missing: it ${sentence}` : sentence
})
const text = (most: number, sentence: string) =>
  z.string(say(sentence)).check(
    z.refine((value) => value.trim() !== "" && value.length <= most && !value.includes("\n"), {
      error: `${sentence}, ${most} characters at most`
    })
  )
const line = text(300, "must be a text on one line")
const name = z
  .string(say("must be a name"))
  .check(z.regex(/^[a-z][\w-]{0,59}$/i, { error: "must be a name of letters, digits and dashes, 60 at most" }))
const value = z.union([z.string(), z.number(), z.boolean()], { error: "must be a value" })
const several = z.pipe(
  z.union([value, z.array(value).check(z.maxLength(20))], { error: "must be a value or a list of values" }),
  z.transform((one) => (Array.isArray(one) ? one : [one]).map(String))
)
const map = <Shape extends z.core.$ZodLooseShape>(shape: Shape, sentence: string) =>
  z.strictObject(shape, say(sentence))
const byName = <Value extends z.core.SomeType>(one: Value, sentence: string) => z.record(z.string(), one, say(sentence))

const ticketValue = map(
  {
    label: line,
    from: z.optional(
      z.enum(["requester-email", "requester-name", "ticket-id"], {
        error: "must be requester-email, requester-name or ticket-id"
      })
    ),
    field: z.optional(several),
    pattern: z.optional(text(200, "must be a regular expression")),
    unmasked: z.optional(z.boolean({ error: "must be true or false" }))
  },
  "must say label, and by from, field or pattern where the ticket has it"
)
const fact = map(
  {
    label: line,
    path: text(300, "must be a JSON path such as $.orders[0].status"),
    type: z.optional(z.enum(FACT_TYPES, { error: `must be one of ${FACT_TYPES.join(", ")}` })),
    words: z.optional(byName(z.pipe(value, z.transform(String)), "must hold a word for each value")),
    currency: z.optional(line),
    minor: z.optional(z.boolean({ error: "must be true or false" })),
    identity: z.optional(z.enum(IDENTITY_KINDS, { error: `must be one of ${IDENTITY_KINDS.join(", ")}` }))
  },
  "must say label and path"
)
const next = z.union(
  [
    z.literal("link"),
    z.strictObject({ path: line }),
    z.strictObject({ path: line, parameter: text(100, "must be a parameter") })
  ],
  { error: "must be link, {path: ...} or {parameter: ..., path: ...}" }
)

export const lookupFile = map(
  {
    lookup: name,
    title: line,
    url: z.optional(text(2000, "must be the address that is asked")),
    view: z.optional(
      z.string({ error: "must be a statement" }).check(
        z.refine((value) => value.trim() !== "" && value.length <= 4000, {
          error: "must be a statement, 4000 characters at most"
        })
      )
    ),
    hosts: z.optional(several),
    headers: z.optional(byName(text(500, "must be a header's value"), "must hold headers by name")),
    secrets: z.optional(byName(line, "must say what each secret is")),
    values: z.optional(byName(ticketValue, "must hold the ticket's values by name")),
    facts: byName(fact, "must hold the facts by name"),
    next: z.optional(next),
    cache: z.optional(z.union([z.string(), z.number()], { error: "must be a time such as 10 min or 2 h" }))
  },
  "must hold lookup, title, url (or view) and facts"
)
export type LookupFile = z.infer<typeof lookupFile>

/** What a place of the file knows, for sentences about unknown names. */
export function knownAt([first, second]: readonly PropertyKey[]): string[] {
  if (first === "values" && second !== undefined) return Object.keys(ticketValue.shape)
  if (first === "facts" && second !== undefined) return Object.keys(fact.shape)
  if (first === "next") return ["path", "parameter"]
  return Object.keys(lookupFile.shape)
}
