import { LISTS } from "replywright/lexicon/mail"
import { languagesWith, entriesOf } from "../../../../lexicon/lexicon.ts"
import { isBareName } from "../../../../text/mail/bare-name.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { filled, signOffLine, signOffWords, startsWithSignOff } from "../../voice/patterns.ts"

/** The reply doesn't end with a sign-off of the voice. The fix puts the first of them in the place of another, or below. */
export const voiceSignOff: ToneRule = { order: 42, isVoice: true, find }

function find({ text: own, signed = own, ...reply }: Reply): ToneFinding[] {
  const { voice, agent = "" } = reply
  const [first] = voice?.signOffs ?? []
  const signOff = signOffWords(first ?? "")
  if (!voice || first === undefined || signOff === "" || own.trim() === "") return []
  const last = lastLines(signed)
  if (last.some((line) => voice.signOffs.some((pattern) => startsWithSignOff(line.text, pattern)))) return []
  const found = (from: number, to: number, text: string) => [
    finding({ ...reply, text: signed }, "voice-sign-off", from, to, { data: { signOff }, fix: { from, to, text } })
  ]
  const other = last.slice(-LINES_OF_ANOTHER).find((line) => isFarewell(line.text))
  if (other) {
    const { start, words } = farewellIn(other)
    return found(start, start + words.length, signOffLine(first))
  }
  const [line, below] = last.filter(({ start }) => start >= own.length)
  if (line) {
    const to = line.start + line.text.trimEnd().length
    // A farewell in the agent's own words comes before the name. A name alone is kept below the voice's sign-off.
    const name = isBareName(line.text.trim()) ? line.text.trim() : agent
    return found(line.start, to, below ? signOffLine(first) : filled(first, "agent", name))
  }
  const end = signed.trimEnd().length
  const start = signed.slice(0, end).search(/\S+$/u)
  return found(start, end, `${signed.slice(start, end)}\n\n${filled(first, "agent", agent)}`)
}

interface Line {
  start: number
  text: string
}

/** The sign-off is looked for among this many lines from the end, because names, a post and a disclosure follow it. */
const LINES = 7
/** Another farewell than the voice's is replaced only if it is among the last ones. */
const LINES_OF_ANOTHER = 4

function lastLines(text: string): Line[] {
  return [...text.matchAll(/[^\n]+/g)]
    .map(({ index, 0: line }) => ({ start: index, text: line }))
    .filter((line) => line.text.trim() !== "")
    .slice(1)
    .slice(-LINES)
}

const FAREWELL = new RegExp(
  `^\\s*[¡]?(?<words>(?:${languagesWith(LISTS, "farewells")
    .flatMap((language) => entriesOf(LISTS, language, "farewells"))
    .join("|")})(?![\\p{L}\\p{N}])\\s*[,!.]?)(?=\\s*$|\\s+\\p{Lu}\\S*(?:\\s\\p{Lu}\\S*)?\\s*$)`,
  "iu"
)

const isFarewell = (line: string) => line.length <= 80 && FAREWELL.test(line)

function farewellIn({ start, text }: Line): { start: number; words: string } {
  const words = FAREWELL.exec(text)?.groups?.["words"] ?? ""
  return { start: start + text.indexOf(words), words }
}
