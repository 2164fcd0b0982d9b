import { sentences } from "../text/sentences.ts"
import type { Ticket } from "../ticket/ticket.ts"

export interface NoteFinder {
  /**
   * Whether a fact repeats eight words in a row of an internal note, or a whole sentence or line of one. A word of a
   * script without spaces counts by its characters.
   * @param isOwn the helpdesk itself gave the fact; a short sentence counts only there, because what other systems say
   * agents copy into notes, such as the name of an article
   */
  isIn(fact: string, isOwn: boolean): boolean
}

/** Returns what finds the ticket's internal notes in facts, however case, spaces, marks and HTML differ. */
export function noteFinder({ messages }: Pick<Ticket, "messages">): NoteFinder {
  const notes = messages.filter(({ visibility }) => visibility === "internal").map(({ text }) => text)
  const wholes = notes.map((note) => plainWords(note).join(""))
  const beginnings = new Set(wholes.flatMap(beginningsOf))
  const parts = [...new Set(notes.flatMap(partsOf))].map((part) => written(plainWords(part)))
  const isInNotes = (run: string) =>
    beginnings.has(run.slice(0, BEGINNING)) && wholes.some((whole) => whole.includes(run))
  return {
    isIn(fact, isOwn) {
      if (notes.length === 0) return false
      const words = plainWords(fact)
      const said = written(words)
      return parts.some((part) => repeats(said, part, isOwn)) || runsOf(words).some(isInNotes)
    }
  }
}

/** Every place of a text where a run could begin, as its first characters: most facts begin nowhere in a note. */
const beginningsOf = (text: string): string[] =>
  Array.from({ length: text.length }, (_, at) => text.slice(at, at + BEGINNING))

/** The sentences of a note, and its lines, because not every sentence of a note has its full stop. */
const partsOf = (note: string): string[] => [...sentences(note).map(({ text }) => text), ...note.split("\n")]

/** Words as they are compared, with and without spaces. */
function written(words: readonly string[]) {
  const joined = words.join("")
  return {
    spaced: ` ${words.join(" ")} `,
    joined,
    weight: weightOf(words),
    // A figure or a day alone says nothing of a note.
    hasLetters: /\p{L}/u.test(joined),
    isUnspaced: isUnspaced(joined)
  }
}
type Written = ReturnType<typeof written>

function repeats(said: Written, part: Written, isOwn: boolean): boolean {
  if (!part.hasLetters || part.joined.length > said.joined.length) return false
  if (part.weight < (isOwn ? LEAST_OWN : LEAST_ELSEWHERE)) return isOwn && said.joined === part.joined
  if (said.spaced.includes(part.spaced)) return true
  // Where words are glued together, as around removed tags, or not spaced at all, a longer one is no chance.
  return part.joined.length >= (part.isUnspaced ? LEAST_UNSPACED : LEAST_JOINED) && said.joined.includes(part.joined)
}

/** Every run of words that is just long enough. */
function runsOf(words: readonly string[]): string[] {
  const units = words.flatMap((word) => (isUnspaced(word) ? [...word] : [word]))
  const weights = units.map((unit) => weightOf([unit]))
  return units.flatMap((_, start) => {
    let weight = 0
    for (let end = start; end < units.length; end++) {
      weight += weights[end] ?? 0
      if (weight >= RUN) return [units.slice(start, end + 1).join("")]
    }
    return []
  })
}

/** How many words these are. Japanese has a word in about one and a half characters. */
const weightOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (isUnspaced(word) ? [...word].length / CHARACTERS_OF_WORD : 1), 0)

const isUnspaced = (word: string): boolean => UNSPACED.test(word)

/** The words of a text without its HTML, in small letters without accents and marks. */
function plainWords(text: string): string[] {
  const read = decoded(decoded(text).replace(INLINE_TAG, "").replace(TAG, " "))
  return (
    read
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase()
      .replaceAll("ß", "ss")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Entities as far as they matter where accents don't: "&uuml;" is "u". */
const decoded = (text: string): string =>
  text
    .replace(/&amp;/gi, "&")
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : " "
    })
    .replace(/&szlig;/g, "ß")
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&(?:shy|zwnj|zwj);/g, "")
    .replace(/&([a-z]{1,2}?)(?:uml|acute|grave|circ|tilde|cedil|ring|caron|lig|slash);/gi, "$1")
    .replace(/&[a-z]{2,10};/gi, " ")

const INLINE_TAG =
  /<\/?(?:a|abbr|b|big|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>/gi
const TAG = /<[/!?a-z][^<>]*>/gi
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const CHARACTERS_OF_WORD = 1.5
/** In words. */
const RUN = 8
const LEAST_OWN = 2
const LEAST_ELSEWHERE = 5
/** In characters. */
const LEAST_JOINED = 12
const LEAST_UNSPACED = 5
const BEGINNING = 8
