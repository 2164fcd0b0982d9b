import { LANGUAGES } from "../../../text/languages.ts"
import { finding, type ToneRule } from "../basis/finding.ts"
import { findPhrase, phrasesOf } from "../phrases/phrases.ts"

/**
 * The first reply by mail begins with the matter: no salutation, no name, no thanks. The way out: a greeting that names
 * nobody.
 */
export const missingGreeting: ToneRule = (reply) => {
  const { text, channel, firstReply, requester } = reply
  if (channel !== "mail" || !firstReply || text.trim() === "") return []
  const { opening, hello } = phrasesOf(reply.written)
  const start = text.search(/\S/)
  // A short line of its own that ends as a salutation does, in whatever language.
  if (/^[^\n.?。]{1,45}[,:!，：！][ \t]*\n/u.test(text.slice(start))) return []
  const head = text.slice(start, start + HEAD)
  const begins = (source: string) => findPhrase(source, head).some((match) => match.index <= 2)
  const named = requester
    .split(/\s+/)
    .some((part) => part.length > 1 && head.slice(0, 40).toLowerCase().startsWith(part.toLowerCase()))
  if (named || begins(GREETINGS) || begins(opening) || (reply.written === "ja" && findPhrase(opening, head).length > 0))
    return []
  const first = /^[^.!?。\n]{1,60}/u.exec(text.slice(start))?.[0] ?? ""
  // Together with the first word: nothing can be put between two letters of nothing.
  const [word = ""] = /^\S+/u.exec(first) ?? []
  return [
    finding(reply, "missing-greeting", start, start + first.length, {
      fix: { from: start, to: start + word.length, text: `${hello}\n\n${word}` }
    })
  ]
}

/** Of any language: that it is the wrong one is another finding. */
const GREETINGS = LANGUAGES.map((language) => phrasesOf(language).greeting).join("|")
/** Characters in which a greeting must have begun. */
const HEAD = 60
