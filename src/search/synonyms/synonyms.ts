import { LISTS } from "replywright/lexicon/search"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { isLanguage } from "../../text/languages.ts"
import { stems } from "../words/stems.ts"

/**
 * Joins expressions that stems can't join, such as a customer's "give it back" and a page's "return". Each group of
 * expressions that mean the same has a mark, and every place where one of them stands gets this mark, in passages as in
 * queries. A German compound also gets marks for its members. Marks begin with "~", which no word does.
 * @param words as `stems` cuts them
 * @param language ISO 639-1, or null; languages other than the product's six have no synonyms
 */
export function synonymsOf(words: string[], language: string | null): string[] {
  const expressions = expressionsOf(language ?? "en")
  if (!expressions) return []
  const marks: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ""
    const own = language === "de" ? membersOf(word) : NONE
    for (const member of own) marks.push(`~de:${member}`)
    addMarks(marks, expressions.get(word), words, at)
    for (const member of own) addMarks(marks, expressions.get(member), words, at)
  }
  return marks
}

function addMarks(marks: string[], begun: readonly Expression[] | undefined, words: string[], at: number): void {
  if (begun) for (const { rest, mark } of begun) if (follows(words, at, rest)) marks.push(mark)
}

/** The rest of an expression after its first word. */
interface Expression {
  rest: string[]
  mark: string
}

/** Each language's expressions are loaded when they are first needed, because many commands need none. */
const known = new Map<string, Map<string, Expression[]>>()

/** Returns the expressions by their first word. */
function expressionsOf(language: string): Map<string, Expression[]> | undefined {
  const there = known.get(language)
  if (there) return there
  if (!isLanguage(language)) return undefined
  const expressions = new Map<string, Expression[]>()
  entriesOf(LISTS, language, "synonyms").forEach((group, n) => {
    const own = new Map(
      group
        .split(",")
        .map((expression) => stems(expression.trim(), language))
        .map((cut) => [cut.join(" "), cut])
    )
    for (const [first, ...rest] of own.values()) {
      if (first !== undefined)
        expressions.set(first, [...(expressions.get(first) ?? []), { rest, mark: `~${language}${n}` }])
    }
  })
  known.set(language, expressions)
  return expressions
}

/** Returns whether the words of an expression follow this place, with at most one other word between two of them. */
function follows(words: string[], at: number, rest: string[]): boolean {
  let place = at
  for (const word of rest) {
    place = words[place + 1] === word ? place + 1 : words[place + 2] === word ? place + 2 : -1
    if (place < 0) return false
  }
  return true
}

/**
 * Returns the stems of the members with which a compound begins or ends, and of what remains of it: "Lampenschirm" is a
 * lamp and a shade.
 */
function membersOf(word: string): readonly string[] {
  if (word.length < SHORTEST_COMPOUND) return NONE
  const there = members.get(word)
  if (there) return there
  const all = (parts ??= new Set(entriesOf(LISTS, "de", "compound-members").map((part) => stems(part, "de")[0] ?? "")))
  let before: string | undefined
  let behind: string | undefined
  // The longest member is tried first.
  for (
    let length = Math.min(word.length - 3, MAX_MEMBER);
    length >= SHORTEST_MEMBER && (before === undefined || behind === undefined);
    length--
  ) {
    if (before === undefined && all.has(word.slice(0, length))) before = word.slice(0, length)
    if (behind === undefined && all.has(word.slice(-length))) behind = word.slice(-length)
  }
  const rests = [
    before && word.slice(before.length).replace(/^(?:e?s|e?n)(?=.{4})/, ""),
    behind && word.slice(0, -behind.length).replace(/(?:e?s|e?n)$/, "")
  ]
  const matches = [before, behind, ...rests].flatMap((part) =>
    part !== undefined && part.length >= SHORTEST_MEMBER ? [stems(part, "de")[0] ?? ""] : []
  )
  const own = [...new Set(matches)].filter((part) => part !== "")
  if (members.size >= MAX_COMPOUNDS) members.clear()
  members.set(word, own)
  return own
}

const NONE: readonly string[] = []
const SHORTEST_COMPOUND = 8
const SHORTEST_MEMBER = 4
/** The length is in UTF-16 units. No member is longer. */
const MAX_MEMBER = 24
/** The members, folded as stems are. */
let parts: Set<string> | undefined
/** The results are kept, because a team's words occur again and again. */
const members = new Map<string, readonly string[]>()
const MAX_COMPOUNDS = 20_000

/** Returns the marks of the synonyms in a text. @param language ISO 639-1, or null */
export const meaningsOf = (text: string, language: string | null): string[] =>
  synonymsOf(stems(text, language), language)
