import { MOST_CHARACTERS } from "../../masking/mask-host.ts"
import { charactersOf } from "../../masking/job-size.ts"
import { restore } from "../../masking/restore.ts"
import { NO_PLACEHOLDERS, type MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { TicketRecord } from "../../store/records.ts"
import { attachmentSource, type ReadAttachment, type SentAttachment } from "../../ticket/attachment.ts"
import type { Source } from "../../ticket/draft.ts"
import type { Ticket } from "../../ticket/ticket.ts"

/**
 * Adds the texts of attachments to the ticket, which is masked as a whole afterwards, so that one person has one
 * placeholder. A thread that leaves no room for a text in masking loses the end of that text, and not the draft.
 */
export function withAttachments(ticket: Ticket, read: readonly ReadAttachment[]): Ticket {
  let room = MOST_CHARACTERS - charactersOf({ kind: "ticket", ticket })
  const attached = read.flatMap(({ n, name, text }) => {
    const fitting = text.slice(0, Math.max(0, room - name.length))
    room -= fitting.length + name.length
    return fitting.trim() === "" ? [] : [{ n, name, text: fitting }]
  })
  return attached.length > 0 ? { ...ticket, attached } : ticket
}

/** The texts that still belong to a public message of the ticket, as it was last read. */
export function usableAttachments({ attachments = [], read = [] }: TicketRecord): ReadAttachment[] {
  return read.filter((one) =>
    attachments.some(({ id, name, not }) => id === one.id && name === one.name && not !== "internal")
  )
}

/** Puts the passages into the sources of a draft, which the relay names without their text. */
export function withAttachmentPassages<Change extends { sources?: Source[] }>(
  sent: readonly SentAttachment[],
  table: MaskTable | undefined,
  change: Change | undefined
): Change | undefined {
  if (change?.sources === undefined || sent.length === 0) return change
  const back = (text: string) => restore(text, table ?? NO_PLACEHOLDERS).text
  const sources = change.sources.map((source): Source => {
    const one = sent.find(({ n }) => source.kind === "attachment" && source.id === attachmentSource(n))
    return one ? { ...source, title: back(one.name), passage: back(one.text) } : source
  })
  return { ...change, sources }
}
