import * as z from "zod/mini"
import type { Visibility } from "../../ticket/ticket.ts"
import type { ImportedDocument } from "../source/source.ts"
import { DocumentError, type Format } from "./common/format.ts"
import { LOCALE, folderHints } from "./common/file-document.ts"
import { wholeFile, wholeText } from "./common/text.ts"
import { readFrontMatter, type FrontMatter } from "./markdown/front-matter.ts"
import type { ToMarkdown } from "./markdown/html-blocks.ts"
import { exportedFields } from "./markdown/mdx.ts"
import { plainDialect } from "./markdown/plain-dialect.ts"
import { publicationFieldOf } from "./publication/publication-fields.ts"
import {
  itemOf,
  refuseClear,
  refuseUnpublished,
  type Statement,
  statementsIn
} from "./publication/refuse-unpublished.ts"

/** Reads a Markdown or MDX file, with or without front matter, as one document. */
export const markdown: Format = {
  id: "markdown",
  endings: ["md", "markdown", "mdx", "mdown", "mkd", "mkdn", "mdwn", "mdtxt", "qmd", "rmd", "markdoc", "mdoc"],
  largest: 5_000_000,
  async *read(file, signal) {
    const matter = readFrontMatter(wholeText(await wholeFile(await file.open(), signal)))
    const { markdownOfHtml } = /<(?:table|dl|ul|ol)[\s>]/i.test(matter.body)
      ? await import("./html/markdown-of-html.ts")
      : { markdownOfHtml: undefined }
    const document = documentOf(file.path, matter, file.visibility, markdownOfHtml)
    yield itemOf(document, () => refuseDraft(matter, /\.mdx$/i.test(file.path)))
  }
}

/**
 * Reads a Markdown file. What the front matter doesn't state comes from folder names (`de/`, `internal/`), and then
 * from `visibility`. Title and language that neither states are derived from the text later.
 * @param path the path inside the imported folder, with slashes
 * @throws DocumentError if the front matter is invalid; UnpublishedError if it says that the page isn't published
 */
export function readMarkdown(path: string, text: string, visibility: Visibility): ImportedDocument {
  const matter = readFrontMatter(text)
  const document = documentOf(path, matter, visibility)
  refuseDraft(matter, /\.mdx$/i.test(path))
  return document
}

/**
 * @throws UnpublishedError for what its generator wouldn't build: a page that its front matter calls a draft, and one
 * that is dated in the future
 */
function refuseDraft({ fields, body, isPlain }: FrontMatter, isMdx: boolean): void {
  if (isMdx) refuseClear(exportedFields(body))
  // MkDocs marks a page as new, and shows it.
  const statements = statementsIn(fields).filter(([name, value]) => !(name === "status" && value === "new"))
  const isDated = statements.some(([name]) => publicationFieldOf(name) === "from")
  const refuse = isPlain ? refuseClear : refuseUnpublished
  refuse(isDated || fields["date"] === undefined ? statements : [...statements, DATE(fields["date"])])
}

/** Without a day of publication, the day of the page counts. */
const DATE = (date: unknown): Statement => ["publication date", date]

function documentOf(
  path: string,
  { fields, body }: FrontMatter,
  visibility: Visibility,
  toMarkdown?: ToMarkdown
): ImportedDocument {
  const { id, title = "", kind = "article", groups = [], ...stated } = checked(fields)
  const folders = folderHints(path)
  const locale = stated.locale ?? folders.locale
  return {
    id: id ?? path.replace(/\.[^./]*$/, ""),
    path,
    title,
    kind,
    groups,
    // What looks like a wiki link in a macro is a blank.
    body: kind === "macro" ? body : plainDialect(body, { isMdx: /\.mdx$/i.test(path), fields, toMarkdown }),
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

function checked(fields: Record<string, unknown>): z.infer<typeof FRONT_MATTER> {
  const { changed } = fields
  const read = FRONT_MATTER.safeParse({
    // A field without a value says nothing, but an empty visibility may have been meant to be one.
    ...Object.fromEntries(Object.entries(fields).filter(([name, value]) => name === "visibility" || !isNothing(value))),
    // TOML has dates of its own.
    ...(changed instanceof Date && { changed: changed.toISOString().slice(0, 10) })
  })
  if (read.success) return read.data
  const [issue] = read.error.issues
  const field = issue?.path.join(".")
  throw new DocumentError(
    `The front matter's "${field}" isn't valid: ${EXPECTED[String(issue?.path[0])] ?? "see the documents"}.`
  )
}

const isNothing = (value: unknown) => value === null || value === "" || value === "null" || value === "~"

const EXPECTED: Record<string, string> = {
  id: "a text of up to 300 characters",
  title: "a text of up to 300 characters, in quotes if it begins with a sign",
  kind: "one of article, policy, macro, ticket, product",
  locale: "a language such as en or pt-BR",
  visibility: "public or internal",
  groups: "a list of names, such as [leads]",
  url: "an address that begins with http:// or https://",
  changed: "a date such as 2026-09-03",
  product: "a text of up to 300 characters"
}
