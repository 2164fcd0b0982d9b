import { undefinedIfRefused } from "../helpdesk/helpdesk-refused.ts"
import { validItems } from "../helpdesk/valid-items.ts"
import type { ZendeskClient } from "./client.ts"
import { dynamicItem, locale, type DynamicItem } from "./shapes.ts"

/** The texts that macros quote by name, such as `{{dc.returns}}`, each in several languages. */
export interface DynamicContent {
  /**
   * Returns the locales in which at least one of the quoted texts exists. Returns none if the text quotes no known
   * text.
   */
  localesOf(text: string): string[]
  /** Inserts the quoted texts in this locale, or in their own default locale if this one is missing. */
  fill(text: string, locale: string): string
}

/** Reads the texts if the plan and the credentials allow it. Otherwise no text is known. */
export async function readDynamicContent(client: ZendeskClient, signal: AbortSignal): Promise<DynamicContent> {
  const items: DynamicItem[] = []
  const read = async () => {
    for await (const page of client.pages("dynamic_content/items.json", "items", signal))
      items.push(...validItems(page.items, dynamicItem))
  }
  await undefinedIfRefused(read())
  const locales = new Map<string, string>()
  if (items.length > 0) await undefinedIfRefused(readLocales(client, locales, signal))
  return contentOf(items, locales)
}

async function readLocales(client: ZendeskClient, locales: Map<string, string>, signal: AbortSignal): Promise<void> {
  for await (const page of client.pages("locales.json", "locales", signal))
    for (const one of validItems(page.items, locale)) locales.set(one.id, one.locale)
}

export function contentOf(items: readonly DynamicItem[], locales: ReadonlyMap<string, string>): DynamicContent {
  const texts = new Map<string, Map<string, string>>()
  for (const { placeholder, variants, default_locale_id } of items) {
    const text = new Map<string, string>()
    for (const variant of variants) {
      if (variant.active === false || variant.content.trim() === "") continue
      const code = locales.get(variant.locale_id)
      if (code !== undefined) text.set(code, variant.content)
      if (variant.default || variant.locale_id === default_locale_id) text.set(OWN, variant.content)
    }
    if (text.size > 0) texts.set(nameOf(placeholder), text)
  }
  const textsIn = (text: string) => [...text.matchAll(QUOTED)].flatMap(([, name = ""]) => texts.get(nameOf(name)) ?? [])
  const fill = (text: string, code: string, depth = 0): string =>
    depth > DEEPEST
      ? text
      : text.replace(QUOTED, (placeholder, name: string) => {
          const variants = texts.get(nameOf(name))
          return variants
            ? fill(variants.get(code) ?? variants.get(OWN) ?? [...variants.values()][0] ?? "", code, depth + 1)
            : placeholder
        })
  return {
    localesOf: (text) =>
      [...new Set(textsIn(text).flatMap((variants) => [...variants.keys()]))].filter((code) => code !== OWN).sort(),
    fill
  }
}

/** This depth ends a text that quotes itself. */
const DEEPEST = 3
const OWN = ""
const QUOTED = /\{\{\s*(dc\.[\w-]+)\s*\}\}/gi
const nameOf = (placeholder: string) => placeholder.replace(/[{}\s]/g, "").toLowerCase()
