import { LISTS } from "replywright/lexicon/page"
import { entriesOf, languagesWith, wordsOf as lexiconWords } from "../../lexicon/lexicon.ts"
import { isFront } from "../../ticket/helpdesk-api/front-conversation.ts"
import { isHubspot } from "../../ticket/helpdesk-api/hubspot-conversation.ts"
import { NOTE_WORDS, PART_WORDS, wordsInName } from "./structure-words.ts"
import { NOTE_COLOUR, type MessagePlaces } from "../../ticket/page-recipe.ts"
import { findInside, outerElement } from "./deep-page.ts"
import { groundOf, isNoteColour } from "./message-looks.ts"
import { own } from "../../helpdesks/contract/own-nodes.ts"

/** The sign for a comment, where comments are notes. */
export const COMMENT = "comment"

/** The word of the list in place of a whole phrase. */
export const TEAM_ONLY = "teamonly"

/** The words of all languages, as one pattern. */
const any = (list: string) => `(?:${[...lexiconWords(LISTS, list)].join("|")})`
const PARTS: Readonly<Record<string, string>> = {
  "team-words": any("team-words"),
  "customer-words": any("customer-words"),
  articles: `(?:${any("articles")} )?`
}

/**
 * Phrases that say the same, in lower case and without anything but letters. Pages mix the languages of their parts.
 */
const PHRASES = new RegExp(
  languagesWith(LISTS, "note-phrases")
    .flatMap((language) =>
      entriesOf(LISTS, language, "note-phrases")
        .map((phrase) => phrase.replace(/\{\{([a-z-]+)\}\}/g, (_, part: string) => PARTS[part] ?? ""))
        .map((phrase) => (language === "ja" ? phrase : `(?<!\\p{L})${phrase}(?!\\p{L})`))
    )
    .join("|"),
  "gu"
)

/**
 * Returns the words of the note list that a name or a label holds. Japanese, Chinese and Thai have no blanks to go by.
 * @param site the origin of the page
 */
export function noteWordsIn(text: string, site: string): string[] {
  const words = wordsInName(text)
  const found = words.flatMap((word) =>
    UNSPACED.test(word) ? UNSPACED_NOTES.filter((note) => word.includes(note)) : NOTES.has(word) ? [word] : []
  )
  if (hasPhrase(words)) found.push(TEAM_ONLY)
  if (words.some((word) => word === "comment" || word === "comments") && isCommentSite(site)) found.push(COMMENT)
  return found
}

/** Names of classes are nearly all of one word, and no phrase of a language with blanks is. */
const hasPhrase = (words: string[]) =>
  words.some((word, n) => n > 0 || UNSPACED.test(word)) && withoutPhrases(words) !== words.join(" ")

/** Returns whether a short text is nothing but the label of a note: "Internal note", "Staff only · Internal note". */
export function isNoteLabel(text: string, site: string): boolean {
  if (text.length > MAX_LABEL || noteWordsIn(text, site).length === 0) return false
  // "Internal note by Sam": any name may follow.
  const own = BY_NAME.exec(text)?.[1] ?? text
  return wordsInName(withoutPhrases(wordsInName(own))).every((word) => isLabelWord(word))
}

/** HubSpot and Front call what the team says among itself a comment. Elsewhere a comment may be the public reply. */
const isCommentSite = (site: string) => isHubspot(new URL(site)) || isFront(new URL(site))

const MAX_LABEL = 60
const BY_NAME = new RegExp(`^(.+?)\\s${any("by")}\\s\\p{Lu}`, "u")
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const NOTES = new Set(NOTE_WORDS)
const UNSPACED_NOTES = NOTE_WORDS.filter((note) => UNSPACED.test(note))
const ONLY = lexiconWords(LISTS, "only")
const LABEL_JOINS = new RegExp(any("label-joins"), "g")

const withoutPhrases = (words: string[]) => words.join(" ").replace(PHRASES, "")

function isLabelWord(word: string): boolean {
  const isKnown = (one: string) => NOTE_WORDS.includes(one) || PART_WORDS.includes(one) || ONLY.has(one)
  if (isKnown(word) || !UNSPACED.test(word)) return isKnown(word)
  const known = [...NOTE_WORDS, ...PART_WORDS].filter((one) => UNSPACED.test(one))
  return known.reduce((rest, one) => rest.replaceAll(one, ""), word).replace(LABEL_JOINS, "") === ""
}

/**
 * Returns what makes a message look like an internal note: words of the note list in its names and labels, and
 * `NOTE_COLOUR`. What the customer wrote is not looked at.
 * @param container holds all messages; its own names say nothing about one of them
 * @param site the origin of the page
 */
export function noteSigns(
  message: HTMLElement,
  container: Element,
  { head }: Pick<MessagePlaces, "head">,
  site: string
): string[] {
  const words = new Set<string>()
  const add = (all: string[]) => {
    for (const one of all) for (const word of noteWordsIn(one, site)) words.add(word)
  }
  for (let one: Element | undefined = message; one && one !== container; one = outerElement(one)) add(namesOf(one))
  for (const part of partsOf(message, 3)) {
    add(namesOf(part))
    const text = own(part, "textContent") ?? ""
    if (isNoteLabel(text, site)) add([text])
  }
  for (const selector of head) add([findInside(message, selector)?.textContent ?? ""])
  if (isNoteColour(groundOfMessage(message, container))) words.add(NOTE_COLOUR)
  return [...words]
}

function groundOfMessage(message: HTMLElement, container: Element): string {
  for (const part of [message, ...partsOf(message, 2)]) {
    const ground = groundOf(part)
    if (ground) return ground
  }
  for (let one = outerElement(message); one && one !== container; one = outerElement(one)) {
    const ground = groundOf(one)
    if (ground) return ground
  }
  return ""
}

/** Names of classes, ids, values of data attributes and labels. */
export function namesOf(element: Element): string[] {
  return [...own(element, "attributes")].flatMap(({ name, value }) => {
    if (name === "class" || name === "id" || name === "aria-label" || name === "title" || name === "name")
      return [value]
    return name.startsWith("data-") && value.length <= 40 && !/\s\S+\s/.test(value)
      ? [...(/^(|0|false|no)$/i.test(value) ? [] : [name.slice(5)]), value]
      : []
  })
}

/** The elements of the upper levels, which are the helpdesk's own and not those of the mail. */
function partsOf(message: Element, depth: number): Element[] {
  const parts = [...(own(message, "shadowRoot")?.children ?? []), ...own(message, "children")]
  return parts.flatMap((child) => [child, ...(depth > 1 ? partsOf(child, depth - 1) : [])])
}
