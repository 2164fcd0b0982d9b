import { LISTS } from "../../lexicon/groups/search.ts"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { isLanguage } from "../../text/languages.ts"
import { stems } from "../words/stems.ts"

/**
 * What stems can't bring together: a customer's "give it back" and a page's "return". Each group of expressions that
 * mean the same has a mark, and every place where one of them stands bears it, in passages as in queries. A German
 * compound bears a mark for its members as well. Marks begin with "~", as no word does.
 * @param words as `stems` cuts them
 * @param language ISO 639-1, or null; others than the product's six have none
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

/** An expression behind its first word. */
interface Expression {
  rest: string[]
  mark: string
}

/** By language, filled as one is asked for: a command that cuts nothing needs none. */
const known = new Map<string, Map<string, Expression[]>>()

/** By their first word. */
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

/** Whether the words of an expression come behind this place, at most one other between each two. */
function follows(words: string[], at: number, rest: string[]): boolean {
  let place = at
  for (const word of rest) {
    place = words[place + 1] === word ? place + 1 : words[place + 2] === word ? place + 2 : -1
    if (place < 0) return false
  }
  return true
}

/**
 * Stems of the members that a compound begins or ends with, and of what is left of it: "Lampenschirm" is a lamp and a
 * shade.
 */
function membersOf(word: string): readonly string[] {
  if (word.length < SHORTEST_COMPOUND) return NONE
  const there = members.get(word)
  if (there) return there
  const all = (parts ??= new Set(entriesOf(LISTS, "de", "compound-members").map((part) => stems(part, "de")[0] ?? "")))
  let before: string | undefined
  let behind: string | undefined
  // The longest first.
  for (
    let length = Math.min(word.length - 3, LONGEST_MEMBER);
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
  const found = [before, behind, ...rests].flatMap((part) =>
    part !== undefined && part.length >= SHORTEST_MEMBER ? [stems(part, "de")[0] ?? ""] : []
  )
  const own = [...new Set(found)].filter((part) => part !== "")
  if (members.size >= MOST_COMPOUNDS) members.clear()
  members.set(word, own)
  return own
}

const NONE: readonly string[] = []
const SHORTEST_COMPOUND = 8
const SHORTEST_MEMBER = 4
/** UTF-16 units; longer than any of them. */
const LONGEST_MEMBER = 24
/** As stems fold them. */
let parts: Set<string> | undefined
/** A team's words come again and again. */
const members = new Map<string, readonly string[]>()
const MOST_COMPOUNDS = 20_000
