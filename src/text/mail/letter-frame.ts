import { mailParts } from "./mail-parts.ts"
import { isGreeting, signOffOf } from "./sign-off.ts"

/**
 * Returns a letter without its greeting and its closing, for a helpdesk that adds its own to what is sent. A letter of
 * nothing else stays whole.
 */
export function withoutFrame(letter: string): string {
  const lines = letter.split("\n")
  const closing = closingOf(lines)
  const first = lines.findIndex((line) => line.trim() !== "")
  const from = isGreetingAlone(lines[first]) ? first + 1 : first
  const text = lines
    .slice(from, closing)
    .join("\n")
    .replace(/^\s*\n|\s+$/g, "")
  return text.trim() === "" ? letter : text
}

/**
 * Returns what of the team's last message stands twice: in the message itself, or in the customer's quote of it, which
 * has it as it was mailed.
 */
export function doubledInThread(messages: readonly SentMessage[]): DoubledFrame {
  const thread = messages.filter(({ visibility }) => visibility === "public")
  const own = thread.findLastIndex(({ role }) => role === "agent")
  const answer = thread.slice(own + 1).find(({ role }) => role === "customer")
  const quote = answer === undefined ? "" : mailParts(answer.text).quoted
  const mailed = quote.split("\n").flatMap((line) => (/^>+/.test(line) ? line.replace(/^> ?/, "") : []))
  const texts = own === -1 ? [] : [thread[own]?.text ?? "", mailed.filter((line) => !line.startsWith(">")).join("\n")]
  const doubled = texts.map(doubledFrame)
  return { greeting: doubled.some(({ greeting }) => greeting), closing: doubled.some(({ closing }) => closing) }
}

interface SentMessage {
  role: string
  visibility: string
  text: string
}

export interface DoubledFrame {
  greeting: boolean
  closing: boolean
}

/** What of a letter's frame stands in it twice: once of the person, and once of the helpdesk. */
export function doubledFrame(letter: string): DoubledFrame {
  const lines = letter.split("\n").map((line) => line.trim())
  const filled = lines.filter((line) => line !== "")
  const closing = closingOf(lines)
  const within = closing === undefined ? undefined : closingOf(lines.slice(0, closing))
  return {
    greeting: isGreetingAlone(filled[0]) && isGreetingAlone(filled[1]),
    closing: within !== undefined
  }
}

const closingOf = (lines: readonly string[]): number | undefined => signOffOf(lines.map((line) => line.trim()))?.closing

/** "Hello Maya," and "Hola, Marta:" greet alone; "Hello Maya, thanks for the photo" says more. */
function isGreetingAlone(line: string | undefined): boolean {
  if (line === undefined || !isGreeting(line.trim())) return false
  const [, behind = ""] = /[,，、!.。]\s*(\S.*)$/u.exec(line.trim().replace(TITLES, "")) ?? []
  return /^(?:\p{Lu}[\p{L}.'’-]*[\s,:!]*){0,3}$/u.test(behind)
}

/** Their full stop ends no greeting. */
const TITLES = /(?<=\b(?:mr|mrs|ms|dr|prof|sr|sra|dra?)\b)\./giu
