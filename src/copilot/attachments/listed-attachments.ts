import {
  attachmentKind,
  MOST_ATTACHMENT_BYTES,
  type ListedAttachment,
  type NotOffered
} from "../../ticket/attachment.ts"
import type { Attachment, Message, Ticket } from "../../ticket/ticket.ts"

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
  if ((file.size ?? 0) > MOST_ATTACHMENT_BYTES) return "too-large"
  return file.url === undefined ? "elsewhere" : undefined
}
