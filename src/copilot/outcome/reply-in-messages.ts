import type { DraftUse, SentMessage } from "../../store/records.ts"
import { areSent, messagesOf } from "../../ticket/chat/chat-messages.ts"
import type { Message } from "../../ticket/ticket.ts"

/** Returns the messages of a used letter that weren't sent yet, or none if the letter is a single message. */
export function unsentOf({ letter, sent = [] }: DraftUse): string[] {
  const messages = letter === undefined ? [] : messagesOf(letter, "chat")
  const isSent = areSent(messages, ofLetter(sent))
  return messages.flatMap(({ text }, at) => (isSent[at] ? [] : text))
}

/** Returns the messages of the letter that these say. */
export const ofLetter = (sent: readonly SentMessage[]): string[] => sent.flatMap(({ of }) => of)

/**
 * Returns a message of the agent as a part of the reply for which this letter was used.
 * @param text the message without what stood in the editor before
 * @param like the part of the letter whose words it has; undefined if it has those of none
 */
export function sentMessage(used: DraftUse, { id, at }: Message, text: string, like: string | undefined): SentMessage {
  const unsent = unsentOf(used)
  const inEditor = used.kind === "inserted" ? used.text : ""
  const said = messagesOf(like ?? inEditor, "chat").map((one) => one.text)
  const plain = squeezed(text)
  return { id, at, text, of: unsent.filter((one) => said.includes(one) || plain.includes(squeezed(one))) }
}

/** Returns the reply that these messages make, dated like the last of them, or undefined if there is none. */
export function replyOf(
  sent: readonly SentMessage[]
): { message: Pick<Message, "id" | "at">; sent: string } | undefined {
  const message = sent.at(-1)
  return message && { message, sent: sent.map(({ text }) => text).join("\n\n") }
}

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim()
