import { DocumentError } from "../../formats/common/format.ts"
import { undefinedIfRefused, validItems } from "../helpdesk/client.ts"
import { SourceError, type ImportedDocument, type SourceItem } from "../../source/source.ts"
import { tagOf } from "./article-documents.ts"
import type { ZendeskClient } from "./client.ts"
import type { LibraryClient } from "./library-client.ts"
import { readMacroText, textOfMacro, type MacroText } from "./macro-text.ts"
import { group, macro, named, type Macro, dynamicItem, locale, type DynamicItem } from "./shapes.ts"

/**
 * Reads the macros that write something and aren't personal to one agent. Every read covers all of them, because there
 * are only hundreds and Zendesk doesn't report deletions.
 */
export async function* readMacros(
  client: ZendeskClient,
  covered: LibraryClient,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const groups = new Map<string, string>()
  const read = async () => {
    for await (const { items } of client.pages("groups.json", "groups", signal))
      for (const { id, name } of validItems(items, group)) groups.set(id, name)
  }
  await undefinedIfRefused(read())
  const content = await readDynamicContent(client, signal)
  for (let page = 1; ; page++) {
    // Zendesk returns no further pages by number.
    if (page > MAX_PAGES)
      throw new SourceError(
        "source-unreadable",
        `${client.account.host} has more than ${MAX_PAGES * FULL} macros, which can't be read.`
      )
    const items = await covered.macros(page, signal)
    for (const item of items) {
      const one = macro.safeParse(item)
      if (one.success) yield* itemsOf(one.data, { groups, content, signal })
      else yield brokenMacro(named.safeParse(item).data?.id)
    }
    if (items.length < FULL) break
  }
  yield { type: "end", all: true }
}

const FULL = 100
const MAX_PAGES = 100

const brokenMacro = (id = ""): SourceItem => ({
  type: "failed",
  path: `macro ${id}`.trim(),
  id: `macro-${id}`,
  reason: "Zendesk's answer isn't a macro in the form that its API documents."
})

interface Around {
  groups: ReadonlyMap<string, string>
  content: DynamicContent
  signal: AbortSignal
}

async function* itemsOf(one: Macro, { groups, content, signal }: Around): AsyncGenerator<SourceItem, void> {
  const macroText = textOfMacro(one)
  const { restriction, active, title } = one
  if (!macroText || active === false || (restriction && restriction.type !== "Group")) return
  const ids = [...new Set([...(restriction?.ids ?? []), ...(restriction?.id ? [restriction.id] : [])])]
  const common = {
    id: `macro-${one.id}`,
    path: `Macros / ${title.replaceAll("::", " / ")}`,
    title: title.replaceAll("::", " › "),
    kind: "macro" as const,
    visibility: macroText.isPublic ? ("public" as const) : ("internal" as const),
    groups: ids.map((id) => groups.get(id) ?? `zendesk-group-${id}`),
    ...(one.updated_at && { changed: one.updated_at })
  }
  const locales = content.localesOf(macroText.text)
  if (locales.length === 0) yield await itemOf(common, macroText, signal)
  // Each language of the quoted texts becomes a document of its own.
  for (const locale of locales)
    yield await itemOf(
      {
        ...common,
        id: `${common.id}-${locale.toLowerCase()}`,
        path: `${common.path} (${locale})`,
        locale: tagOf(locale)
      },
      { ...macroText, text: content.fill(macroText.text, locale) },
      signal
    )
}

async function itemOf(
  common: Omit<ImportedDocument, "body">,
  { text: given, isHtml }: MacroText,
  signal: AbortSignal
): Promise<SourceItem> {
  const { id, path, locale } = common
  try {
    const { body, text, placeholders } = await readMacroText(given, isHtml, signal, locale)
    if (!/[\p{L}\p{N}]/u.test(text.replace(/\{\{[^{}]*\}\}|\{%[^{}%]*%\}/g, "")))
      throw new DocumentError(
        "It has no words of its own: all of it stands in dynamic content that these credentials may not read."
      )
    return { type: "document", document: { ...common, body, details: { kind: "macro", text, placeholders } } }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { type: "failed", path, id, reason: error.message }
  }
}

/** The texts that macros quote by name, such as `{{dc.returns}}`, each in several languages. */
interface DynamicContent {
  /**
   * Returns the locales in which at least one of the quoted texts exists. Returns none if the text quotes no known
   * text.
   */
  localesOf(text: string): string[]
  /** Inserts the quoted texts in this locale, or in their own default locale if this one is missing. */
  fill(text: string, locale: string): string
}

/** Reads the texts if the plan and the credentials allow it. Otherwise no text is known. */
async function readDynamicContent(client: ZendeskClient, signal: AbortSignal): Promise<DynamicContent> {
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

function contentOf(items: readonly DynamicItem[], locales: ReadonlyMap<string, string>): DynamicContent {
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
