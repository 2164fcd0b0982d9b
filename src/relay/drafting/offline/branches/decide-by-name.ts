import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { writtenByCustomer } from "../../../../search/query/query.ts"
import type { Source } from "../../../../ticket/draft.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { OtherCase } from "./other-cases.ts"
import { facts } from "../../../../text/facts.ts"
import { stems } from "../../../../search/words/stems.ts"
import { LISTS } from "replywright/lexicon/branches"
import { optionalEntriesOf } from "../../../../lexicon/lexicon.ts"
import { remember, onceEach } from "../../../../text/memo/text-memory.ts"

/**
 * Finds the sentences about another plan, ticket or region than the one that the customer names. Two names are
 * alternatives where the page uses them in the same place: "a Flex ticket" and "a Fixed ticket", "on Plus" and
 * "on Everyday".
 */
export function decideByName(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const isTold = toldNames(ticket, language)
  const decisions: OtherCase[] = []
  for (const own of Map.groupBy(quotable, ({ source }) => source).values()) {
    const page = own[0]?.source
    if (!page) continue
    const names = namesOf(page, language)
    const told = [...names.keys()].filter((name) => isTold(page, name))
    if (told.length === 0) continue
    const alternatives = new Map(
      [...names].flatMap(([name, frames]) => {
        const named = told.find((one) => one !== name && [...(names.get(one) ?? [])].some((frame) => frames.has(frame)))
        return named && !told.includes(name) ? [[name, named] as const] : []
      })
    )
    let before: OtherCase | undefined
    for (const other of own) {
      const here = [...names.keys()].filter((name) => holdsName(other.text, name))
      const instead = here.find((name) => alternatives.has(name))
      const named = instead && alternatives.get(instead)
      // In a list, what goes on from a sentence about another case is about that case, too.
      if (here.some((name) => told.includes(name))) before = undefined
      else if (instead && excludesOthers(other.text, instead, language)) before = undefined
      else if (instead && named) before = { other, because: named }
      else before = before && other.goesOn && other.inItem ? { ...before, other } : undefined
      if (before) decisions.push(before)
    }
  }
  return decisions
}

/** Returns a test whether a ticket names a name of a page. */
export function toldNames(ticket: MaskedTicket, language: string): (page: Source, name: string) => boolean {
  const written = [...writtenByCustomer(ticket), ticket.subject].join("\n")
  if (isByKind(language)) {
    const named = new Set(namedKinds(written, language).map(({ name }) => name))
    return (_page, name) => named.has(name) || (language === "de" && holdsName(written, name))
  }
  const words = new Set(written.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const capitals = capitalsOf(written)
  return (page, name) => capitals.has(name) || (isQuoted(page, name) && words.has(name.toLowerCase()))
}

/** Returns the names of a page with the words that stand before or after them. */
export function namesOf({ title, passage }: Source, language: string): Map<string, Set<string>> {
  const text = `${title}.\n${passage}`
  if (isByKind(language))
    return new Map(
      [...Map.groupBy([...namedKinds(text, language)], ({ name }) => name)].map(([name, all]) => [
        name,
        new Set(all.map(({ frame }) => frame))
      ])
    )
  const names = new Set(
    [...text.matchAll(INSIDE), ...text.matchAll(QUOTED)].flatMap(([name]) => (isDay(name, language) ? [] : [name]))
  )
  return new Map(
    [...names].map((name) => {
      const frames = new Set<string>()
      for (const match of text.matchAll(
        new RegExp(
          `(?:(\\p{L}+)[ \\u00a0])?(?<!\\p{L})["“„«‹]?${name}(?!\\p{L})["”“»›]?(?:[ \\u00a0](\\p{Ll}{3,}))?`,
          "gu"
        )
      )) {
        for (const [word, frame] of [
          [match[1]?.toLowerCase(), (stem: string) => `${stem} _`],
          [match[2], (stem: string) => `_ ${stem}`]
        ] as const) {
          const [stem] = word === PLAN_WORD ? [word] : word ? stems(word, language) : []
          if (stem) frames.add(frame(stem))
        }
      }
      return [name, frames]
    })
  )
}

/** German writes all nouns with a capital and Japanese none, so the word for its kind beside it shows what is a name. */
export const isByKind = (language: string) => language === "de" || language === "ja"

/** Tells whether a text holds a name as a word. */
export const holdsName = (text: string, name: string) =>
  /[\p{sc=Han}\p{sc=Katakana}]/u.test(name)
    ? text.includes(name)
    : new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u").test(text)
/** Returns the words with a capital inside a text. */
const capitalsOf = (text: string) => new Set(Array.from(text.matchAll(INSIDE), ([name]) => name))
/** Tells whether a page has a name in quotation marks, as what a screen shows. */
const isQuoted = ({ passage }: Source, name: string) => new RegExp(`["“„«]${name}["”“»]`, "u").test(passage)
/** It shows a plan ("on Plus"), though it is no word that is searched for. */
const PLAN_WORD = "on"
/** A word with a capital that doesn't begin a sentence. */
const INSIDE = /(?<=(?:[\p{Ll}\p{N},;]|(?<!\p{L})\p{Lu}) )\p{Lu}\p{Ll}\p{L}+(?! >)/gu
/** A word in quotation marks: what a screen shows, such as a state. */
const QUOTED = /(?<=["“„«])\p{L}{3,}(?=["”“»])/gu
const isDay = (name: string, language: string) =>
  facts(name, language).some(({ kind }) => kind === "weekday" || kind === "date")

/** A name of a plan, a ticket or a country, and what it is beside: two names of one frame are alternatives. */
interface NamedKind {
  name: string
  frame: string
}

/**
 * Returns the names of plans and the like ("Tarif Basis", "Plus-Konto", ライトプラン) and of countries in a text. German
 * writes all nouns with a capital and Japanese none, so there the word for its kind beside it shows what is a name.
 */
const namedKinds: (text: string, language: string | null | undefined) => readonly NamedKind[] = remember(
  50,
  (text: string, language: string | null | undefined) => [
    ...plans(text, language ?? ""),
    ...countries(language ?? "")
      .filter((name) =>
        language === "ja" ? text.includes(name) : new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u").test(text)
      )
      .map((name) => ({ name, frame: "country" }))
  ]
)

/**
 * Returns whether a sentence says who doesn't have something, by the name of those who do: "only on Plus", "from Plus
 * on". It is for all the others, too.
 */
function excludesOthers(sentence: string, name: string, language: string): boolean {
  const only = optionalEntriesOf(LISTS, language, "only")?.join("|") ?? "(?!)"
  if (language === "ja") return new RegExp(`${name}[^、。]{0,8}(?:${only})`, "u").test(sentence)
  return new RegExp(
    `(?<!\\p{L})(?:${only})(?: \\p{L}+){0,3} ["“„«]?${name}(?!\\p{L})|(?<!\\p{L})${name}["”“»]?(?: \\p{L}+)? (?:${only})(?!\\p{L})`,
    "iu"
  ).test(sentence)
}

function plans(text: string, language: string): NamedKind[] {
  const kinds = optionalEntriesOf(LISTS, language, "kind")?.join("|")
  if (!kinds) return []
  if (language === "ja")
    return [
      ...text.matchAll(
        new RegExp(
          `(?:([\\p{sc=Katakana}ー]{2,}?)|(\\p{sc=Han}{1,4}?)|([A-Z][A-Za-z]+)|「([^「」]{1,12})」)(${kinds})`,
          "gu"
        )
      )
    ].map(([, katakana, signs, latin, quoted, kind = ""]) => ({
      name: katakana ?? signs ?? latin ?? quoted ?? "",
      frame: `kind ${kind}`
    }))
  const behind = new RegExp(`(?<!\\p{L})(?:${kinds})(?:e?s|e?n)? [„“"»]?(\\p{Lu}[\\p{L}\\d]+)`, "giu")
  const before = new RegExp(`(?<!\\p{L})[„“"»]?(\\p{Lu}[\\p{L}\\d]+)[“”"«]?-(?:${kinds})`, "giu")
  // The words for kinds are in either case, but a name has a capital.
  return [behind, before]
    .flatMap((pattern) => Array.from(text.matchAll(pattern), ([, name = ""]) => name))
    .filter((name) => /^\p{Lu}/u.test(name) && !POLITE.test(name))
    .map((name) => ({ name, frame: "kind" }))
}

/** These have a capital everywhere in German. */
const POLITE = /^(?:Sie|Ihr\p{L}*|Ihnen|Du|Dein\p{L}*)$/u

/** Returns the names of the world's countries in a language, as the runtime's own tables have them. */
const countries = onceEach((language: string): readonly string[] => {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" })
  return LETTERS.flatMap((a) => LETTERS.flatMap((b) => names.of(a + b) ?? [])).filter((name) =>
    /^[\p{L}ー・ -]+$/u.test(name)
  )
})
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
