import type { Sentence } from "../../../text/sentences.ts"
import { compact } from "../basis/plain.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { REMOTE_TOOLS, REMOTE_TOOLS_DENSE, wordIn } from "../words/words.ts"
import { requestWords } from "../words/requests.ts"
import { IS_REQUEST, requestScorer, SURE, type Thing } from "./request/score.ts"
import type { Ask } from "./request/signs.ts"
import { isDenied, isOfOthers, spansOf, type Span } from "./request/asking.ts"

/**
 * Finds sentences that ask the customer to let somebody control their computer. They are fine when a source or an agent
 * tells customers to do so with the same program. What the customer wrote permits nothing.
 */
export function findRemoteControl(said: Sentence[], given: Given): Found[] {
  const scoreOf = requestScorer()
  let named = false
  return said.flatMap((sentence): Found[] => {
    const { start, end, text } = sentence
    const asked = scoreOf(sentence, waysIn(text), actsIn) >= IS_REQUEST || asksForControl(text, named)
    named = namesTool(text)
    return asked && !given.tells("remote-control", ways(text)) ? [{ kind: "remote-control", start, end }] : []
  })
}

/** Returns the ways in which these sentences of the team let somebody in. */
export function remoteWays(said: Sentence[]): string[] {
  return said.filter(({ text }) => asksForControl(text, false)).flatMap(({ text }) => ways(text))
}

/** Returns what lets somebody in: a program, named or not, or us at the customer's screen. */
function waysIn(text: string): Thing[] {
  if (AWAY.test(text)) return []
  return [TOOL, REMOTE, HELPER, OVER].flatMap((pattern) => spansOf(pattern, text)).map(sure)
}

const actsIn = (text: string): Ask[] => spansOf(ACT, text).map(sure)
const sure = (span: Span) => ({ ...span, weight: SURE })

/** Returns programs by name. A program that isn't named stands for any. */
function ways(sentence: string): string[] {
  const tools = [...sentence.matchAll(TOOL)].map(([name]) => compact(name).replace(/quicksupport|host|qs/, ""))
  return tools.length > 0 ? tools : ["any"]
}

const namesTool = (sentence: string) => spansOf(TOOL, sentence).length > 0

function asksForControl(sentence: string, named: boolean): boolean {
  const things = [...spansOf(TOOL, sentence), ...spansOf(REMOTE, sentence)]
  const over = spansOf(OVER, sentence)
  const isProgram = named || spansOf(HELPER, sentence).length > 0
  if ((things.length === 0 && over.length === 0 && !isProgram) || isOfOthers(sentence)) return false
  if (over.some((place) => !isDenied(sentence, place))) return true
  if (things.length === 0)
    return isProgram && ADDRESS.test(sentence) && spansOf(TELL, sentence).some((place) => !isDenied(sentence, place))
  if (AWAY.test(sentence)) return false
  return [...spansOf(ACT, sentence), ...spansOf(TELL, sentence)].some(
    (asked) => !isDenied(sentence, asked) && things.some((thing) => isNear(asked, thing))
  )
}

const isNear = (one: Span, other: Span) => Math.max(one.start, other.start) - Math.min(one.end, other.end) < NEAR

const NEAR = 100
const BEGIN = "(?<!\\p{L})"
const END = "(?!\\p{L})"
const TOOL = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}])(?:${REMOTE_TOOLS.join("|")})(?![\\p{Script=Latin}\\p{N}])|` +
    `${REMOTE_TOOLS_DENSE.join("|")}`,
  "giu"
)
const REMOTE = requestWords(({ remote }) => remote)
const ACT = requestWords(({ act }) => act)
const TELL = requestWords(({ tell }) => tell)
const OVER = requestWords(({ over }) => over)
/** Matches a program that isn't named. */
const HELPER = new RegExp(wordIn("helper-program", BEGIN, END), "giu")
/** Matches what a program shows so that somebody can connect. */
const ADDRESS = new RegExp(wordIn("shown-address", BEGIN, END), "iu")
/** Matches words for removing it. */
const AWAY = new RegExp(wordIn("removes", BEGIN, ""), "iu")
