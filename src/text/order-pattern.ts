import { remember } from "./memo/text-memory.ts"
import { RE2JS } from "re2js"

/** Why a team's pattern for order numbers is rejected. */
export type PatternFault = "broken" | "long" | "empty" | "nested" | "reference" | "many" | "no-digit"
/** `pattern` is the source for `patternMatches`. */
export type OrderPatternResult = { ok: true; pattern: string } | { ok: false; why: PatternFault }

/** The limit is in characters. */
export const MAX_PATTERN = 200

/**
 * Reads a team's regular expression for its order numbers (flag `u`). It accepts only patterns that can't be slow on
 * any text: no quantifier on a group with a quantifier or a choice, no back reference, few ways to match at one place,
 * and an engine that takes them. An unbounded repetition stops after {@link MAX_REPEATS}. The pattern must require a
 * digit, because otherwise names would be kept as order numbers.
 */
export function readOrderPattern(source: string): OrderPatternResult {
  if (source.length > MAX_PATTERN) return { ok: false, why: "long" }
  const asGiven = compiled(source)
  if (!asGiven) return { ok: false, why: "broken" }
  const read = new Reader(source)
  const whole = read.choice()
  if (read.fault) return { ok: false, why: read.fault }
  if (whole.least === 0 || asGiven.test("")) return { ok: false, why: "empty" }
  if (whole.ways > MAX_WAYS) return { ok: false, why: "many" }
  const { bounded } = whole
  if (!compiled(bounded)) return { ok: false, why: "broken" }
  const engine = engineOf(bounded, false)
  if (!engine) return { ok: false, why: "many" }
  if (engine(NO_DIGITS).length > 0) return { ok: false, why: "no-digit" }
  return { ok: true, pattern: bounded }
}

/**
 * Returns where a pattern that `readOrderPattern` has read matches in a text, in time that grows with the text alone. A
 * pattern that it would refuse matches nowhere.
 */
export function patternMatches(pattern: string, text: string, isAnyCase = false): PatternMatch[] {
  return engineFor(pattern, isAnyCase ? ANY_CASE : null)?.(text) ?? []
}

/** A pattern is compiled once, because it is used for each message. */
const engineFor = remember(100, (pattern, letters) => engineOf(pattern, letters === ANY_CASE))
const ANY_CASE = "any case"

function engineOf(source: string, isAnyCase: boolean): PatternEngine | undefined {
  if (!compiled(source)) return undefined
  const read = new Reader(source)
  const { ways } = read.choice()
  if (read.fault || ways > MAX_WAYS) return undefined
  return ways <= MAX_NATIVE_WAYS ? nativeEngine(source, isAnyCase) : linearEngine(source, isAnyCase)
}

/** No order number is longer. */
const MAX_REPEATS = 64
/** This limits the ways to match at one place of a text. */
const MAX_WAYS = 5000
/** With more ways than one long repetition has, the browser's engine may try each of them at each place of a text. */
const MAX_NATIVE_WAYS = 70
const NO_DIGITS =
  "Maria Jones-Weber, maria.jones@shop.example\nRÉNÉ o'neil_x #/()+ ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz 山田太郎"

/**
 * A part of a pattern. `ways` is an upper bound for the ways to match at one place, and `holds` says whether it
 * contains a quantifier or a choice.
 */
interface Part {
  least: number
  ways: number
  holds: boolean
  bounded: string
}

/**
 * Reads a pattern that the engine has accepted. Anything that it doesn't recognise counts as an atom of one character.
 */
class Reader {
  fault: PatternFault | undefined
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  choice(): Part {
    const branches = [this.#sequence()]
    while (this.#take("|")) branches.push(this.#sequence())
    return {
      least: Math.min(...branches.map(({ least }) => least)),
      ways: sum(branches.map(({ ways }) => ways)),
      holds: branches.length > 1 || branches.some(({ holds }) => holds),
      bounded: branches.map(({ bounded }) => bounded).join("|")
    }
  }

  #sequence(): Part {
    const whole: Part = { least: 0, ways: 1, holds: false, bounded: "" }
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const part = this.#repeated(this.#atom())
      whole.least += part.least
      whole.ways *= part.ways
      whole.holds ||= part.holds
      whole.bounded += part.bounded
    }
    return whole
  }

  #atom(): Part {
    const from = this.#at
    const [opening] = this.#match(/\((?:\?(?:[a-z-]*:|<?[=!]|<[^>]*>))?/uy) ?? []
    if (opening !== undefined) {
      const inner = this.choice()
      this.#take(")")
      const looks = /^\(\?<?[=!]/.test(opening)
      return { ...inner, least: looks ? 0 : inner.least, bounded: `${opening}${inner.bounded})` }
    }
    if (this.#match(/\\(?:[1-9]|k)/y)) this.fault ??= "reference"
    const least = this.#match(/\\[bB]|[$^]/y) ? 0 : 1
    if (least === 1 && this.#at === from)
      this.#match(/\\(?:[pPu]\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|.)|\[(?:\\.|[^\]\\])*\]|./isuy)
    return { least, ways: 1, holds: false, bounded: this.#source.slice(from, this.#at) }
  }

  #repeated(part: Part): Part {
    const quantifier = this.#match(/(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/y)
    if (!quantifier) return part
    const [, sign, low = "", comma = "", high = "", lazy = ""] = quantifier
    const least = sign ? (sign === "+" ? 1 : 0) : Number(low)
    const most = sign === "?" ? 1 : sign || (comma && !high) ? Math.max(MAX_REPEATS, least) : Number(comma ? high : low)
    if (part.holds && most > 1) this.fault ??= "nested"
    if (most > MAX_REPEATS) this.fault ??= "many"
    return {
      least: part.least * least,
      ways: part.holds ? part.ways + 1 : part.ways * (most - least + 1),
      holds: true,
      bounded: `${part.bounded}{${least},${most}}${lazy}`
    }
  }

  #take(sign: string): boolean {
    if (this.#source.charAt(this.#at) !== sign) return false
    this.#at++
    return true
  }

  #match(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at
    const escape = form.exec(this.#source)
    if (escape) this.#at = form.lastIndex
    return escape
  }
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source, "gu")
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

/** A match of a team's pattern. The second entry is its first group, if it has one. */
interface PatternMatch {
  index: number
  0: string
  1?: string | undefined
}

/** Returns all matches in a text, from left to right. */
type PatternEngine = (text: string) => PatternMatch[]

/** The browser's own engine, for a pattern with so few ways to match that it can't be slow. */
function nativeEngine(source: string, isAnyCase: boolean): PatternEngine {
  const pattern = new RegExp(source, isAnyCase ? "giu" : "gu")
  return (text) =>
    Array.from(text.matchAll(pattern), ({ index, 0: whole, 1: group }) => ({ index, 0: whole, 1: group }))
}

/**
 * RE2's engine, whose time grows with the text alone, for every other pattern. It knows no look-ahead and no
 * look-behind. Returns undefined for a pattern that it can't read.
 */
function linearEngine(source: string, isAnyCase: boolean): PatternEngine | undefined {
  const pattern = re2Pattern(source, isAnyCase)
  if (!pattern) return undefined
  const hasGroup = pattern.groupCount() > 0
  return (text) => {
    const matcher = pattern.matcher(text)
    const matches: PatternMatch[] = []
    while (matcher.find()) {
      const group = hasGroup ? (matcher.group(1) ?? undefined) : undefined
      matches.push({ index: matcher.start(), 0: matcher.group() ?? "", 1: group })
    }
    return matches
  }
}

function re2Pattern(source: string, isAnyCase: boolean): RE2JS | undefined {
  try {
    // RE2 names a script without "Script=".
    const plain = source.replace(/\\([pP])\{(?:Script|sc)=(\w+)\}/g, "\\$1{$2}")
    return RE2JS.compile(RE2JS.translateRegExp(plain), isAnyCase ? RE2JS.CASE_INSENSITIVE : 0)
  } catch (error) {
    if (error instanceof Error && error.name.startsWith("RE2JS")) return undefined
    throw error
  }
}
