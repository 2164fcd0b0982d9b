import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { findPhrase, phrasesOf } from "../../phrases/phrases.ts"
import { nameFor } from "../../voice/customer-name.ts"
import { filled, findGreeting } from "../../voice/patterns.ts"

/** The reply doesn't begin with a greeting of the voice. The fix writes the first of them. */
export const voiceGreeting: ToneRule = { order: 41, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { text, voice, firstReply, requester } = reply
  const [first] = voice?.greetings ?? []
  if (!voice || first === undefined || voice.greets === "none" || text.trim() === "") return []
  if (voice.greets === "first" && !firstReply) return []
  if (findGreeting(text, voice.greetings)) return []
  const start = text.search(/\S/)
  const right = filled(first, "name", nameFor(requester, voice.naming))
  // A greeting that is only a name can't be written if there is none.
  if (!/\p{L}/u.test(right)) return []
  const other = otherGreeting(reply, start)
  if (other > 0)
    return [
      finding(reply, "voice-greeting", start, start + other, {
        data: { greeting: right },
        fix: { from: start, to: start + other, text: right }
      })
    ]
  // The fix replaces the first word too, because an empty range can't be replaced.
  const [line = ""] = /^[^.!?。\n]{1,60}/u.exec(text.slice(start)) ?? []
  const [word = ""] = /^\S+/u.exec(line) ?? []
  return [
    finding(reply, "voice-greeting", start, start + line.length, {
      data: { greeting: right },
      fix: { from: start, to: start + word.length, text: `${right}\n\n${word}` }
    })
  ]
}

/** Returns how long another greeting is with which the reply begins, or 0. */
function otherGreeting({ text, written }: Reply, start: number): number {
  const rest = text.slice(start)
  const salutation = /^[^\n.?。]{1,60}[,:!，：！][ \t]*(?=\n|$)/u.exec(rest)?.[0]
  if (salutation !== undefined) return salutation.trimEnd().length
  const { greeting } = phrasesOf(written)
  const begins = findPhrase(greeting, rest.slice(0, 60)).some(({ index }) => index <= 1)
  return begins ? (/^[^\n,.!?]{1,60}[,!]?/u.exec(rest)?.[0].trimEnd().length ?? 0) : 0
}
