import { languageOf } from "../../../text/language.ts"
import { isLanguage, languageOfLocale, LANGUAGES, type Language } from "../../../text/languages.ts"
import { trimLineEnds } from "../../../text/words/trim-line-ends.ts"
import { readHtmlPiece } from "../../reading/read-html.ts"
import { plainMarkdown } from "../../formats/common/escape-markdown.ts"
import type { Macro } from "./shapes.ts"
import { LISTS } from "replywright/lexicon/gaps"
import { pairsOf } from "../../../lexicon/lexicon.ts"
import { placeholdersToGaps } from "../tickets/gaps.ts"
import { onceEach } from "../../../text/memo/text-memory.ts"

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
   * Markdown for reading. Placeholders that Zendesk fills are named in brackets, and what an agent must fill is
   * a blank.
   */
  body: string
  /** Markdown with its placeholders unchanged. */
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

/**
 * Describes a Zendesk placeholder in words in brackets: `{{ticket.requester.first_name}}` becomes "[the customer's
 * first name]". It isn't a blank, because Zendesk fills it.
 */
export function gapOfPlaceholder(name: string, language: Language): string {
  const plain = name.replace(/\|.*/s, "").trim().toLowerCase()
  const [, who = "", what = ""] =
    /^(?:ticket\.)?(requester|assignee|submitter|current_user|agent)\.(\w+)$/.exec(plain) ?? []
  const words = valuesIn(language)
  const person = words.get(`${who === "requester" || who === "submitter" ? "customer" : "agent"}-${WHAT[what] ?? ""}`)
  const thing = words.get(ALIKE[plain] ?? "")
  // The placeholder's words may look like one of Replywright's placeholders: "ticket.id 1".
  return placeholdersToGaps(`[${person ?? thing ?? wordsOf(plain)}]`, language)
}

const valuesIn = onceEach((language: Language) => pairsOf(LISTS, language, "macro-values"))

const wordsOf = (name: string) =>
  name
    .replace(/^ticket\./, "")
    .replace(/[\s._[\]{}]+/g, " ")
    .trim()
    .slice(0, 80) || "…"

type Field = "name" | "first" | "last" | "email" | "phone"
const WHAT: Record<string, Field> = {
  name: "name",
  formatted_name: "name",
  first_name: "first",
  last_name: "last",
  email: "email",
  phone: "phone"
}
type Thing = "id" | "title" | "link" | "signature" | "organisation" | "brand" | "rating"
const ALIKE: Record<string, Thing> = {
  "ticket.id": "id",
  "ticket.encoded_id": "id",
  "ticket.title": "title",
  "ticket.link": "link",
  "ticket.url": "link",
  "ticket.url_with_protocol": "link",
  "current_user.signature": "signature",
  "agent.signature": "signature",
  signature: "signature",
  "ticket.organization.name": "organisation",
  "ticket.requester.organization.name": "organisation",
  "ticket.account": "brand",
  "ticket.brand.name": "brand",
  "satisfaction.rating_section": "rating",
  "satisfaction.rating_url": "rating",
  "satisfaction.positive_rating_url": "rating",
  "satisfaction.negative_rating_url": "rating"
}
