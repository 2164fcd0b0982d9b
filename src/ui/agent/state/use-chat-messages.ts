import { useState } from "react"
import type { PanelDraft, PanelTicket } from "../../../protocol/panel.ts"
import { areSent, messagesOf, type ChatMessage } from "../../../ticket/chat-messages.ts"
import type { OpenPoint } from "./open-points.ts"

/** The messages of a letter that is sent in several, as in a chat. */
export interface ChatMessages {
  all: (ChatMessage & { isSent: boolean })[]
  /** The place, from 0, of the message that Insert and Copy are about; undefined once all are sent. */
  next: number | undefined
  /** Makes another one the next. */
  pick(at: number): void
}

/**
 * Returns the messages of the letter, or undefined where it is sent whole. The next one is the first that wasn't sent
 * after the last that was, unless the agent picked another.
 * @param draft undefined as long as it is written
 */
export function useChatMessages(
  { channel }: PanelTicket,
  draft: PanelDraft | undefined,
  letter: string
): ChatMessages | undefined {
  const [picked, setPicked] = useState<{ draftId: string; at: number }>()
  if (!draft) return undefined
  const messages = messagesOf(letter, channel)
  if (messages.length < 2) return undefined
  const isSent = areSent(messages, draft.sent ?? [])
  const all = messages.map((message, at) => ({ ...message, isSent: isSent[at] === true }))
  const after = isSent.indexOf(false, isSent.lastIndexOf(true) + 1)
  const first = after === -1 ? isSent.indexOf(false) : after
  const chosen = picked?.draftId === draft.id && isSent[picked.at] === false ? picked.at : first
  return {
    all,
    next: chosen === -1 ? undefined : chosen,
    pick: (at) => setPicked({ draftId: draft.id, at })
  }
}

/** Returns the message that Insert and Copy are about, and how they name it. */
export function nextMessage({ all, next }: ChatMessages): (ChatMessage & { n: number; of: number }) | undefined {
  const message = next === undefined ? undefined : all[next]
  return message && next !== undefined ? { ...message, n: next + 1, of: all.length } : undefined
}

/** Returns the things to review in this part of the letter, or all of them without one. */
export function pointsIn(points: OpenPoint[], part: ChatMessage | undefined): OpenPoint[] {
  return part ? points.filter(({ at }) => at >= part.start && at <= part.end) : points
}
