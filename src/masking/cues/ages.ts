import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { foldCue, type CueText } from "./cue-text.ts"
import type { Value } from "./values.ts"
import { BIRTHDAYS, HUMAN_PRONOUNS, isPerson, PRONOUNS, RELATIONS, THINGS } from "./cue-words.ts"

/** Returns the ages of people, in digits or words, that the word at `index` announces. */
export function agesAt(page: CueText, index: number): Value[] {
  const word = page.folded(index)
  const at = (count: Count | undefined) => (count ? [valueOf(page, count)] : [])
  if (isPerson(word)) return ofPerson(page, index)
  // "Hes" and "im" are a pronoun and its verb.
  if (CONTRACTED.has(word)) return told(page, index + 1, false)
  if (PRONOUNS.has(word)) return behindVerb(page, index + 1, false)
  if (TURNS.has(word)) return isThings(page, index) ? [] : told(page, index + 1, false)
  if (HAS.has(word))
    return isThings(page, index)
      ? []
      : told(
          page,
          index + 1,
          !(OWN.has(word) && /^\d\d$/.test(page.folded(index + 1)) && /^[,.;]/.test(page.gap(index + 1)))
        )
  if (AGED.has(word))
    return page.near(index - 1, -2, LIMITS) === undefined
      ? told(page, index + 1, false).filter(({ start, end }) => !isNobodysAge(page.text, start, end))
      : []
  if (OLD.has(word))
    return YEARS.has(page.folded(index - 1)) && !isThings(page, index) ? at(countBefore(page, index - 2)) : []
  if (BIRTHDAYS.has(word) || word === "anniv") return roundBirthday(page, index)
  if (FULL_YEARS.has(word)) return partyOf(page, index)
  return isGermanAge(word) && !isThings(page, index) ? at({ first: index, last: index }) : []
}

/**
 * Says whether an age at this word belongs to a thing. The nearer of person and thing before it decides, or the thing
 * right behind it.
 */
function isThings(page: CueText, index: number): boolean {
  return isNobodysAge(page.text, page.words[index]?.start ?? 0, page.words[index]?.end ?? 0)
}

/**
 * Says the same for a stretch of a text, and also recognises limits: "a 2-year-old laptop", "la garantie est de 2 ans",
 * "at least 18 years old", "60 or over".
 */
export function isNobodysAge(text: string, start: number, end: number): boolean {
  const before =
    (
      text
        .slice(Math.max(0, start - 60), start)
        .split(STOP)
        .pop() ?? ""
    ).match(WORD) ?? []
  const behind = (text.slice(end, end + 48).split(STOP)[0] ?? "").split(",")[0]?.match(WORD) ?? []
  if (before.slice(-2).some((word) => LIMITS.has(foldCue(word.toLowerCase()))) || OR_MORE.test(behind.join(" ")))
    return true
  for (const word of before
    .reverse()
    .slice(0, 6)
    .map((word) => foldCue(word.toLowerCase()))) {
    if (isPerson(word) || HUMAN_PRONOUNS.has(word)) return false
    if (THINGS.has(word)) return true
  }
  return behind.slice(0, 4).some((word) => THINGS.has(foldCue(word.toLowerCase())))
}

/**
 * Finds ages behind a word for a person: "Our son is seven", "les jumelles (11 et 13 ans)", "bébé de 9 mois", "my son
 * Tim, 7,".
 */
function ofPerson(page: CueText, index: number): Value[] {
  for (let i = index; i < index + 6 && !page.ends(i); i++) {
    const next = page.folded(i + 1)
    const count = countAt(page, i + 1)
    if (count) return i < index + 3 ? besidePerson(page, index, i, count) : []
    if (VERBS.has(next) && next !== "am" && !/[.,;(]/.test(page.gap(i))) return behindVerb(page, i + 1, false)
    if (PRONOUNS.has(next) || (isPerson(next) && i > index)) return []
  }
  return []
}

/** Reads the number behind word i, between which and the person at `index` only a name may stand. */
function besidePerson(page: CueText, index: number, i: number, count: Count): Value[] {
  const gap = page.gap(i)
  const unit = YEARS.has(page.folded(count.last + 1))
  const behind = page.gap(count.last)
  // In "my daughter skye (eleven)" the brackets hold only the age.
  const isBracketed = gap.endsWith("(") && behind.startsWith(")")
  if (/^(?: ?\(|, ?)$/.test(gap) && (isBracketed || isNamed(page, index, i))) {
    const ages = withOthers(page, count, false)
    return ages.length > 1 || unit || /^[,)]/.test(behind) || gap.includes("(") ? ages : []
  }
  return OF.has(page.folded(i)) && unit ? withOthers(page, count, true) : []
}

/** Says whether nothing but words with a capital stands behind the person, up to word i. */
const isNamed = (page: CueText, index: number, i: number) =>
  i === index ||
  page.text
    .slice(page.words[index]?.end, page.words[i]?.end)
    .split(" ")
    .every((name) => !name || /^\p{Lu}/u.test(name))

/** Finds the age behind "is", "wird", "a" or "tiene", after adverbs and times. */
function behindVerb(page: CueText, verb: number, needsUnit: boolean): Value[] {
  if (!VERBS.has(page.folded(verb)) || page.ends(verb - 1)) return []
  return told(page, verb + 1, needsUnit || NEED_UNIT.has(page.folded(verb)))
}

function told(page: CueText, from: number, needsUnit: boolean): Value[] {
  for (let i = from; i < from + 5; i++) {
    if (page.ends(i - 1) || /[(]/.test(page.gap(i - 1))) return []
    const count = countAt(page, i)
    if (count) return withOthers(page, count, needsUnit)
    if (!ADVERBS.has(page.folded(i))) return []
  }
  return []
}

/** Returns the age, if the words behind it allow one, and the ages listed with it: "11 und 13". */
function withOthers(page: CueText, first: Count, needsUnit: boolean): Value[] {
  const counts = [first]
  for (let last = first.last; counts.length < 6; ) {
    const joined = /^(?:, ?| ?[&+/] ?)$/.test(page.gap(last)) ? 1 : AND.has(page.folded(last + 1)) ? 2 : 0
    const next = joined ? countAt(page, last + joined) : undefined
    if (!next) break
    counts.push(next)
    last = next.last
  }
  while (counts.length > 0 && !canEnd(page, counts[counts.length - 1]?.last ?? 0, needsUnit)) counts.pop()
  return counts.map((count) => valueOf(page, count))
}

function canEnd(page: CueText, last: number, needsUnit: boolean): boolean {
  const gap = page.gap(last)
  const next = page.folded(last + 1)
  if (/^ ?-? ?$/.test(gap) && YEARS.has(next)) return isAgeUnit(page, last + 1)
  if (needsUnit) return false
  // "Trinta e poucos" and "thirty something" are vague.
  if (VAGUE.has(next) || (AND.has(next) && VAGUE.has(page.folded(last + 2)))) return false
  // In "8. August" and "3. geworden" the number says which one, not how old.
  if (
    /^\. /.test(gap) &&
    /^\d/.test(page.folded(last)) &&
    (MONTHS.test(next) || /^\p{Ll}/u.test(page.text.slice(page.words[last + 1]?.start)))
  )
    return false
  return last === page.words.length - 1 || /^\s*[,.;:!?)\n"”»]/.test(gap) || (gap === " " && FOLLOWS.has(next))
}

/** Accepts years, and months and weeks of a child, but not "two weeks late" or "2 ans de garantie". */
function isAgeUnit(page: CueText, unit: number): boolean {
  const next = page.folded(unit + 1)
  if (page.ends(unit) || OLD.has(next) || (next === "de" && AGE_WORDS.has(page.folded(unit + 2)))) return true
  return !NOT_AGE.has(next) && !(next === "de" && page.gap(unit) === " ") && !WEEKS.has(page.folded(unit))
}

/** Finds round birthdays: "My 60th birthday", "sein 60. Geburtstag", "aniversário de 60 anos". */
function roundBirthday(page: CueText, index: number): Value[] {
  if (
    (WHOSE.has(page.folded(index + 1)) && page.near(index + 2, 3, THINGS) !== undefined) ||
    page.near(index - 1, -4, THINGS) !== undefined
  )
    return []
  for (const i of [index - 1, index - 2]) {
    if (/[,;:!?\n]/.test(page.gap(i))) break
    if (ORDINAL.test(page.folded(i)))
      return [valueOf(page, { first: YEARS_TENS.has(page.folded(i - 1)) ? i - 1 : i, last: i })]
    const count = /^\d/.test(page.folded(i)) ? countAt(page, i) : undefined
    if (count) return [valueOf(page, count)]
  }
  for (let i = index + 1; i < index + 4 && OF.has(page.folded(i)); i++) {
    const count = countAt(page, i + 1)
    if (count) return withOthers(page, count, true)
  }
  return []
}

/** Finds birthday parties: "Les 80 ans de ma mère", "sus quince años". */
function partyOf(page: CueText, index: number): Value[] {
  const count = countBefore(page, index - 1)
  if (!count || !THE.has(page.folded(count.first - 1))) return []
  const whose = page.folded(index + 1)
  const known =
    POSSESSIVE.has(page.folded(count.first - 1)) ||
    ((whose === "de" || whose === "du" || whose === "da" || whose === "do") &&
      [2, 3, 4].some((k) => RELATIONS.has(page.folded(index + k))))
  return known ? [valueOf(page, count)] : []
}

const valueOf = (page: CueText, { first, last }: Count): Value => ({
  start: page.words[first]?.start ?? 0,
  end: page.words[last]?.end ?? 0
})

const STOP = /[.!?;\n\u0001]/
const VAGUE = wordsOf(LISTS, "vague-age")
const WORD = /[\p{L}\p{M}]+/gu
const VERBS = wordsOf(LISTS, "age-verbs")
/** The number behind these verbs may count anything, so it needs a unit. */
const NEED_UNIT = wordsOf(LISTS, "age-verbs-with-unit")
const TURNS = wordsOf(LISTS, "turns")
const CONTRACTED = wordsOf(LISTS, "contracted-pronouns")
/** Somebody who says "tengo 16" names the own age. */
const OWN = wordsOf(LISTS, "own-age")
const HAS = wordsOf(LISTS, "has-age")
const AGED = wordsOf(LISTS, "aged")
const LIMITS = wordsOf(LISTS, "age-limits")
const OR_MORE =
  /^(?:\p{L}{2,8} )?(?:\p{L}{3} )?(?:or|and|oder|und|ou|et|o|y|e) (?:over|above|older|younger|under|up|more|älter|jünger|mehr|plus|moins|más|menos|mais|mayores|menores)(?!\p{L})/u
const OLD = wordsOf(LISTS, "old")
const YEARS = wordsOf(LISTS, "years")
const WEEKS = wordsOf(LISTS, "weeks")
const AGE_WORDS = wordsOf(LISTS, "age-words")
const MONTHS = /^(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|oct|nov|dez|dec)\p{L}{0,6}$/u
const FULL_YEARS = wordsOf(LISTS, "full-years")
const ORDINAL =
  /^(?:\d{1,3}(?:st|nd|rd|th|o|e|er|eme|ieme)|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:eleven|twelf|ten|nin|eigh|seven|six|fif|four)th|(?:zwanzig|dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig)ste[rnsm]?|\p{L}{0,14}zehnte[rnsm]?|(?:vingt|trent|quarant|cinquant|soixant)ieme|(?:quincuag|sexag|septuag|octog|nonag|quinquag)esimo)$/u
const WHOSE = wordsOf(LISTS, "whose-age")
const YEARS_TENS = wordsOf(LISTS, "tens")
const OF = wordsOf(LISTS, "age-of")
const AND = wordsOf(LISTS, "age-and")
const THE = wordsOf(LISTS, "age-articles")
const POSSESSIVE = wordsOf(LISTS, "age-possessives")
/** "Faz sete anos que" and "hace" measure time and announce no age. */
const NOT_AGE = wordsOf(LISTS, "no-age-behind")
const FOLLOWS = wordsOf(LISTS, "behind-age")
const ADVERBS = wordsOf(LISTS, "before-age")

/** A number from 2 (in digits from 0) to 119, in digits or words, with its first and last word. */
interface Count {
  first: number
  last: number
}

function countAt(page: CueText, index: number): Count | undefined {
  const word = page.folded(index)
  if (/^\d{1,3}$/.test(word))
    return Number(word) <= OLDEST && isWhole(page, index) ? { first: index, last: index } : undefined
  if (!NUMBERS.has(word) && !GERMAN.test(word)) return undefined
  let last = index
  for (let left = 4; left > 0; left--) {
    const joined = COUNT_AND.has(page.folded(last + 1)) && page.gap(last) === " " && TENS.has(page.folded(last)) ? 2 : 1
    if (
      !/^[ -]$/.test(page.gap(last)) ||
      !/^[ -]$/.test(page.gap(last + joined - 1)) ||
      !(NUMBERS.has(page.folded(last + joined)) || (TENS.has(page.folded(last)) && ONE.has(page.folded(last + joined))))
    )
      break
    last += joined
  }
  return { first: index, last }
}

/** Finds the same kind of number by its last word. */
function countBefore(page: CueText, last: number): Count | undefined {
  let found: Count | undefined
  for (let first = last; first > last - 5 && first >= 0; first--) {
    const count = countAt(page, first)
    if (count?.last === last) found = count
    if (page.ends(first - 1)) break
  }
  return found
}

/** Says whether a word is a German age in one word, such as "einundachtzigjährige". */
const isGermanAge = (folded: string): boolean => folded.includes("jahrig") && GERMAN_AGED.test(folded)

function isWhole(page: CueText, index: number): boolean {
  const word = page.words[index]
  return (
    word !== undefined &&
    !/[\d.,:/+$€£#-]$/.test(page.text.slice(Math.max(0, word.start - 1), word.start)) &&
    !/^(?:[.,:/-]\d|%|€|\$| ?[%€$£])/.test(page.text.slice(word.end, word.end + 2))
  )
}

const OLDEST = 119
const COUNT_AND = wordsOf(LISTS, "count-and")
const ONE = wordsOf(LISTS, "one")
const TENS = wordsOf(LISTS, "count-tens")
const NUMBERS = new Set([...wordsOf(LISTS, "count-numbers"), ...TENS])
const SMALL = "zwei|drei|vier|funf|fuenf|sechs|sieben|acht|neun"
const GERMAN_NUMBER = `(?:(?:(?:ein|${SMALL})und)?(?:zwanzig|dreissig|vierzig|funfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig)|${SMALL}|zehn|elf|zwolf|zwoelf|(?:drei|vier|funf|fuenf|sech|sieb|acht|neun)zehn)`
const GERMAN = new RegExp(`^${GERMAN_NUMBER}$`)
const GERMAN_AGED = new RegExp(`^${GERMAN_NUMBER}jahrige?[rnsm]?$`)
