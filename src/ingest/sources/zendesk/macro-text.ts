import { languageOf } from "../../../text/language.ts"
import { isLanguage, languageOfLocale, LANGUAGES, type Language } from "../../../text/languages.ts"
import { trimLineEnds } from "../../../text/words/trim-line-ends.ts"
import { readHtmlPiece } from "../../reading/read-html.ts"
import { plainMarkdown } from "../tickets/plain-markdown.ts"
import { gapOfPlaceholder } from "./macro-gaps.ts"
import type { Macro } from "./shapes.ts"

export interface MacroText {
  text: string
  isHtml: boolean
  isPublic: boolean
}

/**
 * Returns the text that a macro writes: the text for every channel, otherwise that for mail, otherwise any. Returns
 * undefined if it writes none.
 */
export function textOfMacro({ actions }: Macro): MacroText | undefined {
  const isPublic = !actions.some(({ field, value }) => field === "comment_mode_is_public" && String(value) !== "true")
  const texts = actions.flatMap(({ field, value }) => {
    if (field !== "comment_value" && field !== "comment_value_html") return []
    const [scope, text] = Array.isArray(value) ? value : ["all", value]
    return typeof text === "string" && text.trim() !== ""
      ? [{ scope: String(scope).replace(/^channel:/, ""), text, isHtml: field === "comment_value_html", isPublic }]
      : []
  })
  const best = ["all", "web"].map((scope) => texts.find((one) => one.scope === scope)).find((one) => one) ?? texts[0]
  return best && { text: best.text, isHtml: best.isHtml, isPublic }
}

export interface ReadMacro {
  /**
   * This is Markdown for reading. Placeholders that Zendesk fills are named in brackets, and what an agent must fill is
   * a blank.
   */
  body: string
  /** This is Markdown with its placeholders unchanged. */
  text: string
  /** The names of its placeholders, without brackets. */
  placeholders: string[]
}

/** Reads a macro's text. @param locale the text's locale, if it is known */
export async function readMacroText(
  text: string,
  isHtml: boolean,
  signal: AbortSignal,
  locale?: string
): Promise<ReadMacro> {
  const held: string[] = []
  const hold = (what: string) => `\ue000${held.push(what) - 1}\ue001`
  const free = text.replace(/[\ue000\ue001]/g, "")
  const marked = free.replace(LIQUID, hold).replace(isHtml ? HAND_HTML : HAND, hold)
  const markdown = isHtml ? await readHtmlPiece(marked, undefined, signal) : plainMarkdown(marked)
  const release = (show: (what: string) => string) =>
    trimLineEnds(markdown.replace(/\ue000(\d+)\ue001/g, (_, n: string) => show(held[Number(n)] ?? ""))).trim()
  const language = languageOfMacro(
    release(() => " "),
    locale
  )
  return {
    text: release((what) => what),
    body: release((what) =>
      what.startsWith("{%") ? "" : what.startsWith("{{") ? gapOfPlaceholder(what.slice(2, -2), language) : blankOf(what)
    ),
    placeholders: [...new Set(held.filter((what) => what.startsWith("{{")).map((what) => what.slice(2, -2).trim()))]
  }
}

/** Matches a value or a condition, which only Zendesk can evaluate. */
const LIQUID = /\{\{[^{}]*\}\}|\{%[^{}%]*%\}/g
/**
 * Matches what people leave for the agent to fill: "[ORDER NUMBER]", "____", "XXXX", and in plain text also "<order
 * number>".
 */
const HAND_HTML = /\[[^[\]\n<>\ue000]{2,80}\](?!\()|_{3,}|(?<![\p{L}\p{N}])[Xx]{3,}(?![\p{L}\p{N}])/gu
const HAND = new RegExp(`${HAND_HTML.source}|<(?!https?:|mailto:)[^<>@/\\n\ue000]{2,60}>`, "gu")

/** Writes a blank as a draft does, so that the agent is led to it. */
function blankOf(what: string): string {
  const name = what
    .replace(/[[\]<>_]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
  return `[[${/^x*$/i.test(name) ? "…" : name}]]`
}

function languageOfMacro(text: string, locale: string | undefined): Language {
  const language = languageOfLocale(locale) ?? languageOf(text, LANGUAGES).language
  return isLanguage(language) ? language : "en"
}
