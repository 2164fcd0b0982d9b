import { readFileSync } from "node:fs"
import * as z from "zod/mini"

/**
 * The rows of one language, in the order of their numbers; throws when the file doesn't have the shape that README.md
 * tells. `second` and `third` were written later and are kept whole.
 */
export function rowsOf(language: Language, part: Part = "first"): Row[] {
  return readRows(new URL(part === "first" ? `${language}.jsonl` : `${part}/${language}.jsonl`, import.meta.url))
}

/** The held half of the new rows is for measuring: it is read only where somebody asks for it. */
export const NEW_PARTS: readonly ("dev" | "held")[] = process.env["REPLYWRIGHT_HELD"] ? ["dev", "held"] : ["dev"]

/** The new rows, by another writer, in all languages. */
export function newRows(part: "dev" | "held"): Row[] {
  return readRows(new URL(`../../../data/tone-new/${part}.jsonl`, import.meta.url))
}

function readRows(file: URL): Row[] {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n")
  return lines.map((line) => row.parse(JSON.parse(line)))
}

export const KINDS = [
  "blame",
  "coldness",
  "over-apology",
  "jargon",
  "shouting",
  "promise",
  "wrong-name",
  "wrong-language",
  "missing-greeting",
  "blank"
] as const
export const LANGUAGES = ["en", "de", "fr", "es", "pt", "ja"] as const
export const PARTS = ["first", "second", "third"] as const

export type Language = (typeof LANGUAGES)[number]
export type Part = (typeof PARTS)[number]
export type Row = z.infer<typeof row>

const words = z.string().check(z.trim(), z.minLength(1))
const kind = z.enum(KINDS)

const finding = z.strictObject({
  kind,
  quote: z.string().check(z.minLength(1)),
  /** UTF-16 units from the start of the text; `end` is excluded. */
  start: z.int().check(z.gte(0)),
  end: z.int(),
  where: z.optional(z.literal("start"))
})

const row = z.strictObject({
  id: z.string().check(z.regex(/^[a-z]{2}-\d{3}$/)),
  half: z.enum(["dev", "kept"]),
  text: words,
  context: z.strictObject({
    requester: z.string(),
    agent: words,
    customerLanguage: z.string().check(z.regex(/^[a-z]{2}$/)),
    thread: z.array(z.strictObject({ role: z.enum(["customer", "agent"]), text: words })),
    sources: z.array(words),
    channel: z.enum(["mail", "chat"]),
    firstReply: z.boolean()
  }),
  findings: z.array(finding),
  near: z.optional(z.array(kind))
})
