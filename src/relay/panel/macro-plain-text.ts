import MarkdownIt from "markdown-it"
import type { Token } from "markdown-it"
import { isLanguage, languageOfLocale, LANGUAGES } from "../../text/languages.ts"
import { VOICES } from "../drafting/voices/voice.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { gapOfPlaceholder } from "../../ingest/sources/zendesk/macro-text.ts"

/**
 * Returns what a macro writes as plain text. Lines and lists stay as they are, and a link is followed by its address.
 * If a page holds more than the reply (when to use it, what to check first), only the part with the greeting is
 * returned.
 */
export function macroPlainText(markdown: string, locale: string): string {
  const reading = new Reading()
  for (const token of PARSER.parse(markdown, {})) reading.take(token)
  const parts = reading.parts.filter((part) => part !== "")
  const language = languageOfLocale(locale)
  const greets = isLanguage(language) ? VOICES[language].macroLetter : undefined
  return (parts.length > 1 ? parts.find((part) => greets?.test(part)) : undefined) ?? parts.join("\n\n")
}

const PARSER = new MarkdownIt("commonmark")

class Reading {
  /** The texts between the headings, without the headings. */
  readonly parts = [""]
  readonly #lists: { next: number | undefined; items: number }[] = []
  #mark = ""
  #inHeading = false

  take(token: Token): void {
    const list = this.#lists.at(-1)
    switch (token.type) {
      case "heading_open":
        this.#inHeading = true
        this.parts.push("")
        break
      case "heading_close":
        this.#inHeading = false
        break
      case "bullet_list_open":
        this.#lists.push({ next: undefined, items: 0 })
        break
      case "ordered_list_open":
        this.#lists.push({ next: Number(token.attrGet("start") ?? 1), items: 0 })
        break
      case "bullet_list_close":
      case "ordered_list_close":
        this.#lists.pop()
        break
      case "list_item_open":
        if (!list) break
        this.#mark = list.next === undefined ? "- " : `${list.next++}. `
        list.items++
        break
      case "inline":
        if (!this.#inHeading) this.#add(plain(token.children ?? []))
        break
      case "fence":
      case "code_block":
        this.#add(token.content)
    }
  }

  /** Separates a list from the text before it, and puts each item on its own line. */
  #add(text: string): void {
    if (text.trim() === "") return
    const before = this.parts.pop() ?? ""
    const [deep, items] = [this.#lists.length, this.#lists.at(-1)?.items ?? 0]
    const gap = before === "" ? "" : deep === 0 || (deep === 1 && items === 1 && this.#mark !== "") ? "\n\n" : "\n"
    this.parts.push(`${before}${gap}${"  ".repeat(Math.max(0, deep - 1))}${this.#mark}${text.trim()}`)
    this.#mark = ""
  }
}

function plain(inline: Token[]): string {
  let text = ""
  let [from, address] = [0, ""]
  for (const token of inline) {
    switch (token.type) {
      case "link_open":
        ;[from, address] = [text.length, String(token.attrGet("href") ?? "")]
        break
      case "link_close":
        if (!address.endsWith(text.slice(from))) text += ` (${address})`
        break
      case "softbreak":
      case "hardbreak":
        text += "\n"
        break
      case "text":
      case "code_inline":
        text += token.content
    }
  }
  return text
}

/**
 * Returns a macro's text for this ticket. The customer and the agent are named by the ticket's own placeholders, which
 * the browser restores. Anything else in brackets becomes a blank, which the agent fills in.
 */
export function fillMacroPlaceholders(
  text: string,
  placeholders: readonly string[],
  { requester, agent }: Pick<MaskedTicket, "requester" | "agent">
): string {
  let filled = text.replace(LIQUID, (_, name: string) => `[${name.trim()}]`)
  for (const name of placeholders) {
    const person = /^(?:ticket\.)?requester\.(?:formatted_|first_)?name$/.test(name)
      ? requester
      : /^(?:agent|current_user)\.(?:formatted_|first_)?name$/.test(name)
        ? agent
        : ""
    if (PERSON.test(person))
      for (const language of LANGUAGES) filled = filled.replaceAll(gapOfPlaceholder(name, language), person)
  }
  return filled.replace(GAP, (whole, name: string) => (PERSON.test(whole) ? whole : `[[${name.trim()}]]`))
}

const PERSON = /^\[PERSON_\d{1,6}\]$/
/** Matches a placeholder of a macro that came as a file, for example "{{first name}}". */
const LIQUID = /\{\{([^{}\n]{1,100})\}\}/g
/** Matches brackets that are not yet a blank. */
const GAP = /(?<!\[)\[([^[\]\n]{1,120})\](?!\])/g
