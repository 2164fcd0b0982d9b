import { MOST_CHARACTERS } from "../../masking/mask-host.ts"
import { charactersOf } from "../../masking/job-size.ts"
import type { TicketRecord } from "../../store/records.ts"
import {
  attachmentSource,
  type ReadAttachment,
  attachmentKind,
  MAX_ATTACHMENT_BYTES,
  type ListedAttachment,
  type NotOffered,
  type PanelAttachment,
  type PanelAttachments
} from "../../ticket/attachment.ts"
import type { Ticket, Attachment, Message } from "../../ticket/ticket.ts"
import { findInjection } from "../../checks/injection/find-injection.ts"
import type { TicketState } from "./ticket-state.ts"

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

/** Returns the attachments of a ticket in the order of its thread, without their addresses, which may expire. */
export function listedAttachments({ messages }: Pick<Ticket, "messages">): ListedAttachment[] {
  return messages.flatMap((message) =>
    (message.attachments ?? []).map((file, at) => {
      const not = notOffered(message, file)
      return {
        id: `${message.id}:${at}`,
        name: file.name,
        ...(file.type === undefined ? {} : { type: file.type }),
        ...(file.size === undefined ? {} : { size: file.size }),
        ...(not ? { not } : {})
      }
    })
  )
}

/** Returns the message of an attachment and its place there. */
export function placeOf({ id }: Pick<ListedAttachment, "id">): { messageId: string; at: number } {
  const colon = id.lastIndexOf(":")
  return { messageId: id.slice(0, colon), at: Number(id.slice(colon + 1)) }
}

function notOffered({ visibility }: Message, file: Attachment): NotOffered | undefined {
  if (visibility !== "public") return "internal"
  const kind = attachmentKind(file)
  if (kind === undefined || (kind === "picture" && file.alt === undefined && file.url === undefined)) return "kind"
  if (kind === "picture") return undefined
  if ((file.size ?? 0) > MAX_ATTACHMENT_BYTES) return "too-large"
  return file.url === undefined ? "elsewhere" : undefined
}

/** Returns what the card shows, or undefined for a ticket without attachments. @param isOn the team lets agents read */
export function shownAttachments(state: TicketState, isOn: boolean): PanelAttachments | undefined {
  const { record, draft, files } = state
  if (!record?.attachments?.length) return undefined
  const read = usableAttachments(record)
  const readWith = draft?.readWith ?? []
  const isSent = (n: number) => draft?.attached?.some((one) => one.n === n) === true
  const list = record.attachments.map((one): PanelAttachment => {
    const own = read.find(({ id }) => id === one.id)
    if (own) {
      const { n, text, cut } = own
      return {
        ...one,
        state: "read",
        start: text.slice(0, SHOWN),
        length: text.length,
        source: attachmentSource(n),
        ...(cut ? { cut } : {}),
        ...(readWith.includes(n) && !isSent(n) ? { unsent: true } : {}),
        ...(findInjection(text) ? { orders: true } : {})
      }
    }
    const now = files?.get(one.id)
    if (now === "reading") return { ...one, state: "reading" }
    return now === undefined ? { ...one, state: "listed" } : { ...one, state: "failed", problem: now }
  })
  const isSettled = draft !== undefined && record.settled?.includes(draft.id) === true
  const isDone = draft !== undefined && draft.state !== "writing" && !isSettled
  return {
    isOn,
    list,
    ...(isDone && read.some(({ n }) => !readWith.includes(n)) ? { draftWithout: true } : {}),
    ...(isDone && readWith.some((n) => isSent(n) && !read.some((one) => one.n === n)) ? { draftWithRemoved: true } : {})
  }
}

/** How many characters of a text the card shows. */
const SHOWN = 400
