import { DocumentError } from "../../formats/common/format.ts"
import { readHtmlPiece } from "../../reading/read-html.ts"
import type { SourceItem } from "../../source/source.ts"
import type { PathOf } from "./section-paths.ts"
import { seenBy } from "./article-visibility.ts"
import type { Article, Segment, Translation } from "./shapes.ts"

export interface HelpCentre {
  segments: ReadonlyMap<string, Segment>
  pathOf: PathOf
  /** These locales are active. A translation into another locale doesn't count. */
  locales: readonly string[]
}

/** Returns one document for each published translation of an article. The other translations are reported as gone. */
export async function itemsOf(
  article: Article,
  { segments, pathOf, locales }: HelpCentre,
  signal: AbortSignal
): Promise<SourceItem[]> {
  const { translations = [ownTranslation(article)] } = article
  const items: SourceItem[] = []
  for (const one of translations)
    items.push(
      one.draft || one.hidden
        ? goneOf(article, one.locale)
        : await itemOf({ article, translation: one, section: pathOf(article.section_id, one.locale), segments }, signal)
    )
  const missing = locales.filter(
    (locale) => !translations.some((one) => one.locale.toLowerCase() === locale.toLowerCase())
  )
  return [...items, ...missing.map((locale) => goneOf(article, locale))]
}

/** The ids of an article's translations have the same beginning. */
export const articleId = (id: string, locale: string) => `article-${id}-${locale.toLowerCase()}`
const goneOf = ({ id }: Article, locale: string): SourceItem => ({ type: "gone", id: articleId(id, locale) })

interface ListedTranslation {
  article: Article
  translation: Translation
  section: string[]
  segments: HelpCentre["segments"]
}

async function itemOf(
  { article, translation, section, segments }: ListedTranslation,
  signal: AbortSignal
): Promise<SourceItem> {
  const { locale, title, body, outdated } = translation
  const [id, url, changed] = [
    articleId(article.id, locale),
    translation.html_url ?? article.html_url,
    translation.updated_at ?? article.edited_at ?? article.updated_at
  ]
  const path = [...section, title.trim() || id].join(" / ")
  try {
    return {
      type: "document",
      document: {
        id,
        path,
        title: title.trim(),
        kind: "article",
        locale: tagOf(locale),
        ...seenBy(article, segments),
        body: await readHtmlPiece(body, url ?? undefined, signal),
        ...(url && { url }),
        ...(changed && { changed }),
        details: { kind: "article", section, labels: article.label_names, ...(outdated && { outdated }) }
      }
    }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { type: "failed", path, id, reason: error.message }
  }
}

/** If the response contains no translations, the article's own text is used. */
const ownTranslation = ({ locale, title, body, draft, outdated, html_url }: Article): Translation => ({
  locale,
  title,
  body,
  draft,
  outdated,
  html_url,
  hidden: false,
  updated_at: null
})

/** Returns "en-us" in BCP 47 form. An unknown locale stays as it is. */
export function tagOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? locale
  } catch (error) {
    if (error instanceof RangeError) return locale
    throw error
  }
}
