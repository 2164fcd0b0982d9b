import { parse } from "yaml"
import * as z from "zod/mini"
import { languageOf } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"
import type { SourceKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import { blocksOf, type Block } from "./markdown.ts"

/** One Markdown file, read. */
export interface Article {
  /** As the front matter gives it; otherwise the path names the document. */
  id?: string | undefined
  title: string
  kind: SourceKind
  locale: string
  visibility: Visibility
  groups: string[]
  url?: string | undefined
  changed?: string | undefined
  /** Markdown without the front matter. */
  body: string
  blocks: Block[]
}

/** A file that can't be taken; the message is a sentence for whoever imports. */
export class ArticleError extends Error {
  override name = "ArticleError"
}

/**
 * Reads a Markdown file with YAML front matter. What the front matter doesn't say is told by folder names (`de/`,
 * `internal/`), then by the first heading, the text's language and `visibility`.
 * @param path inside the imported folder, with slashes
 * @throws ArticleError
 */
export function readArticle(path: string, text: string, visibility: Visibility): Article {
  const [, head, body = ""] = /^\uFEFF?(?:---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$))?([\s\S]*)$/.exec(text) ?? []
  if (head === undefined && /^\uFEFF?---[ \t]*\r?\n/.test(text)) throw new ArticleError("The front matter is opened by --- and never closed.")
  const told = frontMatter(head ?? "")
  const folders = path.split("/").slice(0, -1)
  const blocks = blocksOf(body)
  const plain = blocks.map((block) => block.text).join("\n")
  if (!/[\p{L}\p{N}]/u.test(plain)) throw new ArticleError("The file has no text.")
  return {
    ...told,
    title: told.title ?? blocks.find((block) => block.headings[0])?.headings[0] ?? nameOf(path),
    kind: told.kind ?? "article",
    locale: told.locale ?? folders.findLast((name) => LOCALE.test(name) && LANGUAGES.some((language) => name.startsWith(language))) ?? languageOf(plain).language ?? "en",
    visibility: told.visibility ?? folders.map((name) => VISIBILITY.safeParse(name).data).findLast((name) => name) ?? visibility,
    groups: told.groups ?? [],
    body,
    blocks
  }
}

const LOCALE = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/
const VISIBILITY = z.enum(["public", "internal"])
const short = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))
const FRONT_MATTER = z.object({
  id: z.optional(short),
  title: z.optional(short),
  kind: z.optional(z.enum(["article", "policy", "macro", "ticket", "product"])),
  locale: z.optional(z.string().check(z.regex(LOCALE))),
  visibility: z.optional(VISIBILITY),
  groups: z.optional(z.array(short)),
  url: z.optional(z.url({ protocol: /^https?$/ })),
  changed: z.optional(z.iso.date())
})

function frontMatter(yaml: string): z.infer<typeof FRONT_MATTER> {
  let value: unknown
  try {
    // No aliases: a few lines of them unfold to gigabytes.
    value = parse(yaml, { maxAliasCount: 0 })
  } catch (cause) {
    const where = cause instanceof Error ? cause.message.split("\n")[0] : String(cause)
    throw new ArticleError(`The front matter is no YAML: ${where}`, { cause })
  }
  const read = FRONT_MATTER.safeParse(value ?? {})
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = issue?.path.join(".")
  throw new ArticleError(field ? `The front matter's "${field}" isn't valid: ${EXPECTED[String(issue?.path[0])] ?? "see the documents"}.` : "The front matter is no list of fields.")
}

const EXPECTED: Record<string, string> = {
  id: "a text of up to 300 characters",
  title: "a text of up to 300 characters",
  kind: "one of article, policy, macro, ticket, product",
  locale: "a language such as en or pt-BR",
  visibility: "public or internal",
  groups: "a list of names, such as [leads]",
  url: "an address that begins with http:// or https://",
  changed: "a date such as 2026-09-03"
}

const nameOf = (path: string) => (path.split("/").at(-1) ?? path).replace(/\.[^.]*$/, "").replace(/[-_]+/g, " ")
