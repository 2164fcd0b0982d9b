import type { Channel } from "./ticket.ts"
import { plainBlanks } from "./draft.ts"

/** One message of a letter, and its place there. */
export interface ChatMessage {
  start: number
  end: number
  text: string
}

/**
 * Returns the messages in which a letter is sent. In a chat and in a messenger, each part between empty lines is one;
 * on any other channel, the whole letter is. A greeting on its own line and the words before a list are no messages by
 * themselves, so they stay with what follows, and a list stays with what is before it. A letter of many parts, such as
 * a text that was pasted, is no chat and is sent whole.
 */
export function messagesOf(letter: string, channel: Channel | undefined): ChatMessage[] {
  const whole = [{ start: 0, end: letter.length, text: letter }]
  if (channel !== "chat" && channel !== "messaging") return whole
  const messages: ChatMessage[] = []
  for (const [part, start] of partsOf(letter)) {
    const before = messages.at(-1)
    const goesOn = before !== undefined && (GOES_ON.test(before.text) || LIST_ITEM.test(part))
    const from = goesOn ? before.start : start
    const end = start + part.length
    if (goesOn) messages.pop()
    messages.push({ start: from, end, text: letter.slice(from, end) })
  }
  return messages.length > MAX_MESSAGES ? whole : messages
}

/** Every message that is sent is compared with each of these, which takes some 0.2 s for 100,000 characters. */
const MAX_MESSAGES = 20

/** Returns for each message whether it is among the texts that were sent. A text counts for one message only. */
export function areSent(messages: readonly ChatMessage[], sent: readonly string[]): boolean[] {
  const left = [...sent]
  return messages.map(({ text }) => {
    const at = left.indexOf(plainBlanks(text))
    if (at === -1) return false
    left.splice(at, 1)
    return true
  })
}

const partsOf = (letter: string) =>
  [...letter.matchAll(/\S(?:(?!\n[^\S\n]*\n)[^])*/g)].map(({ 0: part, index }) => [part.trimEnd(), index] as const)

/** A sentence doesn't end like this. */
const GOES_ON = /[,:、，：]$/
const LIST_ITEM = /^(?:[-*•–]|\d{1,2}[.)])\s/
