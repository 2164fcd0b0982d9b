import { findControlSigns } from "../text/model-signs/control-signs.ts"
import { unescapedPlaceholders } from "../text/model-signs/placeholder-escapes.ts"
import type { LetterFaultKind } from "../ticket/draft.ts"
import { markDraftLanguage } from "./draft-language.ts"
import { guardDraft } from "./guard/guard-draft.ts"
import { LISTS } from "replywright/lexicon/tone"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"
import { onceEach } from "../text/memo/text-memory.ts"
import { letterWords } from "../text/model-signs/answer-marks.ts"

/** What makes a letter of a model unfit to be shown without another attempt. */
export interface LetterFault {
  kind: LetterFaultKind
  /** The words that are meant, if telling them helps and they are the model's own. */
  words?: string
}

export interface LetterInput {
  text: string
  /** ISO 639-1, or null if it is unknown and none is wrong. */
  language: string | null
  /** The customer is to be addressed formally, where the language knows the difference. */
  isFormal?: boolean
  /** The public conversation, with subject, names and the agent's wish as further texts. */
  thread: { role: string; text: string }[]
  sources: string[]
}

/**
 * Looks in a complete letter of a model for what no customer should get: another language, placeholders that nobody
 * gave, severe findings of the guard, words to the agent, subject lines, JSON, Markdown, HTML or thoughts instead of a
 * letter, talk of the model's own instructions, a customer who is addressed too familiarly, and the model's own signs.
 * Each kind is reported once.
 */
export function findLetterFaults({ text: written, language, isFormal, thread, sources }: LetterInput): LetterFault[] {
  const text = unescapedPlaceholders(written)
  const given = [...thread.map((one) => one.text), ...sources].join("\n")
  const signs = findControlSigns(text).filter(({ start, end }) => !given.includes(text.slice(start, end)))
  const control = signs.find(({ kind }) => kind === "control")
  const { findings } = guardDraft({ draft: text, thread, sources })
  const thinking = thinkingIn(text, given)
  return [
    ...when(isOtherLanguage(text, language), { kind: "language" }),
    ...withWords("placeholder", inventedPlaceholder(text, given)),
    ...when(
      findings.some(({ severe, kind }) => severe && kind !== "control"),
      { kind: "unsafe" }
    ),
    ...withWords("chatter", chatterIn(text)),
    ...when(SUBJECT.test(firstLines(text)), { kind: "subject" }),
    ...when(isJson(text), { kind: "json" }),
    ...when(MARKDOWN.test(text), { kind: "markdown" }),
    ...when(HTML.test(text) && !HTML.test(given), { kind: "html" }),
    ...(thinking === undefined
      ? when(
          signs.some(({ kind }) => kind === "thought"),
          { kind: "thoughts" }
        )
      : withWords("thoughts", thinking)),
    ...withWords("address", isFormal ? informalAddressIn(text, language, given) : undefined),
    ...withWords("control", control && text.slice(control.start, control.end))
  ]
}

const when = (isSo: boolean, fault: LetterFault): LetterFault[] => (isSo ? [fault] : [])

const withWords = (kind: LetterFaultKind, words: string | undefined): LetterFault[] =>
  words === undefined ? [] : [{ kind, words }]

function isOtherLanguage(text: string, language: string | null): boolean {
  const whole = { start: 0, end: text.length, state: "supported" as const, sources: [] }
  return markDraftLanguage(text, [whole], language)[0]?.reason === "language"
}

/** Returns a placeholder such as [PERSON_9] or [Your Name] that stands neither in the ticket nor in a source. */
function inventedPlaceholder(text: string, given: string): string | undefined {
  const placeholders = text.match(PLACEHOLDER) ?? []
  return placeholders.find((placeholder) => !given.includes(placeholder))
}

/** Matches one pair of brackets with words in it. Blanks have two pairs. */
const PLACEHOLDER = /(?<!\[)\[(?!\[)\p{L}[^[\]\n]{1,60}\](?!\]|\()/gu

/** Returns the line in which the model speaks to the agent. */
function chatterIn(text: string): string | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
  const first = lines.slice(0, 1).find((line) => OPENING.test(line.slice(0, 300)))
  const last = lines.slice(-2).find((line) => CLOSING.test(line.slice(0, 300)))
  return first ?? last ?? noteAround(text)
}

/** Returns a note above or below the letter. Within a letter, a note is the customer's. */
function noteAround(text: string): string | undefined {
  const parts = text.trim().split(/\n[ \t]*\n/)
  return [parts[0], ...(parts.length > 1 ? [parts.at(-1)] : [])].find((part) => NOTE.test(part ?? ""))
}

/** Returns the beginning of a paragraph in which the model thinks aloud, or its words on its own instructions. */
function thinkingIn(text: string, given: string): string | undefined {
  const paragraphs = text.split("\n").map((line) => line.trim())
  const thought = paragraphs.find((line) => THINKING.test(line) && !given.includes(line))
  const talk = INSTRUCTION_TALK.exec(text)?.[0]
  return thought?.slice(0, 120) ?? (talk !== undefined && !given.includes(talk) ? talk : undefined)
}

const DECORATION = String.raw`[*_"'“„«>#(\[ ]*`
const OPENING = new RegExp(`^${DECORATION}(?:${letterWords("opening")})`, "iu")
const CLOSING = new RegExp(String.raw`(?<!\p{L})(?:${letterWords("closing")})`, "iu")
const SUBJECT = new RegExp(String.raw`^[*_#> ]*(?:${letterWords("subject")})[*_ ]*[:：]`, "imu")
const NOTE = new RegExp(String.raw`^${DECORATION}(?:${letterWords("note")})[*_ ]*[:：]`, "iu")
const THINKING = new RegExp(`^${DECORATION}(?:${letterWords("thinking")})`, "iu")
const INSTRUCTION_TALK = new RegExp(String.raw`(?<!\p{L})(?:${letterWords("instruction-talk")})`, "iu")

const firstLines = (text: string) => text.trim().split("\n").slice(0, 4).join("\n")

function isJson(text: string): boolean {
  const bare = text.trim()
  if (/^```json/i.test(bare)) return true
  if (!/^[{[][\s\S]*[}\]]$/.test(bare)) return false
  try {
    return typeof JSON.parse(bare) === "object"
  } catch {
    // A letter of a single blank looks like this.
    return /^\{\s*"/.test(bare)
  }
}

const MARKDOWN = /```|\*\*[^*\n]{1,200}\*\*|^#{1,6} \S|^\|.{1,300}\|\s*$|(?<!\[)\[[^[\]\n]{1,100}\]\(\S{1,300}\)/mu
const HTML =
  /<\/?(?:p|br|div|span|b|strong|em|i|a|ul|ol|li|h[1-6]|html|body|head|table|tr|td|img|script|style)(?:\s[^<>\n]{0,300})?\/?>/i

/**
 * Returns the first words that address the customer informally ("du", "tu", "tú"), or undefined. Words that are quoted,
 * or that `given` contains with the words beside them, are somebody else's.
 * @param language ISO 639-1; in a language without such forms there are none
 */
function informalAddressIn(text: string, language: string | null, given: string): string | undefined {
  const pattern = language === null ? undefined : informal(language)
  if (!pattern) return undefined
  const plain = text.replace(QUOTED, (quoted) => " ".repeat(quoted.length))
  for (const { index, 0: words } of plain.matchAll(pattern)) {
    const beside = text.slice(Math.max(0, index - BESIDE), index + words.length + BESIDE).trim()
    if (!given.includes(beside)) return words
  }
  return undefined
}

const QUOTED = /["“„«「][^"”“»」\n]{1,200}["”“»」]|\[\[[^\]\n]{1,120}\]\]/gu
/** How many characters beside the words show whose they are. */
const BESIDE = 12

const informal = onceEach((language: string): RegExp | undefined => {
  const entries =
    optionalEntriesOf(LISTS, language, "address-intimate") ?? optionalEntriesOf(LISTS, language, "address-informal")
  return entries && new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${entries.join("|")})(?![\p{L}\p{N}])`, "gu")
})
