import { validItems } from "../helpdesk/valid-items.ts"
import type { ZendeskClient } from "./client.ts"
import { place, type Place } from "./shapes.ts"

/** Returns an article's place: the names of its category and sections in a locale, outermost first. */
export type PathOf = (sectionId: string | null | undefined, locale: string) => string[]

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
