import { LISTS } from "replywright/lexicon/tone"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { dateFacts } from "../../text/dates.ts"
import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import { numerals } from "../../text/numerals.ts"
import { words, STOP_WORDS } from "../../text/words/words.ts"
import type { Reply } from "./basis/finding.ts"
import { findPhrase, isPhrase, phrasesOf, type Phrases, AGAIN, APOLOGETIC, EVERYDAY } from "./phrases/phrases.ts"
import { conversationTexts } from "./basis/spans.ts"

/**
 * Knows the words of a reply by its language and by how the conversation writes them. A word that it doesn't know may
 * be a name.
 */
export class Vocabulary {
  readonly #language: string
  readonly #phrases: Phrases
  /** The parts of the customer's own name, as they are written. */
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
   * The word is written in small letters wherever it doesn't begin a sentence, so capitals only emphasise it here.
   * @param before the text before the word
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
   * The names in order, in small letters, and the words that may be names: words with a capital that nothing explains,
   * words that have a capital elsewhere in the conversation, the customer's own name in any case, and Japanese names
   * before 様.
   */
  names(text: string): string[] {
    const titled = [...text.matchAll(TITLED)].map(([name]) => name).filter((name) => !NOBODY.has(name))
    const capitals = words(text)
      .filter(({ text: word, start }) => this.#mayBeName(word, text.slice(Math.max(0, start - 2), start)))
      .map((word) => word.text)
    return [...this.#ownIn(text), ...titled, ...capitals].map((name) => name.toLowerCase())
  }

  /** The customer's own names in any case; one that is also a word ("will", "de") only with a capital. */
  #ownIn(text: string): string[] {
    return this.#own
      .flatMap((part) => findPhrase(escapeRegExp(part), text))
      .map(([found]) => found)
      .filter((found) => /^\p{Lu}/u.test(found) || !this.#isListed(found.toLowerCase()))
  }

  /** @param before the two characters before the word */
  #mayBeName(word: string, before: string): boolean {
    if (/^\p{Script=Katakana}[\p{Script=Katakana}ー]{2,}$/u.test(word)) return !LOAN_WORDS.has(word)
    if (!/^\p{Lu}\p{L}/u.test(word))
      return this.#language !== "de" && this.#seen.capital.has(word) && !this.isSmall(word) && !this.#isOrdinary(word)
    // Within a sentence only a name begins with a capital, except in German, where every noun does.
    if (this.#language !== "de" && /\p{Ll}/u.test(word) && /[\p{L}\p{N},;)'’][ \u00a0]$/u.test(before)) return true
    return !this.isSmall(word) && !this.#isOrdinary(word.toLowerCase())
  }

  /** It is a word of the language, in small letters or not. */
  #isOrdinary(lower: string): boolean {
    const { opening, greeting, kind, apology, when, amount, negation } = this.#phrases
    if (APOLOGETIC.test(lower) || AGAIN.test(lower) || dateFacts(lower).length > 0) return true
    if (this.#language === "de" && (CAPITAL_IN_GERMAN.test(lower) || GERMAN_NOUN.test(lower))) return true
    return [opening, greeting, kind, apology, when, amount, negation.word].some((source) => isPhrase(source, lower))
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
    return [when, amount, kind, apology, greeting].some((source) => isPhrase(source, lower))
  }

  #isSeenSmall(lower: string): boolean {
    return this.#seen.small.has(lower) && !this.#seen.capital.has(lower)
  }
}

/** The vocabulary is made once for each reply, because many fixes ask it. */
export function vocabularyOf(reply: Reply): Vocabulary {
  const known = vocabularies.get(reply) ?? new Vocabulary(reply)
  vocabularies.set(reply, known)
  return known
}
const vocabularies = new WeakMap<Reply, Vocabulary>()

/** "don't" becomes "do", and French "n'est" becomes "n" and "est". */
function partsOf(lower: string, language: string): string[] {
  return language === "en" ? lower.replace(/(?:n't|'(?:s|re|ll|ve|d|m))$/, "").split("-") : lower.split(/['-]/)
}

/**
 * The words that the texts write in small letters, and those with a capital within a sentence. A text with sentences
 * that begin without a capital may write names the same way, so its small words don't count. Web addresses are no
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
        .flatMap((text) => text.match(/(?<!^\s{0,9}|[.!?…]["”’)]?\s{1,9}|\p{L})\p{Lu}\p{Ll}+/gu) ?? [])
        .map((word) => word.toLowerCase())
    )
  }
}

/** The polite "you", which means "they" in small letters; nouns in greetings and thanks; a word that may have ß. */
const CAPITAL_IN_GERMAN = /^(?:sie|ihnen|ihr(?:e[nmrs]?)?|morgen|tag|gruß|grüße|dank|verständnis|ausschliesslich)$/
/** These endings make a noun, and no name is that long. */
const GERMAN_NOUN = /^\p{L}{5,}(?:ung|heit|keit|schaft|tion|tät|nis)(?:en|se)?$/u
/** A noun follows these in German, an abbreviation in other languages: "your IT". */
const ARTICLE =
  /(?<!\p{L})(?:the|our|your|my|an?|der|die|das|den|dem|des|eine?[nmrs]?|im|am|vom|zum|zur|beim|ins|unser\p{L}*|ihr\p{L}*|mein\p{L}*|le|la|les|du|notre|votre|el|los|las|del|nuestr\p{L}*|do|da|dos|das|nosso|nossa|pelo|pela) $/iu
/** "Will" is a person after these. */
const BEFORE_PERSON = /(?<!\p{L})(?:ask|call|contact|tell|email|with|from|by|to|for|of) $/iu
/** A name before a Japanese honorific; of hiragana it has at most six letters. */
const TITLED =
  /(?:[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}ー・]{1,12}|(?<!\p{Script=Hiragana})\p{Script=Hiragana}{2,6})(?=様|さま|さん|氏|殿|先生)/gu
const NOBODY = wordsOf(LISTS, "nobody")
const LOAN_WORDS = wordsOf(LISTS, "loanwords")
