import { type HelpdeskClient, createFailureIsolation, validItems } from "../helpdesk/client.ts"
import { DocumentError } from "../../formats/common/format.ts"
import { readHtmlPiece } from "../../reading/read-html.ts"
import { SourceError, type ImportedDocument, type SourceItem } from "../../source/source.ts"
import { plainMarkdown } from "../../formats/common/escape-markdown.ts"
import { conditions, listAll, article, articleClass, numbered, type Article, type CustomField } from "./tracker-api.ts"

/**
 * Reads all articles class by class at every read, because there are only hundreds of them and deletions aren't
 * reported. Request Tracker states only which staff may see a class, so all articles are internal except those of the
 * named classes.
 * @param publicClasses names of classes whose articles may be quoted to customers
 */
export async function* readArticles(
  client: HelpdeskClient,
  publicClasses: readonly string[],
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const take = createFailureIsolation()
  const classes = validItems(
    await listAll(
      client,
      "classes",
      { query: conditions({ id: [{ operator: ">", value: "0" }] }), fields: "Name" },
      signal
    ),
    articleClass
  )
  const missing = publicClasses.find((one) => !classes.some(({ Name }) => Name.toLowerCase() === one.toLowerCase()))
  if (missing !== undefined)
    throw new SourceError(
      "source-unreadable",
      `${client.base.host} shows no class "${missing}" to whom these credentials belong.`
    )
  for (const { id, Name } of classes) {
    const visibility = publicClasses.some((one) => one.toLowerCase() === Name.toLowerCase())
      ? ("public" as const)
      : ("internal" as const)
    for (const item of await listAll(
      client,
      "articles",
      { query: conditions({ Class: [id] }), fields: "Name,Summary,LastUpdated,CustomFields" },
      signal
    )) {
      const read = article.safeParse(item)
      if (read.success)
        yield take({ id: `article-${read.data.id}`, path: pathOf(read.data, Name) }, async () =>
          documentOf({ article: read.data, className: Name, visibility, base: client.base }, signal)
        )
      else yield brokenArticle(numbered.safeParse(item).data?.id)
    }
  }
  yield { type: "end", all: true }
}

const brokenArticle = (id: number | undefined): SourceItem => ({
  type: "failed",
  path: `Article ${id ?? ""}`.trim(),
  reason: "Request Tracker's answer isn't an article in the form that its API documents.",
  ...(id !== undefined && { id: `article-${id}` })
})
const pathOf = ({ id, Name }: Article, className: string) => `Articles / ${className} / ${Name.trim() || id}`

interface ListedArticle {
  article: Article
  className: string
  visibility: "public" | "internal"
  /** The address of Request Tracker. */
  base: URL
}

async function documentOf(
  { article, className, visibility, base }: ListedArticle,
  signal: AbortSignal
): Promise<ImportedDocument> {
  const { id, Name, Summary, LastUpdated, CustomFields } = article
  const url = new URL(`Articles/Article/Display.html?id=${id}`, base).href
  const texts = CustomFields.filter(({ values }) => values.some((value) => value.trim() !== "")).sort(inOrder)
  if (texts.length === 0) throw new DocumentError("It has no text in its custom fields.")
  const parts: { name: string; text: string }[] = []
  for (const { name, values } of texts) {
    const written: string[] = []
    for (const value of values) written.push(await markdownOf(value, url, signal))
    parts.push({ name, text: written.join("\n\n") })
  }
  return {
    id: `article-${id}`,
    path: pathOf(article, className),
    title: Name.trim() || Summary.trim(),
    kind: "article",
    visibility,
    groups: [],
    url,
    // Several fields are parts of one page, each under its name.
    body: [
      Summary.trim() === "" ? "" : plainMarkdown(Summary),
      ...parts.map(({ name, text }) => (parts.length > 1 && name !== MAIN ? `## ${name}\n\n${text}` : text))
    ]
      .filter(Boolean)
      .join("\n\n"),
    ...(LastUpdated && { changed: LastUpdated }),
    details: { kind: "article", section: [className], labels: [] }
  }
}

/** Every new class has this field. */
const MAIN = "Content"
const inOrder = (a: CustomField, b: CustomField) =>
  Number(b.name === MAIN) - Number(a.name === MAIN) || Number(a.id) - Number(b.id)

/** Converts a field to Markdown. Only an admin sees the kind of a field, so HTML is recognised by its tags. */
async function markdownOf(text: string, url: string, signal: AbortSignal): Promise<string> {
  return /<(?:p|br|div|ul|ol|li|h[1-6]|table|strong|b|em|i|a|span)\b[^>]*>/i.test(text)
    ? readHtmlPiece(text, url, signal)
    : plainMarkdown(text)
}
