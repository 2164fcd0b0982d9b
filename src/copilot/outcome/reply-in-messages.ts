import type { DraftUse, SentMessage } from "../../store/records.ts"
import { areSent, messagesOf } from "../../ticket/chat-messages.ts"
import type { Message } from "../../ticket/ticket.ts"
import { plainWords } from "../../text/words/words.ts"

/** Returns the messages of a used letter that weren't sent yet, or none if the letter is a single message. */
export function unsentOf({ letter, sent = [] }: DraftUse): string[] {
  const messages = letter === undefined ? [] : messagesOf(letter, "chat")
  const isSent = areSent(messages, ofLetter(sent))
  return messages.flatMap(({ text }, at) => (isSent[at] ? [] : text))
}

/** Returns the messages of the letter that these say. */
export const ofLetter = (sent: readonly SentMessage[]): string[] => sent.flatMap(({ of }) => of)

/** Whether the text that went into the editor last, or a message of it, is sent. Then it is no longer in it. */
export const isInsertedSent = (inserted: string, sent: readonly string[]): boolean =>
  messagesOf(inserted, "chat").some(({ text }) => sent.includes(text))

/**
 * Returns a message of the agent as a part of the reply for which this letter was used.
 * @param text the message without what stood in the editor before
 * @param like the part of the letter whose words it has; undefined if it has those of none
 */
export function sentMessage(used: DraftUse, { id, at }: Message, text: string, like: string | undefined): SentMessage {
  const inEditor = used.kind === "inserted" ? used.text : ""
  const said = messagesOf(like ?? inEditor, "chat").map((one) => one.text)
  return { id, at, text, of: saidBy(text, unsentOf(used), said) }
}

/**
 * Returns the messages that a text says: those that stand in it word for word, and what was changed of those that it
 * was made of. Each part of the text counts for one message only.
 */
function saidBy(text: string, unsent: readonly string[], said: readonly string[]): string[] {
  let rest = squeezed(text)
  // A picture has no words. The message that stands in the editor isn't sent with it.
  if (plainWords(rest).length === 0) return unsent.filter((one) => squeezed(one) === rest)
  const of: string[] = []
  // A short message may stand in a longer one.
  for (const one of unsent.toSorted((a, b) => b.length - a.length)) {
    const at = placeOf(squeezed(one), rest)
    if (at === -1) continue
    rest = `${rest.slice(0, at)}\n${rest.slice(at + squeezed(one).length)}`
    of.push(one)
  }
  const changed = said.filter((one) => unsent.includes(one) && !of.includes(one))
  return [...of, ...(said.length > 1 ? changed.filter((one) => isMostlyIn(one, rest)) : changed)]
}

/** Returns where this stands in a text, but not within other words, or -1. */
function placeOf(wanted: string, text: string): number {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (![at, end].some((edge) => WITHIN_A_WORD.test(text.slice(Math.max(0, edge - 1), edge + 1)))) return at
  }
  return -1
}

const WITHIN_A_WORD = /^[\p{L}\p{N}]{2}$/u

/** Whether a text has at least half of the words of a message. */
function isMostlyIn(message: string, text: string): boolean {
  const known = new Set(plainWords(text.toLowerCase()))
  const all = plainWords(message.toLowerCase())
  return all.filter((word) => known.has(word)).length * 2 >= all.length
}

/** Returns the reply that these messages make, dated like the last of them, or undefined if there is none. */
export function replyOf(
  sent: readonly SentMessage[]
): { message: Pick<Message, "id" | "at">; sent: string } | undefined {
  const message = sent.at(-1)
  return message && { message, sent: sent.map(({ text }) => text).join("\n\n") }
}

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim()
