import { findPhrase, listPattern } from "../../../checks/tone/phrases/phrases.ts"
import { emojiIn } from "../../../checks/tone/voice/emoji.ts"
import { HONORIFIC } from "../../../text/words/honorific.ts"
import { wordsIn } from "../../../checks/tone/voice/over-length.ts"
import { linkFacts } from "../../../text/links.ts"
import { afterFarewell } from "../../../text/mail/farewells.ts"
import { sentences } from "../../../text/sentences.ts"
import type { Formality } from "../../../ticket/team-voice.ts"

/** Something that replies have in common, and in how many of them it is so. */
export interface Common<Value> {
  value: Value
  replies: number
}

/** How replies of one language sound. What they don't tell is missing. */
export interface LearntVoice {
  replies: number
  /** Patterns with `{name}`, the most frequent first. */
  greetings: Common<string>[]
  /** Patterns with `{agent}` where a name stands below. */
  signOffs: Common<string>[]
  /** How many replies address the customer in each way, and in no other. Undefined where the language has one form. */
  formal: Record<Formality, number> | undefined
  /** In how many greetings somebody is named, and in how many of those with a form of address ("Mr"). */
  named: { greeted: number; named: number; honorific: number }
  /** Nine of ten replies have no more words, to the next ten. */
  words: Common<number>
  /** 19 of 20 replies have no more emoji. */
  emoji: Common<number>
  /** Sentences that many replies have, word for word, without figures, links and gaps. */
  phrases: Common<string>[]
}

/**
 * Learns from replies of one language how they sound. Names are gaps in them ("[a name]"), and nothing of a greeting or
 * sign-off is taken but words by which letters begin and end.
 * @param language ISO 639-1
 */
export function learnVoice(replies: readonly string[], language: string): LearntVoice {
  const read = replies.map((reply) => readReply(reply, language))
  const greeted = read.filter(({ greeting }) => greeting !== undefined)
  const named = greeted.filter(({ greeting }) => greeting?.includes("{name}"))
  const formality = read.map(({ body }) => formalityOf(body, language))
  const lengths = read.map(({ words }) => words)
  const most = Math.ceil(quantile(lengths, 0.9) / 10) * 10
  const emoji = read.map((one) => one.emoji)
  const mostEmoji = quantile(emoji, 0.95)
  return {
    replies: replies.length,
    greetings: frequent(read, ({ greeting }) => [greeting], SHARE, MAX_PATTERNS),
    signOffs: frequent(read, ({ signOff }) => [signOff], SHARE, MAX_PATTERNS),
    formal: hasForms(language)
      ? {
          formal: formality.filter((one) => one === "formal").length,
          informal: formality.filter((one) => one === "informal").length
        }
      : undefined,
    named: {
      greeted: greeted.length,
      named: named.length,
      honorific: named.filter(({ greeting }) => greeting?.split(/[\s,]+/u).some((word) => HONORIFIC.test(word))).length
    },
    words: { value: most, replies: lengths.filter((count) => count <= most).length },
    emoji: { value: mostEmoji, replies: emoji.filter((count) => count <= mostEmoji).length },
    phrases: frequent(read, ({ phrases }) => phrases, PHRASE_SHARE, MAX_PHRASES)
  }
}

/** A greeting or a sign-off of fewer replies is one agent's own. */
const SHARE = 0.1
const PHRASE_SHARE = 0.05
const MIN_COUNT = 5
const MAX_PATTERNS = 3
const MAX_PHRASES = 5

interface ReadReply {
  greeting: string | undefined
  signOff: string | undefined
  body: string
  words: number
  emoji: number
  phrases: string[]
}

function readReply(reply: string, language: string): ReadReply {
  const lines = reply
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  const greeting = greetingOf(lines[0] ?? "", language)
  const closing = closingAt(lines)
  const body = lines.slice(greeting === undefined ? 0 : 1, closing).join("\n")
  return {
    greeting,
    signOff: closing === undefined ? undefined : signOffOf(lines[closing] ?? "", lines.slice(closing + 1)),
    body,
    words: wordsIn(reply).length,
    emoji: emojiIn(reply).length,
    phrases: sentences(body, language)
      .map(({ text }) => text)
      .filter((text) => text.length >= 15 && text.length <= 160 && !/[[\]\p{N}]/u.test(text))
      .filter((text) => linkFacts(text).length === 0)
  }
}

const GAP = /\[[^[\]\n]{1,80}\]/gu

/** Returns the greeting as a pattern, if it is made of nothing but words of greeting, forms of address and a gap. */
function greetingOf(line: string, language: string): string | undefined {
  const [, whole = "", end = ""] = /^([^,!:、]{1,60})([,!:、]?)/u.exec(line) ?? []
  const pattern = whole.replace(GAP, "{name}").trim()
  const [before = "", after = "", more] = pattern.split("{name}")
  if (more !== undefined || line.length > whole.length + end.length + MAX_CHARACTERS_BEHIND) return undefined
  if (language === "ja") return /^\{name\}(?:様|さま|さん)$/u.test(pattern) ? pattern + end : undefined
  const [greeting] = findPhrase(listPattern(language, "greeting"), before)
  const bare = before.replace(/^¡/, "")
  if (!greeting || !bare.startsWith(greeting[0]) || after !== "") return undefined
  const others = bare
    .slice(greeting[0].length)
    .split(/[\s,]+/u)
    .filter((word) => word !== "")
  return others.every((word) => HONORIFIC.test(word)) ? pattern + end : undefined
}

/** On the line of a greeting nothing else stands, unless it is a chat. */
const MAX_CHARACTERS_BEHIND = 200

/** At most four lines come after the sign-off. */
function closingAt(lines: readonly string[]): number | undefined {
  for (let at = lines.length - 1; at > 0 && at >= lines.length - 5; at--)
    if (afterFarewell((lines[at] ?? "").replace(GAP, "").trim()) === "") return at
  return undefined
}

function signOffOf(line: string, below: readonly string[]): string {
  const formula = line.replace(GAP, "").replace(/(?<![\s.;:–—-])[\s.;:–—-]+$/u, "")
  const isSigned = [line, ...below].some((one) => GAP_THERE.test(one))
  return isSigned ? `${formula}\n{agent}` : formula
}
const GAP_THERE = new RegExp(GAP.source, "u")

const hasForms = (language: string): boolean => ["de", "fr", "es", "pt"].includes(language)

/** Returns undefined for a reply that addresses nobody, or in both ways. */
function formalityOf(body: string, language: string): Formality | undefined {
  if (!hasForms(language)) return undefined
  const [formal, informal] = (["address-formal", "address-informal"] as const).map(
    (list) => findPhrase(listPattern(language, list), body, "gu").length > 0
  )
  return formal === informal ? undefined : formal ? "formal" : "informal"
}

/** Returns what enough replies have, the most frequent first, each counted once a reply. */
function frequent(
  read: readonly ReadReply[],
  of: (reply: ReadReply) => (string | undefined)[],
  share: number,
  most: number
): Common<string>[] {
  const counts = new Map<string, number>()
  for (const reply of read)
    for (const value of new Set(of(reply))) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= Math.max(MIN_COUNT, share * read.length))
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([value, count]) => ({ value, replies: count }))
}

/** The smallest of the values that this share of all is not above. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
