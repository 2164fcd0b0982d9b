import { LISTS } from "replywright/lexicon/branches"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { remember } from "../memo/text-memory.ts"
import { onceEach } from "../memo/once.ts"

/** A name of a plan, a ticket or a country, and what it is beside: two names of one frame are alternatives. */
export interface NamedKind {
  name: string
  frame: string
}

/**
 * Returns the names of plans and the like ("Tarif Basis", "Plus-Konto", ライトプラン) and of countries in a text. German
 * writes all nouns with a capital and Japanese none, so there the word for its kind beside it shows what is a name.
 */
export const namedKinds: (text: string, language: string | null | undefined) => readonly NamedKind[] = remember(
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
export function excludesOthers(sentence: string, name: string, language: string): boolean {
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
