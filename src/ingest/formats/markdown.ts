import { parse } from "yaml"
import * as z from "zod/mini"
import type { Visibility } from "../../ticket/ticket.ts"
import type { ImportedDocument } from "../source/source.ts"
import { DocumentError, type Format } from "./common/format.ts"
import { LOCALE, folderHints } from "./common/file-document.ts"
import { wholeFile, wholeText } from "./common/text.ts"

/** Reads a Markdown file, with or without YAML front matter, as one document. */
export const markdown: Format = {
  id: "markdown",
  endings: ["md", "markdown"],
  largest: 5_000_000,
  async *read(file, signal) {
    const text = wholeText(await wholeFile(await file.open(), signal))
    yield { type: "document", document: readMarkdown(file.path, text, file.visibility) }
  }
}

/**
 * Reads a Markdown file. What the front matter doesn't state comes from folder names (`de/`, `internal/`), and then
 * from `visibility`. Title and language that neither states are derived from the text later.
 * @param path the path inside the imported folder, with slashes
 * @throws DocumentError if the front matter is invalid
 */
export function readMarkdown(path: string, text: string, visibility: Visibility): ImportedDocument {
  const [, head, body = ""] =
    /^\uFEFF?(?:---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$))?([\s\S]*)$/.exec(text) ?? []
  if (head === undefined && /^\uFEFF?---[ \t]*\r?\n/.test(text))
    throw new DocumentError("The front matter is opened by --- and never closed.")
  const { id, title = "", kind = "article", groups = [], ...stated } = frontMatter(head ?? "")
  const folders = folderHints(path)
  const locale = stated.locale ?? folders.locale
  return {
    id: id ?? path.replace(/\.[^./]*$/, ""),
    path,
    title,
    kind,
    groups,
    body,
    visibility: stated.visibility ?? folders.visibility ?? visibility,
    ...(locale !== undefined && { locale }),
    ...(stated.url !== undefined && { url: stated.url }),
    ...(stated.changed !== undefined && { changed: stated.changed }),
    ...(stated.product !== undefined && { product: stated.product })
  }
}

const short = z.string().check(z.trim(), z.minLength(1), z.maxLength(300))
const FRONT_MATTER = z.object({
  id: z.optional(short),
  title: z.optional(short),
  kind: z.optional(z.enum(["article", "policy", "macro", "ticket", "product"])),
  locale: z.optional(z.string().check(z.regex(LOCALE))),
  visibility: z.optional(z.enum(["public", "internal"])),
  groups: z.optional(z.array(short)),
  url: z.optional(z.url({ protocol: /^https?$/ })),
  changed: z.optional(z.iso.date()),
  product: z.optional(short)
})

function frontMatter(yaml: string): z.infer<typeof FRONT_MATTER> {
  if (yaml === "") return {}
  let value: unknown
  try {
    // Aliases are forbidden, because a few lines of them expand to gigabytes.
    value = parse(yaml, { maxAliasCount: 0 })
  } catch (cause) {
    const where = cause instanceof Error ? cause.message.split("\n")[0] : String(cause)
    throw new DocumentError(`The front matter is no YAML: ${where}`, { cause })
  }
  const read = FRONT_MATTER.safeParse(value ?? {})
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = issue?.path.join(".")
  throw new DocumentError(
    field
      ? `The front matter's "${field}" isn't valid: ${EXPECTED[String(issue?.path[0])] ?? "see the documents"}.`
      : "The front matter is no list of fields."
  )
}

const EXPECTED: Record<string, string> = {
  id: "a text of up to 300 characters",
  title: "a text of up to 300 characters",
  kind: "one of article, policy, macro, ticket, product",
  locale: "a language such as en or pt-BR",
  visibility: "public or internal",
  groups: "a list of names, such as [leads]",
  url: "an address that begins with http:// or https://",
  changed: "a date such as 2026-09-03",
  product: "a text of up to 300 characters"
}
