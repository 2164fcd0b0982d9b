import { LANGUAGES } from "../../text/languages.ts"
import { LISTS } from "replywright/lexicon/speech"
import { wordPattern, languagesWith, patternsOf, optionalEntriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { onceEach } from "../../text/memo/text-memory.ts"

/** What a sentence of a thread does. One sentence may do several things. */
export interface SpeechActs {
  /** It asks for something, or asks something. */
  isAsk: boolean
  isQuestion: boolean
  /** It takes back what was asked before. */
  isWithdrawal: boolean
  /** It tells what the writer has done about it, or what came of that. */
  isTried: boolean
  /** It says that something will be done or will happen. */
  isPromise: boolean
  /** It asks the reader to do or tell something before it can go on. */
  isRequest: boolean
  /** It says that something still isn't right, or that nothing came of what was promised. */
  isComplaint: boolean
  /** An agent must find something out before it can be answered. */
  isPending: boolean
}

/** Reads what a customer's sentence does. */
export function customerActs(text: string, language: string | null): SpeechActs {
  const patterns = actPatterns(language)
  const isQuestion = (QUESTION_PATTERN.test(text) || /[?？؟]/u.test(text)) && !test(patterns.rhetorical, text)
  const isRequest = test(patterns.request, text) || test(patterns.order, text)
  const isPromise =
    !isQuestion && test(patterns.own, text) && (timeLimitIn(text, language) !== undefined || test(patterns.sends, text))
  const isWithdrawal = !isQuestion && test(patterns.withdrawal, text)
  const isWish = test(patterns.wish, text)
  return {
    isAsk: (isQuestion && !isShort(text, language)) || isWish || isRequest,
    isQuestion,
    isWithdrawal,
    isTried: !isQuestion && !isWithdrawal && !isWish && saysTried(text, language),
    isPromise,
    isRequest,
    isComplaint: !isQuestion && !isWithdrawal && test(patterns.complaint, text),
    isPending: false
  }
}

/** Returns whether an agent's question, in any language of the product, is about what the team has promised. */
export const asksForPromise = (question: string): boolean =>
  LANGUAGES.some((language) => wordPattern(LISTS, language, "asks-promise")?.test(question) === true)

/** Reads what an agent's sentence does. */
export function agentActs(text: string, language: string | null): SpeechActs {
  const patterns = actPatterns(language)
  const isQuestion = QUESTION_PATTERN.test(text)
  const isPending = !isQuestion && test(patterns.pending, text)
  const isLimited = timeLimitIn(text, language) !== undefined
  return {
    isAsk: false,
    isQuestion,
    isWithdrawal: false,
    isTried: false,
    isPromise:
      !isQuestion &&
      (!isPending || isLimited) &&
      !test(patterns.notPromise, text) &&
      (test(patterns.promise, text) || (isLimited && !test(patterns.past, text))),
    isRequest: isQuestion || test(patterns.request, text) || test(patterns.need, text),
    isComplaint: false,
    isPending
  }
}

const test = (pattern: RegExp | undefined, text: string) => pattern?.test(text) === true

/** "Really?" asks nothing that an agent could answer alone. Japanese has no spaces. */
const isShort = (text: string, language: string | null) =>
  language !== "ja" && (text.match(/\p{L}+/gu) ?? []).length < 2

const actPatterns = onceEach((language: string | null) => {
  const pattern = (list: string) => (language === null ? undefined : wordPattern(LISTS, language, list))
  return {
    wish: pattern("wish"),
    request: pattern("request"),
    /** A customer's order without "please". */
    order: pattern("order"),
    withdrawal: pattern("withdrawal"),
    promise: pattern("promise"),
    /** What is promised of the reader, or told as a rule. */
    notPromise: pattern("no-promise"),
    /** It tells what happened. A time in it is no promise. */
    past: pattern("past"),
    /** The writer will do something. */
    own: pattern("own"),
    /** Verbs with which the writer promises to hand something over. */
    sends: pattern("sends"),
    /** An agent says what is missing. */
    need: pattern("need"),
    /** A customer says that something still isn't right, or that nothing came. */
    complaint: pattern("complaint"),
    /** An agent says what must be found out first. */
    pending: pattern("pending"),
    /** A question that is a reproach and wants no answer. */
    rhetorical: pattern("rhetorical")
  }
})

/**
 * Tells whether a customer's sentence says what the writer has done about it, or what came of that. It goes by the form
 * of the verb, because people try more things than a list of verbs can name: what they did ("I pinned it", "habe ich
 * gereinigt") without the verbs of the story before it ("I ordered"), what was done to the thing ("has been changed"),
 * and how it ended ("same error again").
 */
function saysTried(text: string, language: string | null): boolean {
  if (language === null) return false
  const { attempts, failures, outcomes } = formsOf(language)
  if (outcomes?.test(text)) return true
  // A short sentence tells only how something ended. Japanese has no spaces.
  const isShort = language !== "ja" && text.trim().split(/\s+/).length < 4
  return !isShort && (attempts?.test(text) === true || failures?.test(text) === true)
}

const formsOf = onceEach((language: string) => ({
  /** The writer did something, or had it done. */
  attempts: wordPattern(LISTS, language, "attempts"),
  /** A site, a form or a telephone didn't do what the writer wanted. */
  failures: wordPattern(LISTS, language, "failures"),
  /** What came of it. */
  outcomes: wordPattern(LISTS, language, "outcomes")
}))

/** Returns the words of a sentence that say by when something is promised, or undefined. Six languages. */
export function timeLimitIn(text: string, language: string | null): string | undefined {
  const pattern = LIMITS[language ?? ""]
  if (!pattern) return undefined
  const limits = Array.from(text.matchAll(pattern), ([words]) => words.trim())
  // "I asked today, and it comes within five days": a day alone mostly says when something was done.
  return limits.find((words) => /[\s\d〇一二三四五六七八九十]/u.test(words)) ?? limits[0]
}

const LIMITS: Readonly<Record<string, RegExp>> = Object.fromEntries(
  languagesWith(LISTS, "limits").map((language) => [language, limitsOf(language)])
)

/** A limit may end with a full stop, as "5 p.m." does. */
function limitsOf(language: string): RegExp {
  const any = patternsOf(LISTS, language, "limits").join("|")
  if (language === "ja") return new RegExp(any, "giu")
  return new RegExp(language === "en" ? `\\b(?:${any})(?!\\w)` : `(?<!\\p{L})(?:${any})(?!\\p{L})`, "giu")
}

/** Matches a question in any language of the product. */
export const QUESTION_PATTERN = new RegExp(
  `[?？؟]["'”’»)\\]」』]*$|(?:${[...wordsOf(LISTS, "question-ends")].join("|")})[。.]?$`,
  "u"
)

/** Returns whether a sentence of a customer's tells, in few words, what was tried before. */
export const tellsTried = (text: string, language: string): boolean => askedBefore(language)?.test(text) === true
const askedBefore = onceEach((language: string) => wordPattern(LISTS, language, "asked-before"))

/** The pattern for greetings and thanks, which summaries leave out. A longer sentence says more than that. */
export const courtesyOf = (language: string | null): RegExp | undefined =>
  language === null ? undefined : courtesyIn(language)

const courtesyIn = onceEach((language: string) => {
  const openings = optionalEntriesOf(LISTS, language, "courtesy")?.join("|")
  const [end, most] = LENGTHS[language] ?? ["(?!\\p{L})", 60]
  return openings === undefined ? undefined : new RegExp(`^(?:${openings})${end}.{0,${most}}$`, "iu")
})

/** How an opening ends, and how many characters may follow. */
const LENGTHS: Readonly<Record<string, readonly [end: string, most: number]>> = { en: ["\\b", 40], ja: ["", 30] }
