import { facts } from "../../../../text/facts.ts"
import { namedKinds } from "../../../../text/cases/plan-names.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Source } from "../../../../ticket/draft.ts"

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
export const capitalsOf = (text: string) => new Set(Array.from(text.matchAll(INSIDE), ([name]) => name))
/** Tells whether a page has a name in quotation marks, as what a screen shows. */
export const isQuoted = ({ passage }: Source, name: string) => new RegExp(`["“„«]${name}["”“»]`, "u").test(passage)
/** It shows a plan ("on Plus"), though it is no word that is searched for. */
const PLAN_WORD = "on"
/** A word with a capital that doesn't begin a sentence. */
const INSIDE = /(?<=(?:[\p{Ll}\p{N},;]|(?<!\p{L})\p{Lu}) )\p{Lu}\p{Ll}\p{L}+(?! >)/gu
/** A word in quotation marks: what a screen shows, such as a state. */
const QUOTED = /(?<=["“„«])\p{L}{3,}(?=["”“»])/gu
const isDay = (name: string, language: string) =>
  facts(name, language).some(({ kind }) => kind === "weekday" || kind === "date")
