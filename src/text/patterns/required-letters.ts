import { classEnd } from "./alternatives.ts"

/**
 * Says whether a pattern may match somewhere in a text: whether the text has the letters that each match contains. It
 * costs next to nothing, so that the many patterns of rare words are tried only where they have a chance.
 */
export function mayMatch(pattern: RegExp, text: string): boolean {
  let required = requiredOf.get(pattern)
  if (!required) requiredOf.set(pattern, (required = requiredLetters(pattern.source)))
  return hasLetters(required, text)
}

/** Says whether a text likely has the letters that are required. */
export function hasLetters(required: RequiredLetters, text: string): boolean {
  if (required.length === 0) return true
  const isIn = lettersOf(text)
  return required.every((strings) => strings.some(isIn))
}

/**
 * Returns the matches of a pattern with the flag "g", which is tried only where it may match. Unlike `matchAll` it
 * doesn't compile the pattern anew.
 */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray, undefined> {
  if (!mayMatch(pattern, text)) return undefined
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield match
    if (match[0] === "") pattern.lastIndex++
  }
  return undefined
}

const requiredOf = new WeakMap<RegExp, RequiredLetters>()

/**
 * What a text must contain for a pattern to match: of each clause, at least one of the strings, in lower case. Nothing
 * is required without a clause.
 */
export type RequiredLetters = readonly (readonly string[])[]

/**
 * Reads from a regular expression's source which letters each match contains, as code search with an index of trigrams
 * does (Russ Cox, "Regular Expression Matching with a Trigram Index", 2012). It reads groups, classes, quantifiers and
 * assertions. What it can't tell it leaves out, so that a text without the letters never matches.
 * @param source the source of a pattern that is tried without regard to case
 */
export function requiredLetters(source: string): RequiredLetters {
  const reader = { source, at: 0 }
  const required = readAlternatives(reader)
  if (reader.at < source.length)
    throw new Error(`There is a bracket too many in the pattern at ${reader.at}: ${source}`)
  return required
}

interface Reader {
  readonly source: string
  at: number
}

function readAlternatives(reader: Reader): RequiredLetters {
  const branches = [readSequence(reader)]
  while (reader.source[reader.at] === "|") {
    reader.at++
    branches.push(readSequence(reader))
  }
  const [first = []] = branches
  if (branches.length === 1) return first
  const best = branches.map(rarest)
  return best.some((clause) => clause === undefined) ? [] : [best.flatMap((clause) => clause ?? [])]
}

/** Returns the clause that fewest texts meet: the one whose shortest string is longest. */
const rarest = (clauses: RequiredLetters): readonly string[] | undefined =>
  clauses.toSorted((a, b) => shortest(b) - shortest(a))[0]

const shortest = (strings: readonly string[]): number => Math.min(...strings.map(({ length }) => length))

function readSequence(reader: Reader): RequiredLetters {
  const clauses: (readonly string[])[] = []
  let letters = ""
  const end = () => {
    if (letters.length >= MIN_LETTERS || isRare(letters)) clauses.push([letters])
    letters = ""
  }
  for (;;) {
    const sign = reader.source[reader.at]
    if (sign === undefined || sign === "|" || sign === ")") break
    const atom = readAtom(reader)
    const { isOptional, isRepeated } = readQuantifier(reader)
    if (isOptional) end()
    else if (typeof atom !== "string") {
      if (!atom.isAssertion) end()
      clauses.push(...atom.clauses)
    } else {
      letters += atom
      if (isRepeated) end()
    }
  }
  end()
  return clauses
}

/** A shorter string is in nearly every text, unless it is a sign of Chinese or Japanese. */
const MIN_LETTERS = 2
const isRare = (letters: string) => letters.length === 1 && letters.charCodeAt(0) >= 0x2e80

/** A letter, or a part that matches more than one. */
type Atom = string | { clauses: RequiredLetters; isAssertion?: boolean }

function readAtom(reader: Reader): Atom {
  const sign = reader.source.slice(reader.at).match(/^./su)?.[0] ?? ""
  if (sign === "(") return readGroup(reader)
  if (sign === "[") return readClass(reader)
  if (sign === "\\") return readEscape(reader)
  reader.at += sign.length
  if (sign === "^" || sign === "$") return { clauses: [], isAssertion: true }
  return sign === "." ? ANY : withoutCase(sign)
}

const ANY: Atom = { clauses: [] }

function readGroup(reader: Reader): Atom {
  const [head = "("] = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(reader.source.slice(reader.at)) ?? []
  reader.at += head.length
  const clauses = readAlternatives(reader)
  reader.at++
  const isAssertion = /[=!]$/.test(head)
  return { clauses: head.endsWith("!") ? [] : clauses, isAssertion }
}

function readClass(reader: Reader): Atom {
  reader.at = classEnd(reader.source, reader.at)
  if (reader.at > reader.source.length) throw new Error(`A class doesn't end in the pattern: ${reader.source}`)
  return ANY
}

function readEscape(reader: Reader): Atom {
  const [escape = "\\"] =
    /^\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|k<\w+>|.)/isu.exec(
      reader.source.slice(reader.at)
    ) ?? []
  reader.at += escape.length
  if (/^\\[bB]$/.test(escape)) return { clauses: [], isAssertion: true }
  if (escape === "\\d") return { clauses: [[DIGIT]] }
  // An escaped sign matches itself: "\.", "\/".
  return /^\\[^\p{L}\p{N}]$/u.test(escape) ? escape.slice(1) : ANY
}

function readQuantifier(reader: Reader): { isOptional: boolean; isRepeated: boolean } {
  const [quantifier = ""] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at)) ?? []
  reader.at += quantifier.length
  return { isOptional: /^(?:[?*]|\{0)/.test(quantifier), isRepeated: quantifier !== "" }
}

/** Any digit, where a string is looked for. No text has this character. */
export const DIGIT = "\ufdd0"

/**
 * Returns a test whether a string, in lower case, is likely in a text. It compares pairs and triples of neighbouring
 * letters, and of one letter the letter itself, so it is quick, and wrong only by saying yes. The latest text's letters
 * are kept in a table that the next text's take over.
 */
function lettersOf(text: string): (part: string) => boolean {
  if (text !== latest) read(text)
  return isLikelyIn
}

/** How many places single letters have. Those of pairs and triples follow. */
const SINGLES = 1 << 16
/** A mark of the latest text stands at each place that its letters lead to. */
const marks = new Uint32Array(SINGLES + (1 << 16))
let mark = 0
let latest: string | undefined

function read(text: string): void {
  latest = text
  mark++
  const letters = withoutCase(text)
  let [before, last] = [0, 0]
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at)
    marks[code] = mark
    if (code >= 48 && code <= 57) marks[DIGIT.charCodeAt(0)] = mark
    marks[placeOf(0, last, code)] = mark
    marks[placeOf(before, last, code)] = mark
    before = last
    last = code
  }
}

function isLikelyIn(part: string): boolean {
  if (part.length < 2) return part === "" || marks[part.charCodeAt(0)] === mark
  if (part.length === 2) return marks[placeOf(0, part.charCodeAt(0), part.charCodeAt(1))] === mark
  for (let at = 2; at < part.length; at++)
    if (marks[placeOf(part.charCodeAt(at - 2), part.charCodeAt(at - 1), part.charCodeAt(at))] !== mark) return false
  return true
}

const placeOf = (before: number, last: number, code: number): number =>
  SINGLES + (((before * 31 + last) * 31 + code) & 0xffff)

/** Returns a text as it is compared where case doesn't count. "ſ" is an "s" then, but has no lower case. */
const withoutCase = (text: string): string => text.toLowerCase().replaceAll("ſ", "s")
