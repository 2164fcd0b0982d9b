import { findInjection } from "../../checks/injection/find-injection.ts"
import { MAX_SENT_CHARACTERS } from "../../ticket/attachment.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"

/** Of attachments only what fits the question goes along. It stands word for word in the masked text. */
export function withPassages(ticket: MaskedTicket): MaskedTicket {
  if (!ticket.attached) return ticket
  const newest = ticket.messages.findLast(({ role }) => role === "customer")?.text ?? ""
  const attached = ticket.attached
    .map(({ n, name, text }) => ({
      n,
      name: name.slice(0, 300),
      text: choosePassages(text, `${ticket.subject}\n${newest}`, MAX_SENT_CHARACTERS)
    }))
    .filter(({ text }) => text !== "")
  return { ...ticket, attached: attached.length > 0 ? attached : undefined }
}

/**
 * Returns of a text what fits a question, in the text's order and at most `most` characters: its beginning, which says
 * what it is, and the passages that share the rarest words with the question. A passage stays word for word. What gives
 * orders to a machine is left out, and what is in letters of which masking knows no names.
 */
export function choosePassages(text: string, question: string, most: number): string {
  const unsure = KANA.test(text) ? NO_NAMES : NO_NAMES_WITHOUT_KANA
  const passages = withoutOrders(passagesOf(text).filter((passage) => !unsure.test(passage.text)))
  const asked = wordsOf(question)
  const counts = new Map<string, number>()
  for (const { words } of passages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const scored = passages.map((passage, at) => {
    const shared = [...passage.words].filter((word) => asked.has(word))
    const score = shared.reduce((sum, word) => sum + 1 / (counts.get(word) ?? 1), 0)
    return { ...passage, at, score: at === 0 ? Infinity : score }
  })
  let room = most
  const kept = scored
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .filter(({ text: one }) => {
      const fits = one.length + 1 <= room
      if (fits) room -= one.length + 1
      return fits
    })
    .slice(0, MAX_PASSAGES)
  return kept
    .toSorted((a, b) => a.at - b.at)
    .map((one) => one.text)
    .join("\n")
}

/**
 * Strangers' names are found in Latin, Greek and Cyrillic letters, and in Japanese. In others only those are masked
 * whom the ticket names, and a file may name anybody.
 */
const NO_NAMES =
  /(?=\p{L})[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]/u
const NO_NAMES_WITHOUT_KANA =
  /(?=\p{L})[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u
/** Han letters beside kana are Japanese. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** A short file fits as a whole. */
const MAX_PASSAGES = 40

interface Passage {
  text: string
  words: Set<string>
}

/** Lines are passages. A line of several sentences is cut after a sentence, and a line without an end at a space. */
function passagesOf(text: string): Passage[] {
  return text
    .split("\n")
    .flatMap((line) => (line.length <= LONG ? [line] : cut(line)))
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ text: line, words: wordsOf(line) }))
}

/** In characters. */
const LONG = 300

function cut(line: string): string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > LONG) {
    const start = rest.slice(0, LONG)
    const sentence = Math.max(...[...start.matchAll(/[.!?]\s|[。！？]/gu)].map(({ index }) => index + 1), 0)
    // A placeholder has no space in it, so it isn't cut in two.
    const end = sentence > LONG / 3 ? sentence : start.lastIndexOf(" ") > 0 ? start.lastIndexOf(" ") : LONG
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...pieces, rest]
}

/** Orders may be spread over two lines, as a narrow page has them. Then both go. */
function withoutOrders(passages: Passage[]): Passage[] {
  const alone = passages.filter(({ text }) => findInjection(text) === undefined)
  const orders = new Set<number>()
  for (const [at, { text }] of alone.entries()) {
    const next = alone[at + 1]
    if (next && findInjection(`${text} ${next.text}`) !== undefined) {
      orders.add(at)
      orders.add(at + 1)
    }
  }
  return alone.filter((_, at) => !orders.has(at))
}

const SEGMENTS = new Intl.Segmenter(undefined, { granularity: "word" })

/** Single letters and words of one kana say nothing. */
function wordsOf(text: string): Set<string> {
  const segments = [...SEGMENTS.segment(text.slice(0, MAX_READ))].filter(({ isWordLike }) => isWordLike)
  return new Set(segments.map(({ segment }) => segment.toLowerCase()).filter((word) => word.length > 1))
}

const MAX_READ = 20_000
