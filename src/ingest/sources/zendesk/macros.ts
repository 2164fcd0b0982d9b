import { DocumentError } from "../../formats/common/format.ts"
import { undefinedIfRefused } from "../helpdesk/helpdesk-refused.ts"
import { validItems } from "../helpdesk/valid-items.ts"
import { SourceError, type ImportedDocument, type SourceItem } from "../../source/source.ts"
import { tagOf } from "./article-documents.ts"
import type { ZendeskClient } from "./client.ts"
import { readDynamicContent, type DynamicContent } from "./dynamic-content.ts"
import type { LibraryClient } from "./library-client.ts"
import { readMacroText, textOfMacro, type MacroText } from "./macro-text.ts"
import { group, macro, named, type Macro } from "./shapes.ts"

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
