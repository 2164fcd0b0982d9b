import type { Message, Visibility } from "../../ticket/ticket.ts"
import { optional } from "./foreign-json.ts"

/**
 * Returns the ids of the newest public message, "" if there is none, and of the newest note.
 * @param messages oldest first
 */
export function newestMessages(messages: readonly Pick<Message, "id" | "visibility">[]): {
  version: string
  note?: string
} {
  const newest = (visibility: Visibility) => messages.findLast((message) => message.visibility === visibility)?.id
  return { version: newest("public") ?? "", ...optional("note", newest("internal")) }
}
