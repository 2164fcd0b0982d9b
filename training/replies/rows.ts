import { createHash } from "node:crypto"
import { join } from "node:path"
import * as z from "zod/mini"
import { readLines } from "../read-lines.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"

/** A point of a conversation, replies from a hundred conversations, and which of them came next. */
export interface ReplyRow {
  /** This is the help page that the conversation is about. The rows of one page are never on both sides of a fold. */
  page: string
  /** The ticket is as `analyseThread` takes it, oldest message first. */
  ticket: MaskedTicket
  candidates: string[]
  /** This is the index of the reply that came next. */
  sent: number
}

const reply = z.object({
  id: z.string(),
  doc: z.string(),
  history: z.array(z.string()),
  candidates: z.array(z.number()),
  gold: z.number()
})
const utterance = z.object({ id: z.number(), text: z.string() })

export interface ReplyRows {
  rows: ReplyRow[]
  texts: Map<string, string>
}

/**
 * Reads Doc2Dial's rows for ranking replies (CC BY 3.0). The numbers of texts follow the conversations, so they are
 * used only as names here.
 */
export function readReplyRows(folder: string): ReplyRows {
  const rows = readLines(join(folder, "dev-replies.jsonl"), reply)
  const texts = readLines(join(folder, "dev-utterances.jsonl"), utterance)
  return {
    rows: rows.map(({ id, doc, history, candidates, gold }) => ({
      page: doc,
      ticket: ticketOf(id, history),
      candidates: candidates.map(String),
      sent: gold
    })),
    texts: new Map(texts.map(({ id, text }) => [String(id), text]))
  }
}

/** These files make up the set. */
export const FILES = ["dev-replies.jsonl", "dev-utterances.jsonl", "docs.jsonl"] as const

/** The latest turn comes first in the file. */
function ticketOf(id: string, history: readonly string[]): MaskedTicket {
  return {
    helpdesk: "eval",
    ticketId: id,
    version: "",
    subject: "",
    requester: "",
    agent: "",
    tags: [],
    messages: history.toReversed().map((turn, at) => ({
      id: String(at),
      author: "",
      at: "",
      role: turn.startsWith("user:") ? ("customer" as const) : ("agent" as const),
      text: turn.replace(/^(?:user|agent):/, "")
    }))
  }
}

/** Removes the agent's messages. */
export function customerAlone(ticket: MaskedTicket): MaskedTicket {
  return { ...ticket, messages: ticket.messages.filter(({ role }) => role === "customer") }
}

/** Returns the ticket as if the customer had written everything, so that search also uses the agent's words. */
export function allAsCustomer(ticket: MaskedTicket): MaskedTicket {
  return { ...ticket, messages: ticket.messages.map((message) => ({ ...message, role: "customer" })) }
}

export const FOLDS = 5

/** Returns the fold of a page, which is the same in every run. */
export function foldOf(page: string): number {
  return createHash("sha256").update(page).digest().readUInt32BE(0) % FOLDS
}
