import { months } from "../../text/dates.ts"
import { facts, type Fact } from "../../text/facts.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { linkFacts } from "../../text/links.ts"
import { plainWidth } from "../../text/numerals.ts"
import { words } from "../../text/words/words.ts"
import { relativeTimes } from "../promises.ts"
import type { FixRefusal, Reply, ToneFix } from "./basis/finding.ts"
import { findPhrase, phrasesOf, type Phrases } from "./phrases/phrases.ts"
import { vocabularyOf, type Vocabulary } from "./vocabulary.ts"

/**
 * The fix as it may be offered. One that would change a number, date, name, link or negation is refused, whichever rule
 * made it: all of these must stand in the old and in the new words in the same order, with the same words beside them.
 * A word may change its capitals only if it is known to be written in small letters.
 */
export function safeFix(reply: Reply, fix: Exclude<ToneFix, { refused: FixRefusal }>): ToneFix {
  const { text } = reply
  if (linksOf(reply).some((link) => fix.from < link.end && link.start < fix.to)) return { refused: "link" }
  const vocabulary = vocabularyOf(reply)
  const [start, end] = around(text, fix)
  const before = text.slice(start, end)
  const after = text.slice(start, fix.from) + fix.text + text.slice(fix.to, end)
  const was = bound(before, reply, vocabulary)
  const is = bound(after, reply, vocabulary)
  const refused =
    KINDS.find((kind) => was[kind].join("\n") !== is[kind].join("\n")) ??
    turnedAround(before, after) ??
    recased(before, after, vocabulary)
  return refused ? { refused } : fix
}

/** If several of these change, the first is reported. A name is last, because any unknown word may be one. */
const KINDS: FixRefusal[] = ["link", "date", "number", "negation", "name"]

/** Includes the words beside the fix, so that "14 days" is one fact even if only "days" changes. */
function around(text: string, { from, to }: { from: number; to: number }): [number, number] {
  const ahead = /^\S*(?:\s+\S+){0,3}/u.exec(text.slice(to, to + BESIDE))?.[0].length ?? 0
  const back = /(?:\S+\s+){0,3}\S*$/u.exec(text.slice(Math.max(0, from - BESIDE), from))?.[0].length ?? 0
  return [from - back, to + ahead]
}

/** This many UTF-16 units are searched for the words beside the fix. */
const BESIDE = 120

/** The links of the whole reply, which are read once. */
function linksOf(reply: Reply): Fact[] {
  const known = linksRead.get(reply) ?? linkFacts(plainWidth(reply.text))
  linksRead.set(reply, known)
  return known
}
const linksRead = new WeakMap<Reply, Fact[]>()

/** What a fix may not change, in the order of the text. */
function bound(clear: string, { written }: Reply, vocabulary: Vocabulary): Record<FixRefusal, string[]> {
  const text = clear.replace(ONCE_MORE, (words) => " ".repeat(words.length))
  // "und" is no language: the vocabulary reads the names, and a number among capitals stays a number.
  const said = facts(text, "und")
  const of = (...kinds: Fact["kind"][]) => said.filter(({ kind }) => kinds.includes(kind))
  // A reply may hold words of any of the languages.
  const phrases = (which: (phrases: Phrases) => string) =>
    LANGUAGES.flatMap((language) => findPhrase(which(phrasesOf(language)), text).map(([found]) => found.toLowerCase()))
  return {
    // Links and codes are compared as written, because capitals tell one path, or one order number, from another.
    link: of("link", "email").map((fact) => fact.text),
    date: [
      ...of("date", "weekday", "time").map(({ kind, value }) => `${kind} ${value}`),
      ...months(text).map(String),
      ...relativeTimes(text),
      ...phrases(({ when }) => when)
    ],
    number: [
      ...of("code").map((fact) => fact.text),
      ...of("number", "money", "percent", "duration", "ordinal").map(
        ({ kind, value, unit }) => `${kind} ${value} ${unit}`
      ),
      ...phrases(({ amount }) => amount)
    ],
    // Portuguese "no" means "in the".
    negation: [
      ...phrases(({ negation }) => negation.word).filter((word) => written !== "pt" || word !== "no"),
      ...findPhrase(phrasesOf(written).negation.within, text).map(([found]) => found.toLowerCase())
    ],
    name: vocabulary.names(text)
  }
}

/** These look like numbers but count nothing. */
const ONCE_MORE =
  /(?<!\p{L})(?:once (?:again|more)|noch einmal|encore une fois|una vez más|mais uma vez|uma vez mais)(?!\p{L})/giu

/** A prefix or suffix has turned a word into its opposite: "legible" and "illegible", "end" and "endless". */
function turnedAround(before: string, after: string): FixRefusal | undefined {
  const was = new Set(words(before).map(lowered))
  const is = new Set(words(after).map(lowered))
  const gone = was.difference(is)
  const come = is.difference(was)
  const turns = (one: Set<string>, other: Set<string>) =>
    [...one].some(
      (word) =>
        BEGINNINGS.some((part) => word.startsWith(part) && other.has(word.slice(part.length))) ||
        ENDS.some((part) => word.endsWith(part) && other.has(word.slice(0, -part.length)))
    )
  return turns(gone, come) || turns(come, gone) ? "negation" : undefined
}

const BEGINNINGS = "un in im ir il i dis mis dés dé des de non non- não-".split(" ")
const ENDS = "less los free frei".split(" ")

const lowered = ({ text }: { text: string }) => text.toLowerCase()

/**
 * A word that may need its capitals has changed them: a name, a noun, the German polite "you", or a day or month in a
 * language that writes these with a capital.
 */
function recased(before: string, after: string, vocabulary: Vocabulary): FixRefusal | undefined {
  const written = new Map<string, number>()
  const read = (text: string, step: number) =>
    words(text).forEach((word) => written.set(word.text, (written.get(word.text) ?? 0) + step))
  read(before, -1)
  read(after, 1)
  const come = new Set([...written].filter(([, more]) => more > 0).map(([word]) => word.toLowerCase()))
  const changed = words(before).filter(({ text }) => (written.get(text) ?? 0) < 0 && come.has(text.toLowerCase()))
  const unsure = changed.find(({ text, start }) => !vocabulary.isSmall(text, before.slice(0, start)))
  if (!unsure) return undefined
  return months(unsure.text).length > 0 || facts(unsure.text).some(({ kind }) => kind === "weekday") ? "date" : "name"
}
