import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import {
  ATTACHMENT_PROBLEMS,
  MAX_READ_ATTACHMENTS,
  type AttachmentProblem,
  type ListedAttachment
} from "../../ticket/attachment.ts"
import { keepTicket } from "../draft/keep.ts"
import { ensureRecord, setTicketContent } from "../draft/ticket-content.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { readerTab, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { placeOf } from "../ticket/ticket-attachments.ts"

type Command = Extract<PanelCommand, { kind: "panel-attachment-read" | "panel-attachment-drop" }>

/** Reads one attachment because the agent pressed the button, or takes out what was read. The draft stays. */
export async function runAttachmentCommand(
  services: Services,
  state: TicketState,
  store: Store,
  { kind, id }: Command
): Promise<CommandAnswer> {
  const { attachments = [], read = [] } = ensureRecord(services, state)
  const files = (state.files ??= new Map())
  const listed = attachments.find((one) => one.id === id)
  if (kind === "panel-attachment-drop") {
    files.delete(id)
    setTicketContent(state, { read: read.filter((one) => one.id !== id) })
    await keepTicket(state, store)
    services.show(state)
    return { ok: true }
  }
  if (!listed || listed.not !== undefined || !(await services.account.attachments.isOn()))
    return { ok: false, code: "not-ready" }
  if (files.get(id) === "reading" || read.some((one) => one.id === id)) return { ok: true }
  const problem = read.length >= MAX_READ_ATTACHMENTS ? "too-many" : await readNow(services, state, store, listed)
  if (problem) files.set(id, problem)
  else files.delete(id)
  services.show(state)
  return { ok: true }
}

/** @returns why there is no text */
async function readNow(
  services: Services,
  state: TicketState,
  store: Store,
  listed: ListedAttachment
): Promise<AttachmentProblem | undefined> {
  state.files?.set(listed.id, "reading")
  services.show(state)
  const signal = AbortSignal.timeout(LIMIT_MS)
  try {
    const tabId = await readerTab(services, state)
    if (tabId === undefined) return "unreadable"
    const { name } = listed
    const { ticketId } = state.ticket
    const found = await services.page.readAttachment(tabId, { ticketId, name, ...placeOf(listed) }, signal)
    if ("problem" in found) return found.problem
    const { text, cut } =
      "alt" in found
        ? { text: found.alt, cut: false }
        : await services.readAttachment(
            { kind: "attachment", name, type: found.type ?? listed.type, file: found.file },
            signal
          )
    // The ticket was erased in the meantime.
    if (!state.record) return undefined
    const { read = [] } = state.record
    if (read.length >= MAX_READ_ATTACHMENTS) return "too-many"
    // A number that the draft names isn't given to another file.
    const n = 1 + Math.max(0, ...[...read, ...(state.draft?.attached ?? [])].map((one) => one.n))
    const own = { id: listed.id, n, name, text, ...(cut ? { cut: true as const } : {}), at: isoNow(services.clock) }
    setTicketContent(state, { read: [...read, own] })
    await keepTicket(state, store)
    return undefined
  } catch (error) {
    const problem = problemOf(error, signal)
    if (problem === undefined) await services.reportError(error)
    return problem ?? "unreadable"
  }
}

function problemOf(error: unknown, signal: AbortSignal): AttachmentProblem | undefined {
  if (signal.aborted) return "timeout"
  if (error instanceof HelpdeskPageFault) {
    if (error.code === "timeout" || error.code === "logged-out") return error.code
    if (error.part === "forbidden") return "forbidden"
    return error.part === "not-found" ? "gone" : "unreadable"
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined
  return ATTACHMENT_PROBLEMS.find((one) => one === code)
}

/** In milliseconds: the ticket is read again, then the file, then its text is taken out. */
const LIMIT_MS = 45_000
