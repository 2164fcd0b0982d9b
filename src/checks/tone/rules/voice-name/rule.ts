import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { HONORIFIC } from "../../../../text/words/honorific.ts"
import { customerName, nameFor } from "../../voice/customer-name.ts"
import { filled, findGreeting } from "../../voice/patterns.ts"

/** The greeting has another form of the customer's name than the voice: the surname, the first name alone, or none. */
export const voiceName: ToneRule = { order: 43, isVoice: true, find }

function find(reply: Reply): ToneFinding[] {
  const { text, voice, requester, written, firstReply } = reply
  const { full, first } = customerName(requester)
  const parts = full.split(/\s+/u).filter((part) => /\p{L}/u.test(part) && !HONORIFIC.test(part))
  // In Japanese the name stands before 様, and which part is meant can't be told.
  if (!voice?.naming || voice.greets === "none" || parts.length === 0 || written === "ja") return []
  if (voice.greets === "first" && !firstReply) return []
  const greeting = findGreeting(text, voice.greetings)
  if (!greeting) return []
  const greeted = greeting.name?.text.split(/\s+/u) ?? []
  // Where no first name is known, the full name is right, and so is any part of it.
  if (voice.naming === "first" && first === undefined && greeted.length > 0) return []
  if (isRight(greeted, parts, voice.naming)) return []
  const right = nameFor(requester, voice.naming)
  const data = { naming: voice.naming }
  if (greeting.name && right !== "") {
    const { start, end } = greeting.name
    return [finding(reply, "voice-name", start, end, { data, fix: { from: start, to: end, text: right } })]
  }
  const { start, end, pattern } = greeting
  // The greeting found ends before its punctuation, which stays.
  const whole = filled(pattern, "name", right).replace(/(?<![\s,.:!;、])[\s,.:!;、]+$/u, "")
  return [finding(reply, "voice-name", start, end, { data, fix: { from: start, to: end, text: whole } })]
}

function isRight(greeted: string[], parts: string[], naming: "first" | "full" | "none"): boolean {
  if (naming === "none") return greeted.length === 0
  if (greeted.length === 0) return false
  const has = (part: string | undefined) =>
    greeted.some((one) => one.toLowerCase().replace(/\.$/, "") === part?.toLowerCase())
  const isTitled = greeted.some((one) => HONORIFIC.test(one))
  const surname = parts.length > 1 ? parts.at(-1) : undefined
  if (naming === "first") return !isTitled && (surname === undefined || !has(surname))
  if (surname === undefined) return true
  return has(surname) && (isTitled || has(parts[0]))
}
