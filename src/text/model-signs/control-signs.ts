import { LISTS } from "replywright/lexicon/letter"
import { entriesOf } from "../../lexicon/lexicon.ts"

/** A sign of a model's own in a text, in UTF-16 offsets. The call of a tool is one sign with all that is in it. */
export interface ControlSign {
  kind: "thought" | "control"
  start: number
  end: number
}

const listed = (list: string) => entriesOf(LISTS, "mul", list).join("|")
/**
 * The signs by what they do, as sources of regular expressions that ignore case. This is the one table: the reader of
 * streams takes signs out by it, and the checks find by it what is left.
 */
export const CONTROL_SIGNS = {
  opensThought: listed("thought-opens"),
  closesThought: listed("thought-closes"),
  beginsLetter: listed("letter-begins"),
  endsLetter: listed("letter-ends")
}
/** An answer that begins with one of these words, and goes on in a capital or on the next line, begins with thoughts. */
export const THOUGHTS_AT_START: readonly string[] = entriesOf(LISTS, "mul", "thoughts-at-start")

/** The names of a role that may stand before a letter. */
export const LETTER_LABELS: readonly string[] = entriesOf(LISTS, "mul", "letter-labels")

/** The source of an expression that matches such a beginning, with the case of its letters. */
export const BARE_THOUGHTS = String.raw`^\s*(?:${THOUGHTS_AT_START.join("|")})(?:\s{0,3}\n|[:\s]{0,3}(?=[^\p{Ll}\s\p{P}]))`

/** Finds the signs of a text, in order, in linear time. */
export function findControlSigns(text: string): ControlSign[] {
  const bare = BARE.exec(text)
  const begin: ControlSign[] = bare ? [{ kind: "thought", start: 0, end: bare[0].length }] : []
  return [...begin, ...joinedCalls([...text.matchAll(ANY)].map(signOf))]
}

const ANY = new RegExp(
  `(?<thought>${CONTROL_SIGNS.opensThought}|${CONTROL_SIGNS.closesThought})|(?<tool>${listed("tools")})|` +
    `${CONTROL_SIGNS.endsLetter}|${listed("others")}`,
  "giu"
)
/** No small letter follows, as in "analysisWe need to ...", so the word isn't one of a sentence. */
const BARE = new RegExp(BARE_THOUGHTS, "u")

/** `calls` says that it begins or ends the call of a tool. */
interface ReadSign extends ControlSign {
  calls?: "begin" | "end"
}

function signOf(match: RegExpExecArray): ReadSign {
  const { thought, tool } = match.groups ?? {}
  const [sign] = match
  return {
    kind: thought === undefined ? "control" : "thought",
    start: match.index,
    end: match.index + sign.length,
    ...(tool !== undefined && { calls: /^.\/|end/i.test(sign) ? "end" : "begin" })
  }
}

/** Makes one sign of a call and all that is in it, up to the last of its ends that stand together. */
function joinedCalls(signs: readonly ReadSign[]): ControlSign[] {
  const joined: ControlSign[] = []
  let end = -1
  const ends = signs.filter(({ calls }) => calls === "end")
  let next = 0
  for (const { calls, ...sign } of signs) {
    if (sign.start < end) continue
    while ((ends[next]?.start ?? Infinity) < sign.start) next += 1
    if (calls === "begin") sign.end = ends[next]?.end ?? sign.end
    end = sign.end
    joined.push(sign)
  }
  return joined
}
