import { findInjection } from "../../checks/injection/find-injection.ts"
import { attachmentSource, type PanelAttachment, type PanelAttachments } from "../../ticket/attachment.ts"
import type { TicketState } from "../ticket/ticket-state.ts"
import { usableAttachments } from "./with-attachments.ts"

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
        ...{ ...one, state: "read", start: text.slice(0, SHOWN), length: text.length, source: attachmentSource(n) },
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
