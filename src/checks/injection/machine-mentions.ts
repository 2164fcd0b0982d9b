import { LISTS as CHECKS } from "replywright/lexicon/checks"
import { LISTS as ORDERS } from "replywright/lexicon/orders"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES, type Language } from "../../text/languages.ts"
import { evidenceIn, isAct } from "./order-evidence.ts"
import { anyOf, sentenceStart, sourceOf, withoutQuestions } from "./order-patterns.ts"
import { once } from "../../text/memo/text-memory.ts"

/**
 * Returns the first mention of a machine that answers which an order follows. A word for such a machine, or a thing
 * that is said to answer, counts 2, whoever or whatever answers counts 3, being addressed or said to read the message
 * counts 1, and what follows counts as `evidenceIn` says. Somebody's machine is spoken of, not to, and a question
 * orders nothing unless it first asks whether a machine reads it. It takes linear time.
 */
export function orderAfterMention(text: string): { start: number; end: number } | undefined {
  const asked = withoutQuestions(text)
  const order = mentionsIn(text).find(({ start, end, points, isSupposed }) => {
    if (!isSupposed && !/\S/.test(asked.slice(start, end))) return false
    return (
      points + evidenceIn(withoutReport((isSupposed ? text : asked).slice(end, end + MAX_READ)), isSupposed) >= ENOUGH
    )
  })
  return order && { start: sentenceStart(text, order.start), end: order.end + reachOf(text.slice(order.end)) }
}

const ENOUGH = 5
const MAX_READ = 400

/** Returns what follows a machine without the word that only tells what it does: "the bot confirms". */
function withoutReport(text: string): string {
  const [next = ""] = /^ \p{L}+/u.exec(text) ?? []
  return next !== "" && isAct(next.trim()) ? `_${text.slice(next.length)}` : `_${text}`
}

const reachOf = (text: string): number => /^[^.!?。！？\n]{0,400}/.exec(text)?.[0].length ?? 0

interface Mention {
  start: number
  end: number
  points: number
  /** It follows "if", as in "if a machine reads this". */
  isSupposed: boolean
}

/** Returns the mentions of machines in a text. Of a text made of them only the first and the last ones count. */
function mentionsIn(text: string): Mention[] {
  const { machines, acronyms, things, whoever } = patterns()
  const all = [
    ...placesOf(text, machines, 2),
    ...placesOf(text, acronyms, 2),
    ...placesOf(text, whoever, 3),
    ...placesOf(text, things, 0)
  ].sort((a, b) => a.start - b.start)
  const few = all.length <= 2 * MAX_AT_AN_END ? all : [...all.slice(0, MAX_AT_AN_END), ...all.slice(-MAX_AT_AN_END)]
  return few.flatMap((place) => mentionAt(text, place))
}
const MAX_AT_AN_END = 20

interface Place {
  start: number
  end: number
  worth: number
}

const placesOf = (text: string, pattern: RegExp, worth: number): Place[] =>
  [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ start: index, end: index + word.length, worth }))

function mentionAt(text: string, { start, end, worth }: Place): Mention[] {
  const before = text.slice(Math.max(0, start - BESIDE), start)
  const after = text.slice(end, end + 2 * BESIDE)
  if (isSpokenOf(before, after)) return []
  const cues = cuesAt(before, after, worth)
  if (cues.isNoted) return [{ start, end, points: ENOUGH, isSupposed: false }]
  const points = pointsOf(cues, worth)
  return points === 0 ? [] : [{ start, end, points, isSupposed: cues.isSupposed || cues.isGreeted }]
}

/** Says whether a machine is somebody's or there is none, so that it is spoken of and not to. */
function isSpokenOf(before: string, after: string): boolean {
  const { owner, unmeant, theirs } = patterns()
  return owner.test(before) || unmeant.test(before) || theirs.test(after)
}

/** What is next to a machine and shows that it is meant to follow an order. */
interface Cues {
  /** It is said to answer or to read the message. */
  answers: boolean
  /** A note is said to be for it, before a colon. */
  isNoted: boolean
  /** It may be what reads the message: "if a machine reads this". */
  isSupposed: boolean
  /** It is greeted: "dear machine,". */
  isGreeted: boolean
  /** Somebody is asked to make it do something, or a part is said to be for it alone. */
  isBid: boolean
  /** It is a label in brackets, in a comment, in a table or at the beginning of a part. */
  isLabel: boolean
  /** A colon, a dash or a new line leads from it to what follows, and a clause begins with it or speaks to it. */
  leadsOn: boolean
  /** It is addressed in one of these ways, or must do something. */
  isAddressed: boolean
}

function cuesAt(before: string, after: string, worth: number): Cues {
  const cues = patterns()
  const relation = cues.answering.exec(after)?.[0]
  const rest = after.slice(relation?.length ?? 0)
  const answers = relation !== undefined || cues.answered.test(before)
  const isMachine = worth > 0 || answers
  const starts = STARTS.test(before)
  const follows = isFollowed(before, after, rest)
  const isGreeted = cues.greeted.test(before) && cues.called.test(after)
  const isBid = cues.bidding.test(before)
  const isSupposed = cues.supposed.test(before) && (isMachine || cues.reads.test(after))
  const isCalled = isGreeted || (starts && cues.called.test(after))
  return {
    answers,
    isNoted: follows && cues.noted.test(before),
    isSupposed,
    isGreeted,
    isBid,
    isLabel: follows && isLabelAt(before),
    leadsOn: follows && (starts || cues.addressed.test(before)),
    isAddressed: isCalled || follows || isBid || isSupposed || (isMachine && cues.obliged.test(rest))
  }
}

const isLabelAt = (before: string): boolean => INSIDE.test(before) || patterns().announced.test(before)

/** Says whether a colon, a dash, a cell or, in a heading, a new line leads from a machine to what follows. */
const isFollowed = (before: string, after: string, rest: string): boolean =>
  LEADS_ON.test(rest) || LEADS_ON.test(after) || (HEADING.test(before) && /^[^\n.!?]{0,30}\n/.test(after))

/** Returns 0 for a thing that nothing shows to be meant. */
function pointsOf(
  { answers, isSupposed, isGreeted, isBid, isLabel, leadsOn, isAddressed }: Cues,
  worth: number
): number {
  if (worth > 0) return worth + Number(isAddressed || answers) + Number(isLabel)
  if (answers || isSupposed || isBid || isLabel || isGreeted) return 2 + Number(isAddressed)
  return Number(leadsOn)
}

/** In UTF-16 units. */
const BESIDE = 60
/** Matches the beginning of what follows a machine, if a colon, a dash or the next cell leads on to an order. */
const LEADS_ON = /^(?!["'])[^.!?:：\n\]]{0,60}[:：—–]|^[)\]]? ?\||^ ?;[^;\n]{0,40};/
/** Matches what stands before the first words of a clause, of a comment or of a cell of a table. */
const STARTS = /(?:^|[\n.!?:>|*([;#]|\/\/|(?:^|[ \n])--?)\s*(?:\p{L}{1,30} )?$/u
/** Matches the beginning of a comment, of a part in brackets or of a cell. */
const INSIDE = /(?:[|*([{<#]|\/\/)\s*$/
/** Matches the beginning of a heading. */
const HEADING = /(?:^|\n)[ \t>]*(?:#+|\*\*|==+|--+)[^\n]{0,40}$/

const PART_STARTS = "(?:^|[\\n.!?([{>*#|/–—-]\\s*)"
const GAP = "[ ,:.–-]{0,3}"

const patterns = once(() => ({
  machines: anyOf("machines", "giu"),
  acronyms: anyOf("acronyms", "gu"),
  things: anyOf("things", "giu"),
  whoever: anyOf("whoever", "giu"),
  answering: new RegExp(`^(?:${startsOf("answering")})`, "iu"),
  answered: new RegExp(`(?:${sourceOf("answered")})$`, "iu"),
  supposed: new RegExp(`(?:${sourceOf("supposing")})$`, "iu"),
  addressed: new RegExp(`(?:${sourceOf("addressing")})$`, "iu"),
  greeted: new RegExp(`(?:${sourceOf("greeted")})$`, "iu"),
  bidding: new RegExp(`(?:${sourceOf("bidding")})$`, "iu"),
  called: new RegExp(`^(?:${startsOf("called")})`, "iu"),
  announced: new RegExp(`${PART_STARTS}(?:(?:${sourceOf("notes")})${GAP})?(?:${sourceOf("addressing")})$`, "iu"),
  noted: new RegExp(`${PART_STARTS}(?:${sourceOf("notes")})${GAP}(?:${sourceOf("addressing")})$`, "iu"),
  reads: new RegExp(`^(?:${startsOf("reads")})`, "iu"),
  theirs: new RegExp(`^(?:${startsOf("theirs")})`, "iu"),
  obliged: new RegExp(`^(?:${startsOf("obliged")})`, "iu"),
  unmeant: new RegExp(`(?:${sourceOf("unmeant")})$`, "iu"),
  owner: new RegExp(LANGUAGES.map(ownedIn).join("|"), "iu")
}))

function ownedIn(language: Language): string {
  const owners = `(?:${entriesOf(CHECKS, language, "machine-owners").join("|")})`
  return language === "ja" ? `${owners}$` : `(?<!\\p{L})${owners} (?:\\p{L}{1,20} )?$`
}

/** Returns the alternatives of a list in any language, which need no word's beginning. */
const startsOf = (list: string) => LANGUAGES.map((each) => entriesOf(ORDERS, each, list).join("|")).join("|")
