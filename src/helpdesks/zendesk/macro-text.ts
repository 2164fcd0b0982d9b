import { textOfHtml } from "../contract/html-text.ts"
import { isRecord, type ForeignRecord } from "../contract/foreign-json.ts"

/** What a macro would write, by channel: "all", "web", "chat". */
export interface MacroComment {
  texts: Map<string, string>
  isHtml: boolean
}

/** Returns `undefined` when the macro writes nothing, or when it writes an internal note, which no customer may see. */
export function commentOf(macro: ForeignRecord, document: Document): MacroComment | undefined {
  const actions = Array.isArray(macro["actions"]) ? macro["actions"].filter(isRecord) : []
  if (actions.some(({ field, value }) => field === "comment_mode_is_public" && String(value) !== "true"))
    return undefined
  const texts = new Map<string, string>()
  let isHtml = false
  for (const { field, value } of actions) {
    if (field !== "comment_value" && field !== "comment_value_html") continue
    const [scope, said] = scopeOf(value)
    const html = field === "comment_value_html"
    const text = html ? textOfHtml(said, document, "drop") : said.replace(/\r\n?/g, "\n").trim()
    if (text === "") continue
    isHtml ||= html
    texts.set(scope, text)
  }
  return texts.size > 0 ? { texts, isHtml } : undefined
}

/** Returns the text for a live conversation or for mail, if the macro distinguishes them. */
export function textIn({ texts }: MacroComment, live: boolean): string {
  return texts.get(live ? "chat" : "web") ?? texts.get("all") ?? [...texts.values()][0] ?? ""
}

/** The value is either the text, or `["channel:web", text]`. */
function scopeOf(value: unknown): [scope: string, words: string] {
  const [scope, words] = Array.isArray(value) ? value : ["all", value]
  return [String(scope).replace(/^channel:/, ""), typeof words === "string" ? words : ""]
}
