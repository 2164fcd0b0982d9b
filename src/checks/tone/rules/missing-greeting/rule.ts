import { LANGUAGES } from "../../../../text/languages.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { findPhrase, listPattern, phrasesOf } from "../../phrases/phrases.ts"

/**
 * The first reply by mail starts right away, without a salutation, a name or thanks. The fix adds a greeting that names
 * nobody.
 */
export const missingGreeting: ToneRule = { order: 40, find }

function find(reply: Reply): ToneFinding[] {
  const { text, channel, firstReply, requester, voice } = reply
  if (channel !== "mail" || !firstReply || text.trim() === "") return []
  // A voice with greetings has a rule of its own.
  if (voice && voice.greets !== "none") return []
  const { opening } = phrasesOf(reply.written)
  const start = text.search(/\S/)
  // A short line that ends as a salutation does counts as one in any language.
  if (/^[^\n.?。]{1,45}[,:!，：！][ \t]*\n/u.test(text.slice(start))) return []
  const head = text.slice(start, start + HEAD)
  const begins = (source: string) => findPhrase(source, head).some((match) => match.index <= 2)
  const named = requester
    .split(/\s+/)
    .some((part) => part.length > 1 && head.slice(0, 40).toLowerCase().startsWith(part.toLowerCase()))
  if (named || begins(GREETINGS) || begins(opening) || (reply.written === "ja" && findPhrase(opening, head).length > 0))
    return []
  const first = /^[^.!?。\n]{1,60}/u.exec(text.slice(start))?.[0] ?? ""
  // The fix replaces the first word too, because an empty range can't be replaced.
  const [word = ""] = /^\S+/u.exec(first) ?? []
  return [
    finding(reply, "missing-greeting", start, start + first.length, {
      fix: { from: start, to: start + word.length, text: `${listPattern(reply.written, "hello")}\n\n${word}` }
    })
  ]
}

/** A greeting in any language counts; the wrong language is a finding of its own. */
const GREETINGS = LANGUAGES.map((language) => phrasesOf(language).greeting).join("|")
/** A greeting must begin within this many UTF-16 units. */
const HEAD = 60
