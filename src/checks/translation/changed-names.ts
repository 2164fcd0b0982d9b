import { LISTS } from "replywright/lexicon/names"
import { LISTS as REWRITE } from "replywright/lexicon/rewrite"
import { entriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import type { Span } from "../../ticket/evidence-pair.ts"
import type { FactChange } from "../../ticket/rewrite.ts"
import { withoutAccents } from "../../text/words/letters.ts"
import { isLanguage } from "../../text/languages.ts"
import type { WrittenIn } from "./changed-in-translation.ts"

/**
 * Finds names that only one of the texts has, by their letters: words with a capital inside a sentence or behind a title
 * (in German, where every noun has a capital, only the latter and words with several capitals), and Latin words in a
 * Japanese text. Countries may have the name that each language gives them, and a Japanese text may write a name in
 * katakana or, if it is a frequent one, in its characters. Another name in another script can't be compared, so it is
 * returned.
 */
export function changedNames(before: WrittenIn, after: WrittenIn): FactChange[] {
  return [
    ...unread(before, after).map((span) => ({ kind: "name" as const, before: span })),
    ...unread(after, before).map((span) => ({ kind: "name" as const, after: span })),
    ...missing(before, after).map((span) => ({ kind: "name" as const, before: span })),
    ...missing(after, before).map((span) => ({ kind: "name" as const, after: span }))
  ]
}

function missing(own: WrittenIn, other: WrittenIn): Span[] {
  // The name in an address proves nothing about the words around it.
  const there = lettersOf(other.text.replace(ADDRESS, " "))
  return namesIn(own)
    .filter(({ text }) => !there.includes(lettersOf(text)) && !isCountry(text, own, other) && !isJapanese(text, other))
    .map(({ start, end }) => ({ start, end }))
}

const ADDRESS = /(?:https?:\/\/|www\.)\S+|(?<!\S)[^\s@]*@\S+/giu
const lettersOf = (text: string): string => withoutAccents(text).toLowerCase().replaceAll("–", "-")

function namesIn({ text, language }: WrittenIn) {
  const patterns = language === "ja" ? [LATIN] : language === "de" ? [SEVERAL_CAPITALS, TITLED] : [INSIDE, TITLED]
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
      text: found,
      start: index,
      end: index + found.length
    })).filter(({ text: found }) => !SMALL.test(found) && !isCalendarWord(found))
  )
}

/** A word with a capital behind another word or a comma, but not the first of a sentence. */
const INSIDE = /(?<=[\p{L}\p{N},;)’'»:] |[\p{Ll}][’'])\p{Lu}[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}–-]*/gu
const SEVERAL_CAPITALS = /(?<![\p{L}\p{N}[_/.])(?:\p{Lu}\p{Ll}+){2,}\p{N}*(?![\p{L}\p{N}_\]])/gu
/** A name behind a title. */
const TITLED =
  /(?<=(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Dra|Prof|Sr|Sra|Srta|M|Mme|Mlle|Herrn?|Frau|Madame|Monsieur|Señora?)\.? )\p{Lu}[\p{L}-]+/gu
const LATIN = /(?<![\p{Script=Latin}\p{N}[_/.@])\p{Lu}\p{Ll}{2,}(?![\p{Script=Latin}\p{N}_\]/.@])/gu
const SMALL =
  /^(?:You|Your|We|Our|The|If|Please|Mr|Mrs|Ms|Dr|Dra|Sr|Sra|Srta|Mme|Mlle|Madame|Monsieur|Herrn?|Frau|Señora?|Sie|Ihn?en|Ihre?[nmrs]?|Uhr)$/u

const calendar = new Set([...wordsOf(LISTS, "months"), ...wordsOf(LISTS, "weekdays")].map(lettersOf))
const isCalendarWord = (word: string): boolean =>
  calendar.has(lettersOf(word).replace(/s$/, "")) || calendar.has(lettersOf(word))

/** Says whether a Japanese text writes the name in katakana, or in the characters that are usual for it. */
function isJapanese(name: string, { text, language }: WrittenIn): boolean {
  if (language !== "ja") return false
  const bare = name.replace(/-(?:san|sama|sensei|kun|chan)$/iu, "")
  return isTransliterated(bare, text) || (charactersOf.get(lettersOf(bare)) ?? []).some((each) => text.includes(each))
}

/** Finds frequent names in the characters of a Japanese text that the other text has in no reading. */
function unread({ text, language }: WrittenIn, other: WrittenIn): Span[] {
  if (language !== "ja" || other.language === "ja") return []
  const there = lettersOf(other.text)
  return Array.from(text.matchAll(CHARACTERS), ({ index, 0: characters }) => ({
    characters,
    start: index,
    end: index + characters.length
  }))
    .filter(({ characters }) => {
      const names = namesOf.get(characters)
      return names !== undefined && !names.some((name) => there.includes(name))
    })
    .map(({ start, end }) => ({ start, end }))
}

/** A run of characters as long as a name, without a title or place behind it. */
const CHARACTERS = /(?<!\p{Script=Han})\p{Script=Han}{2,3}?(?=様|先生|氏|(?!\p{Script=Han}))/gu

const namesOf = new Map<string, string[]>()
const charactersOf = new Map<string, string[]>()
for (const entry of entriesOf(REWRITE, "ja", "readings")) {
  const [characters = "", name = ""] = entry.split("=")
  namesOf.set(characters, [...(namesOf.get(characters) ?? []), lettersOf(name)])
  charactersOf.set(lettersOf(name), [...(charactersOf.get(lettersOf(name)) ?? []), characters])
}

/** Says whether the name is a country's in the one language, and the other text names that country in its own. */
function isCountry(name: string, own: WrittenIn, other: WrittenIn): boolean {
  if (!isLanguage(own.language) || !isLanguage(other.language)) return false
  const code = countriesOf(own.language).get(lettersOf(name))
  const there = code === undefined ? undefined : nameOf(other.language, code)
  return there !== undefined && lettersOf(other.text).includes(lettersOf(there))
}

function countriesOf(language: string): ReadonlyMap<string, string> {
  const known = countries.get(language)
  if (known) return known
  const codes = Array.from({ length: 26 * 26 }, (_, n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26)))
  const own = new Map(
    codes.flatMap((code) => {
      const name = nameOf(language, code)
      return name === undefined ? [] : [[lettersOf(name), code] as const]
    })
  )
  countries.set(language, own)
  return own
}

const countries = new Map<string, ReadonlyMap<string, string>>()
const nameOf = (language: string, code: string): string | undefined =>
  new Intl.DisplayNames([language], { type: "region", fallback: "none" }).of(code)

/**
 * Says whether a Japanese text writes a Latin name in katakana: a whole run of katakana has the name's consonants, in
 * order, as far as both scripts tell them apart (l and r, b and v, s and z are one). "ソフィー" is "Sophie" and not
 * "Sarah". Vowels aren't compared, because the scripts render them in many ways.
 */
export function isTransliterated(name: string, japanese: string): boolean {
  const pattern = consonantPattern(name)
  if (pattern === undefined) return false
  // "ソフィア" is "Sofia" and not "Sophie".
  const mayEndInA = /(?:a|r|[ao]h)$/iu.test(withoutAccents(name))
  return runsOf(japanese).some((run) => pattern.test(consonantsOf(run)) && (mayEndInA || !run.endsWith("ア")))
}

/** Returns the runs of katakana that have two consonants at least. */
const runsOf = (text: string): string[] =>
  (text.match(/[ァ-ヴー]{1,100}/gu) ?? []).filter((run) => consonantsOf(run).length >= FEWEST)

const consonantsOf = (run: string): string =>
  Array.from(run.replace(/ウ(?=[ィェォ])/gu, "ワ"), (kana) => ROWS.find(([row]) => row.includes(kana))?.[1] ?? "").join(
    ""
  )

const ROWS: readonly (readonly [row: string, consonant: string])[] = [
  ["カキクケコ", "K"],
  ["ガギグゲゴ", "G"],
  ["サシスセソザジズゼゾ", "S"],
  ["タチツテト", "T"],
  ["ダヂヅデド", "D"],
  ["ナニヌネノン", "N"],
  ["ハヒヘホ", "H"],
  ["フ", "F"],
  ["バビブベボヴ", "B"],
  ["パピプペポ", "P"],
  ["マミムメモ", "M"],
  ["ヤユヨ", "Y"],
  ["ラリルレロ", "R"],
  ["ワ", "W"]
]

/** Returns the pattern of a name's consonants, or undefined for a name with fewer than two. */
function consonantPattern(name: string): RegExp | undefined {
  const letters = withoutAccents(name.replace(/ão(?!\p{L})/gu, "aon"))
    .toLowerCase()
    .replace(/[^a-z]/g, "")
  let source = ""
  let certain = 0
  for (let at = 0; at < letters.length; ) {
    const rest = letters.slice(at)
    const [spelled, sound] = SOUNDS.map(([letter, each]) => [letter.exec(rest)?.[0], each] as const).find(
      ([found]) => found !== undefined
    ) ?? [rest.slice(0, 1), ""]
    if (sound !== "" && (sound.length > 2 || !sound.endsWith("?"))) certain += sound === "NN?" ? 2 : 1
    // "Y" and "W" within a word, and what the end of a French one has, may be silent.
    const isLast = at + (spelled?.length ?? 1) === letters.length
    source += isLast && /^[TDSW]$/u.test(sound) && source !== "" ? `${sound}?` : sound
    at += spelled?.length ?? 1
  }
  return certain < FEWEST ? undefined : new RegExp(`^${source}$`, "u")
}

const FEWEST = 2

/** What letters at the beginning of the rest of a name sound like. The first entry that fits counts. */
const SOUNDS: readonly (readonly [letters: RegExp, sound: string])[] = [
  [/^tsch/, "T"],
  [/^sch/, "S"],
  [/^sh/, "S"],
  [/^ch/, "[TKSH]"],
  [/^(?:ck|cq|kk|cc(?![eiy]))/, "K"],
  [/^ph/, "F"],
  [/^th/, "[ST]"],
  [/^dt/, "T"],
  [/^gn/, "G?N"],
  [/^kn/, "K?N"],
  [/^qu/, "KW?"],
  [/^(?:tz|ts)/, "TS?"],
  [/^x/, "K?S"],
  [/^c(?=[eiy])/, "[ST]"],
  [/^c/, "K"],
  [/^g(?=[eiy])/, "[SG]"],
  [/^gg?/, "G"],
  [/^j/, "[SYH]"],
  [/^zz?/, "[ST]"],
  [/^ss?/, "S"],
  [/^v/, "[BF]"],
  [/^w/, "[WB]"],
  [/^bb?/, "B"],
  [/^pp?/, "P"],
  [/^ff?/, "F"],
  [/^h/, "H?"],
  [/^k/, "K"],
  [/^ll(?=[aeo]s?$)/, "[RY]"],
  [/^ll?/, "R"],
  [/^rr?(?=[aeiouy])/, "R"],
  [/^rr?/, "R?"],
  [/^mm/, "[MN]?M"],
  [/^m(?=[bp])/, "[MN]"],
  [/^m/, "M"],
  [/^nn/, "NN?"],
  [/^n/, "N"],
  [/^dd?/, "D"],
  [/^tt?/, "T"],
  [/^y/, "Y?"]
]
