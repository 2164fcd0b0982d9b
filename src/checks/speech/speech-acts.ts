import { LISTS } from "replywright/lexicon/speech"
import { wordPattern } from "../../lexicon/lexicon.ts"
import { onceEach } from "../../text/memo/once.ts"
import { QUESTION_PATTERN } from "./patterns.ts"
import { timeLimitIn } from "./time-limit.ts"
import { saysTried } from "./tried.ts"

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
  const patterns = patternsOf(language)
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

/** Reads what an agent's sentence does. */
export function agentActs(text: string, language: string | null): SpeechActs {
  const patterns = patternsOf(language)
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

const patternsOf = onceEach((language: string | null) => {
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
