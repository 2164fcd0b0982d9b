import { DocumentError } from "../../formats/common/format.ts"
import { readHtmlPiece } from "../../reading/read-html.ts"
import type { SourceItem } from "../../source/source.ts"
import { type Article, type Segment, type Translation, place, type Place } from "./shapes.ts"
import type { Visibility } from "../../../ticket/ticket.ts"
import type { ZendeskClient } from "./client.ts"
import { validItems } from "../helpdesk/client.ts"

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

/**
 * Returns who may see an article. Only what everybody sees without signing in is public, because a draft may quote it
 * to anybody. What signed-in customers or all agents see is visible to every agent. What one of the team's own segments
 * sees belongs to the group of that name. Of several segments the widest counts. A segment that can't be read becomes a
 * group without members.
 */
function seenBy(
  { user_segment_id: one, user_segment_ids: several }: Pick<Article, "user_segment_id" | "user_segment_ids">,
  segments: ReadonlyMap<string, Segment>
): { visibility: Visibility; groups: string[] } {
  // Both fields are absent, so nothing states that everybody sees the article.
  if (one === undefined && several.length === 0) return { visibility: "internal", groups: [] }
  const ids = several.length > 0 ? several : one === null || one === undefined ? [] : [one]
  if (ids.length === 0) return { visibility: "public", groups: [] }
  const viewers = ids.map((id) => segments.get(id) ?? { id, name: `zendesk-segment-${id}`, built_in: false })
  return {
    visibility: "internal",
    groups: viewers.some((segment) => segment.built_in)
      ? []
      : viewers.map(({ id, name }) => name.trim() || `zendesk-segment-${id}`)
  }
}

/** Returns an article's place: the names of its category and sections in a locale, outermost first. */
type PathOf = (sectionId: string | null | undefined, locale: string) => string[]

export async function readSectionPaths(client: ZendeskClient, signal: AbortSignal): Promise<PathOf> {
  const [sections, categories] = [await all(client, "sections", signal), await all(client, "categories", signal)]
  return (sectionId, locale) => {
    const path: string[] = []
    const seen = new Set<string>()
    let section = sections.get(sectionId ?? "")
    let category: string | null | undefined
    while (section && !seen.has(section.id)) {
      seen.add(section.id)
      path.unshift(nameOf(section, locale))
      category = section.category_id
      section = sections.get(section.parent_section_id ?? "")
    }
    const outermost = categories.get(category ?? "")
    return [...(outermost ? [nameOf(outermost, locale)] : []), ...path].filter(Boolean)
  }
}

async function all(
  client: ZendeskClient,
  kind: "sections" | "categories",
  signal: AbortSignal
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  for await (const { items } of client.pages(`help_center/${kind}.json?include=translations`, kind, signal))
    for (const one of validItems(items, place)) places.set(one.id, one)
  return places
}

function nameOf({ name, translations = [] }: Place, locale: string): string {
  return (translations.find((one) => one.locale === locale)?.title || name).trim()
}
