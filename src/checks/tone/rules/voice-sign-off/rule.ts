import { LISTS } from "../../../../lexicon/groups/mail.ts"
import { languagesWith, entriesOf } from "../../../../lexicon/lexicon.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { filled, signOffWords, startsWithSignOff } from "../../voice/patterns.ts"

/** The reply doesn't end with a sign-off of the voice. The fix puts the first of them in the place of another, or below. */
export const voiceSignOff: ToneRule = { order: 42, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { text, voice, agent = "" } = reply
  const [first] = voice?.signOffs ?? []
  if (!voice || first === undefined || text.trim() === "") return []
  const last = lastLines(text)
  if (last.some((line) => voice.signOffs.some((pattern) => startsWithSignOff(line.text, pattern)))) return []
  const data = { signOff: signOffWords(first) }
  const other = last.slice(-LINES_OF_ANOTHER).find((line) => isFarewell(line.text))
  if (other) {
    const { start, words } = farewellIn(other)
    const punctuated = /[,!]$/.test(first.split("\n")[0] ?? "") ? (first.split("\n")[0] ?? "") : data.signOff
    return [
      finding(reply, "voice-sign-off", start, start + words.length, {
        data,
        fix: { from: start, to: start + words.length, text: punctuated }
      })
    ]
  }
  const end = text.trimEnd().length
  const start = text.slice(0, end).search(/\S+$/u)
  return [
    finding(reply, "voice-sign-off", start, end, {
      data,
      fix: { from: start, to: end, text: `${text.slice(start, end)}\n\n${filled(first, "agent", agent)}` }
    })
  ]
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
