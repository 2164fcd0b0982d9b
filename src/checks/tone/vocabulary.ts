import { LISTS } from "../../lexicon/groups/tone.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { dateFacts } from "../../text/dates.ts"
import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import { numerals } from "../../text/numerals.ts"
import { STOP_WORDS } from "../../text/words/stop-words.ts"
import { words } from "../../text/words/words.ts"
import type { Reply } from "./basis/finding.ts"
import { findPhrase, isPhrase, phrasesOf, type Phrases } from "./phrases/phrases.ts"
import { EVERYDAY } from "./rules/jargon.ts"
import { AGAIN, APOLOGETIC } from "./rules/over-apology.ts"
import { conversationTexts } from "./basis/spans.ts"

/**
 * What is known of the words of a reply: by its language, and by how they are written in the conversation. A word of
 * which nothing is known may be a name.
 */
export class Vocabulary {
  readonly #language: string
  readonly #phrases: Phrases
  /** Parts of the customer's own name, as they are written. */
  readonly #own: string[]
  readonly #seen: { small: Set<string>; capital: Set<string> }
  readonly #small = new Map<string, boolean>()

  constructor(reply: Reply) {
    this.#language = reply.written ?? "en"
    this.#phrases = phrasesOf(reply.written)
    this.#own = reply.requester.match(/[\p{L}\p{M}'’]{2,}/gu) ?? []
    this.#seen = seenIn([reply.text, ...conversationTexts(reply)])
  }

  /**
   * Capitals are for weight alone here: the word is written small wherever it doesn't begin a sentence. `before`: what
   * stands before it.
   */
  isSmall(word: string, before = ""): boolean {
    const lower = word.toLowerCase().replace(/’/g, "'")
    if (this.#ownIn(word).length > 0 || (this.#language === "de" && CAPITAL_IN_GERMAN.test(lower))) return false
    if (lower === "will" && BEFORE_PERSON.test(before)) return false
    if (
      ARTICLE.test(before) &&
      (EVERYDAY.has(word.toUpperCase()) || (this.#language === "de" && !STOP_WORDS["de"]?.has(lower)))
    )
      return false
    const known =
      this.#small.get(lower) ??
      (this.#isListed(lower) ||
        partsOf(lower, this.#language).every((part) => this.#isListed(part) || this.#isSeenSmall(part)))
    this.#small.set(lower, known)
    return known
  }

  /**
   * Names in order, in small letters, and words that may be some: capitals that nothing explains, what has one
   * elsewhere in the conversation, the customer's own however written, Japanese ones before 様.
   */
  names(text: string): string[] {
    const titled = [...text.matchAll(TITLED)].map(([name]) => name).filter((name) => !NOBODY.has(name))
    const capitals = words(text)
      .filter(({ text: word, start }) => this.#mayBeName(word, text.slice(Math.max(0, start - 2), start)))
      .map((word) => word.text)
    return [...this.#ownIn(text), ...titled, ...capitals].map((name) => name.toLowerCase())
  }

  /** However they are written; what is a word besides, "will" or "de", with a capital only. */
  #ownIn(text: string): string[] {
    return this.#own
      .flatMap((part) => findPhrase(escapeRegExp(part), text))
      .map(([found]) => found)
      .filter((found) => /^\p{Lu}/u.test(found) || !this.#isListed(found.toLowerCase()))
  }

  /** `before`: the two characters. */
  #mayBeName(word: string, before: string): boolean {
    if (/^\p{Script=Katakana}[\p{Script=Katakana}ー]{2,}$/u.test(word)) return !LOAN_WORDS.has(word)
    if (!/^\p{Lu}\p{L}/u.test(word))
      return this.#language !== "de" && this.#seen.capital.has(word) && !this.isSmall(word) && !this.#isOrdinary(word)
    // Within a sentence only a name begins with a capital; in German every noun does.
    if (this.#language !== "de" && /\p{Ll}/u.test(word) && /[\p{L}\p{N},;)'’][ \u00a0]$/u.test(before)) return true
    return !this.isSmall(word) && !this.#isOrdinary(word.toLowerCase())
  }

  /** Small or not, a word of the language. */
  #isOrdinary(lower: string): boolean {
    const { opening, greeting, kind, apology, when, amount, negation } = this.#phrases
    if (APOLOGETIC.test(lower) || AGAIN.test(lower) || dateFacts(lower).length > 0) return true
    if (this.#language === "de" && (CAPITAL_IN_GERMAN.test(lower) || GERMAN_NOUN.test(lower))) return true
    return [opening, greeting, kind, apology.plain, when, amount, negation.word].some((source) =>
      isPhrase(source, lower)
    )
  }

  #isListed(lower: string): boolean {
    const { shouted, negation, when, amount, kind, apology, greeting } = this.#phrases
    if ((STOP_WORDS[this.#language] ?? STOP_WORDS["en"])?.has(lower) || isPhrase(shouted, lower)) return true
    if (numerals(lower).some(({ start, end }) => start === 0 && end === lower.length)) return true
    if (isPhrase(negation.word, lower)) return true
    if (this.#language === "de") return false
    if (
      ["fr", "es", "pt"].includes(this.#language) &&
      dateFacts(lower).some(({ start, end }) => start === 0 && end === lower.length)
    )
      return true
    return [when, amount, kind, apology.plain, greeting].some((source) => isPhrase(source, lower))
  }

  #isSeenSmall(lower: string): boolean {
    return this.#seen.small.has(lower) && !this.#seen.capital.has(lower)
  }
}

/** One a reply: many fixes ask it. */
export function vocabularyOf(reply: Reply): Vocabulary {
  const known = vocabularies.get(reply) ?? new Vocabulary(reply)
  vocabularies.set(reply, known)
  return known
}
const vocabularies = new WeakMap<Reply, Vocabulary>()

/** DON'T is DO, in French N'EST is NE and EST. */
function partsOf(lower: string, language: string): string[] {
  return language === "en" ? lower.replace(/(?:n't|'(?:s|re|ll|ve|d|m))$/, "").split("-") : lower.split(/['-]/)
}

/**
 * Who writes sentences without a capital writes names so too: such a text tells nothing. Addresses of the web are no
 * words.
 */
function seenIn(texts: string[]): { small: Set<string>; capital: Set<string> } {
  const careful = texts.filter((text) => !/(?:^\s*|[.!?]\s+)\p{Ll}/u.test(text))
  return {
    small: new Set(
      careful.flatMap((text) => text.match(/(?<![\p{L}\p{N}@./_-])\p{Ll}{2,}(?![\p{L}\p{N}@/_-]|\.\p{L})/gu) ?? [])
    ),
    capital: new Set(
      texts
        .flatMap((text) => text.match(/(?<!^\s*|[.!?…]["”’)]?\s+|\p{L})\p{Lu}\p{Ll}+/gu) ?? [])
        .map((word) => word.toLowerCase())
    )
  }
}

/** The polite you, which in small letters is "they"; nouns among the words of greetings and thanks; what has ß. */
const CAPITAL_IN_GERMAN = /^(?:sie|ihnen|ihr(?:e[nmrs]?)?|morgen|tag|gruß|grüße|dank|verständnis|ausschliesslich)$/
/** Endings that make a noun of anything: no name is so long. */
const GERMAN_NOUN = /^\p{L}{5,}(?:ung|heit|keit|schaft|tion|tät|nis)(?:en|se)?$/u
/** After these German has nouns, and other languages abbreviations: "your IT". */
const ARTICLE =
  /(?<!\p{L})(?:the|our|your|my|an?|der|die|das|den|dem|des|eine?[nmrs]?|im|am|vom|zum|zur|beim|ins|unser\p{L}*|ihr\p{L}*|mein\p{L}*|le|la|les|du|notre|votre|el|los|las|del|nuestr\p{L}*|do|da|dos|das|nosso|nossa|pelo|pela) $/iu
/** After these "Will" is somebody. */
const BEFORE_PERSON = /(?<!\p{L})(?:ask|call|contact|tell|email|with|from|by|to|for|of) $/iu
/** Before a word of respect: letters of names, kana where no more than a few. */
const TITLED =
  /(?:[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}ー・]{1,12}|(?<!\p{Script=Hiragana})\p{Script=Hiragana}{2,6})(?=様|さま|さん|氏|殿|先生)/gu
const NOBODY = wordsOf(LISTS, "nobody")
const LOAN_WORDS = wordsOf(LISTS, "loanwords")
