import { LISTS } from "replywright/lexicon/cues"
import { dateInWords, dateOfNumberWords, feastAt, MONTH_NAMES } from "./word-dates.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { type CueText, scan } from "./cue-text.ts"
import type { Value } from "./values.ts"
import { BIRTHDAYS, HUMAN_PRONOUNS, RELATIONS } from "./cue-words.ts"

/**
 * Finds a date of birth behind a word for one, or right behind a child or patient: "für meinen Sohn Jannis, 3.2.2019,
 * die U9".
 */
export function birthsAt(page: CueText, index: number): Value[] {
  const first = birthAt(page, index)
  return first ? [first, ...othersBehind(page, index, first)] : []
}

/** Finds the dates of others in the same sentence: "I was born on ..., and my wife Perpetua on June the first, 1966". */
function othersBehind(page: CueText, index: number, first: Value): Value[] {
  if (RELATIONS.has(page.folded(index))) return []
  const others: Value[] = []
  let person = false
  for (let i = index + 1; i < index + FURTHEST_OTHER && (!page.ends(i - 1) || /^; /.test(page.gap(i - 1))); i++) {
    const start = page.words[i]?.start ?? page.text.length
    if (start < (others.at(-1) ?? first).end) continue
    if (DELIVERED.has(page.folded(i))) break
    const date: Value | undefined = person ? dateAt(page, i) : undefined
    if (date) others.push(date)
    person = !date && (person || RELATIONS.has(page.folded(i)) || HUMAN_PRONOUNS.has(page.folded(i)))
  }
  return others
}

const FURTHEST_OTHER = 30

function birthAt(page: CueText, index: number): Value | undefined {
  const word = page.folded(index)
  if (RELATIONS.has(word)) return ofPerson(page, index)
  const before = BEHIND.has(word) ? dateBefore(page, index) : undefined
  if (before) return before
  if (BIRTHDAYS.has(word))
    return scan(page, index, 9, (way) =>
      (way.told && way.passed < 5) || feastAt(page, way.index) ? dateAt(page, way.index) : undefined
    )
  if (OF.has(word) && I_AM_OF.has(`${page.folded(index - 1)}_${word}`)) return fullDateAt(page, index + 1, OWN_DATE)
  const born =
    BORN.has(word) ||
    (ACCENTED.has(word) && /[éÉ]/.test(page.text.slice(page.words[index]?.start, page.words[index]?.end)))
  return born ? scan(page, index, 12, (way) => (LIMITS.has(way.before) ? null : dateAt(page, way.index))) : undefined
}

/**
 * At most a name and a comma or bracket may stand between. A date near a word such as "delivered" says nothing about a
 * birth.
 */
function ofPerson(page: CueText, index: number): Value | undefined {
  for (let i = index; i < index + 3; i++) {
    const gap = page.gap(i)
    if (/^(?:, ?| ?\(\*? ?)$/.test(gap)) {
      return page.near(index - 1, -6, DELIVERED) === undefined ? fullDateAt(page, i + 1, FULL_DATE) : undefined
    }
    if (gap !== " ") return undefined
  }
  return undefined
}

function fullDateAt(page: CueText, index: number, form: RegExp): Value | undefined {
  const start = page.words[index]?.start ?? page.text.length
  form.lastIndex = start
  return form.test(page.text) ? { start, end: form.lastIndex } : undefined
}

/** Finds the date in "Ist am 1.2.2016 geboren". */
function dateBefore(page: CueText, index: number): Value | undefined {
  const end = page.words[index]?.start ?? 0
  let longest: Value | undefined
  for (let i = index - 1; i >= index - MOST_BEFORE && !/[,;!?\n]/.test(page.gap(i)); i--) {
    const date = dateAt(page, i)
    if (date && date.end >= end - 2 && date.end < end && !/^\d/.test(page.folded(i - 1))) longest = date
    else if (longest) break
  }
  return longest
}

function dateAt(page: CueText, index: number): Value | undefined {
  const inWords = dateInWords(page, index) ?? feastAt(page, index) ?? dateOfNumberWords(page, index)
  if (inWords) return inWords
  const start = page.words[index]?.start ?? 0
  DATE.lastIndex = start
  const date = DATE.exec(page.text)?.[0].replace(/(?<![ ,])[ ,]+$/, "")
  return date === undefined ? undefined : { start, end: start + date.length }
}

/** "Am einundzwanzigsten Mai neunzehnhundert achtzig geboren". */
const MOST_BEFORE = 6
const BORN = wordsOf(LISTS, "born")
/** "Ik ben van 7-2-1990", "soy del 7/2/1990". */
const I_AM_OF = wordsOf(LISTS, "born-phrases")
const OF = new Set([...I_AM_OF].map((phrase) => phrase.split("_").at(-1) ?? phrase))
/** "Né" announces a birth, but "ne" doesn't. */
const ACCENTED = wordsOf(LISTS, "born-with-accent")
/** "Born before" says whom a rule applies to. */
const LIMITS = wordsOf(LISTS, "birth-limits")
const BEHIND = wordsOf(LISTS, "born-behind")
const DELIVERED = wordsOf(LISTS, "delivered")
const WHOLE_MONTHS = MONTH_NAMES.filter((name) => /^\p{L}{4,}$/u.test(name)).join("|")
const MONTH =
  `(?:(?:${WHOLE_MONTHS})(?!\\p{L})|(?:jan|feb|f[eé]v|m[aä]r|mzo|apr|avr|abr|ma[iy]|jun|juin|jul|juil|ago|ao[uû]|` +
  "aug|sep|set|o[ck]t|out|nov|d[eé][cz]|dic|ene)\\p{L}{0,8}\\.?)"
const YEAR = "(?:(?:19|20)\\d\\d|['’]?\\d\\d(?![\\d:%€]))"
const ROMAN = "(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)"
const NUMERIC = `\\d{1,2}(?: ?[./-] ?)\\d{1,2}(?: ?[./-] ?)(?:19|20)?\\d\\d|\\d{1,2}[. ]{1,2}${ROMAN}[. ]{1,2}(?:19|20)\\d\\d|(?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}`
const FULL_DATE = new RegExp(`(?:${NUMERIC})(?= ?[,;)]|\\s*$)`, "uy")
const OWN_DATE = new RegExp(`(?:${NUMERIC})(?![\\d/]|[.-]\\d)`, "uy")
const DATE = new RegExp(
  `(?:${NUMERIC}|\\d{1,2} \\d{1,2} (?:19|20)\\d\\d|\\d{1,2}[./-]${MONTH}[./-](?:19|20)?\\d\\d|\\d{1,2}[./-](?=[ivx])${ROMAN}[./-](?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th|\\.|º|er|ro)?(?: de| of| o['’])? ?${MONTH}(?:(?: de| of|,| del)? ${YEAR})?|${MONTH} (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?:,? ${YEAR})?|\\d{1,2}[./]\\d{1,2}\\.?(?=[ ,;)]|$))(?![\\d/]|[.-]\\d)`,
  "iuy"
)
