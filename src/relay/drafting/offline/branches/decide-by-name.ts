import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { excludesOthers, namedKinds } from "../../../../text/cases/plan-names.ts"
import { writtenByCustomer } from "../../../../search/query/query.ts"
import type { Source } from "../../../../ticket/draft.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { OtherCase } from "./other-cases.ts"
import { facts } from "../../../../text/facts.ts"
import { stems } from "../../../../search/words/stems.ts"

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
