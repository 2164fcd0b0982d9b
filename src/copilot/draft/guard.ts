import type { GuardJob } from "../../checks/guard/guard-draft.ts"
import { restore } from "../../masking/restore.ts"
import type { DraftRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import type { Source } from "../../ticket/draft.ts"
import type { GuardMark } from "../../ticket/guard-marks.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { readUnmaskedTicket } from "../ticket/unmasked-ticket.ts"
import { draftOf, keepDraft, setDraftContent } from "./keep.ts"
import { firstShown } from "./draft-text.ts"
import { readerTab, type Services, type TicketState } from "../ticket/ticket-state.ts"

/**
 * Finds what the model wrote into a finished draft that nobody gave. It searches the draft as it will be inserted and
 * compares it with the internal notes, in this browser; nothing of it is sent. It returns undefined if the draft can't
 * be checked now. Insert tries again.
 */
export async function marksOf(
  services: Services,
  state: TicketState,
  store: Store,
  draft: DraftRecord
): Promise<GuardMark[] | undefined> {
  if (draft.masked.trim() === "") return []
  const { table } = state
  if (!table) return undefined
  try {
    const tabId = await readerTab(services, state)
    const ticket = state.latest?.version === state.record?.version ? state.latest?.ticket : undefined
    if (!ticket && tabId === undefined) return undefined
    const whole = ticket ?? (await readUnmaskedTicket(services, state, tabId ?? 0))
    const { text } = firstShown({ masked: draft.masked, claims: draft.claims, state: "ready" }, table)
    const asked = restore(await instructionOf(store, draft.id), table).text
    const found = await services.checkDraft(guardJobOf(text, whole, draft.sources, asked))
    return distinct(
      found.map(({ kind, start, end, severe }) => ({ kind, severe, words: sure(text.slice(start, end)) }))
    )
  } catch (error) {
    await services.reportError(error)
    return undefined
  }
}

/** Returns the draft with its findings, and checks it now if that wasn't possible before. */
export async function guarded(
  services: Services,
  state: TicketState,
  store: Store,
  draft: DraftRecord
): Promise<DraftRecord> {
  if (draft.guard) return draft
  const guard = await marksOf(services, state, store, draft)
  if (!guard) return draftOf(state, draft.id) ?? draft
  setDraftContent(state, draft.id, { guard })
  await keepDraft(state, store, draft.id).catch((error: unknown) => services.reportError(error))
  // A verdict may have come meanwhile.
  return { ...(draftOf(state, draft.id) ?? draft), guard }
}

/** Keeps these words as the agent's own, wherever they are in the draft. */
export async function keepMark(
  services: Services,
  state: TicketState,
  store: Store,
  { draftId, words }: { draftId: string; words: string }
): Promise<boolean> {
  const draft = draftOf(state, draftId)
  if (!draft?.guard?.some((mark) => mark.words === words)) return false
  setDraftContent(state, draftId, {
    guard: draft.guard.map((mark) => (mark.words === words ? { ...mark, kept: true } : mark))
  })
  services.show(state)
  await keepDraft(state, store, draftId).catch((error: unknown) => services.reportError(error))
  return true
}

/**
 * Returns what the guard compares a draft with: all that is public of the ticket, the pages, and the internal notes.
 * @param draft the restored text @param asked what the agent wished to have changed
 */
export function guardJobOf(draft: string, ticket: Ticket, sources: readonly Source[], asked: string): GuardJob {
  const people = [ticket.requester, ...(ticket.people ?? [])]
  const about = [
    ticket.subject,
    ...Object.values(ticket.fields ?? {}),
    ...people.flatMap(({ name, email }) => [name ?? "", email ?? ""])
  ]
  const shown = ticket.messages.filter(({ visibility }) => visibility === "public")
  return {
    kind: "guard",
    draft,
    thread: [
      ...about.map((text) => ({ role: "customer", text })),
      // The person who answers may be named, and what the agent asked the model to write counts as given.
      { role: "agent", text: [ticket.agent?.name ?? "", ticket.agent?.email ?? "", asked].join("\n") },
      ...shown.flatMap(({ role, author, text, attachments }) => [
        { role, text: [author, text, ...(attachments ?? []).map(({ name }) => name)].join("\n") }
      ])
    ],
    sources: sources
      .filter(({ visibility }) => visibility === "public")
      .map(({ title, headings, passage, url }) => [title, ...headings, passage, url ?? ""].join("\n")),
    internal: ticket.messages.filter(({ visibility }) => visibility === "internal").map(({ text }) => text)
  }
}

/** Returns "Say what to change", masked, as it was sent. */
async function instructionOf(store: Store, draftId: string): Promise<string> {
  const body = (await store.requests.of(draftId)).find(({ path }) => path === "/v1/drafts")?.body
  const parsed: unknown = body === undefined ? {} : JSON.parse(body)
  return typeof parsed === "object" &&
    parsed !== null &&
    "instruction" in parsed &&
    typeof parsed.instruction === "string"
    ? parsed.instruction
    : ""
}

/** Returns what certainly stays when the agent fills a blank: the longest part without one. */
function sure(words: string): string {
  return (
    words
      .split(/\[\[[^[\]\n]{1,120}\]\]/)
      .reduce((best, part) => (part.trim().length > best.length ? part.trim() : best), "") || words
  )
}

const distinct = (marks: GuardMark[]) =>
  marks.filter(({ words }, at) => marks.findIndex((other) => other.words === words) === at)
