import { LoggedOut, PageChanged, Unreadable } from "../helpdesks/contract/adapter.ts"
import { pause } from "../helpdesks/contract/session-requests.ts"
import type { InsertAnswer, ToPage } from "../protocol/page.ts"
import { replyEditor, type HelpdeskPage } from "./helpdesk-page.ts"
import { locateText, locateVerbatim, standsPartly } from "./locate-text.ts"
import { PageRefusal } from "./page-problem.ts"
import { composed, isComposing } from "./watch-typing.ts"

type InsertRequest = Extract<ToPage, { kind: "draft-insert" }>

/** How long reading the newest message may take, in ms, before the agent is offered Copy instead. */
export const REREAD_TIMEOUT_MS = 2000
/**
 * An editor that undoes a foreign change does so at once or in its next task. After this many ms the change is final.
 */
export const EDITOR_SETTLE_MS = 60

/** How long a character that the agent is composing is waited for, in ms. */
const COMPOSING_MS = 3000

/**
 * Inserts a text into the public reply of the ticket that it was made for, and only while that ticket is open. A draft
 * is inserted only when the public thread has nothing newer, and never a second time without being asked. It sends
 * nothing and presses no key.
 * @throws Refused, NotPublic, NoEditor, PageChanged, LoggedOut
 */
export async function insertDraft(
  helpdeskPage: HelpdeskPage,
  ask: InsertRequest,
  signal: AbortSignal
): Promise<InsertAnswer> {
  replyEditor(helpdeskPage, ask.ticketId)
  const newest = ask.version === undefined ? {} : await newestNow(helpdeskPage, ask.ticketId, signal)
  if (newest.version !== ask.version)
    throw new PageRefusal({
      code: "newer-message",
      ...(newest.version === undefined ? {} : { version: newest.version })
    })

  await composed(replyEditor(helpdeskPage, ask.ticketId).element, COMPOSING_MS, signal)
  // The tab may have changed while the helpdesk answered, so everything is looked up again, and once more when the text
  // is inserted.
  const { element, composer } = replyEditor(helpdeskPage, ask.ticketId)
  const standing = composer.read(element)
  // The place was found in the text that stood there, so what the agent types until then must not move it.
  const stillOurs = () =>
    !signal.aborted &&
    !isComposing(element) &&
    composer.read(element) === standing &&
    isEditorInPlace(helpdeskPage, ask.ticketId, element)
  const plan = planFor(standing, ask)
  if (plan.kind === "replace") await composer.replace(element, plan.from, plan.to, ask.text, stillOurs)
  if (plan.kind === "insert") await composer.insert(element, ask.text, ask.at ? "selection" : "own-place", stillOurs)
  if (plan.kind !== "nothing") {
    await pause(EDITOR_SETTLE_MS, signal)
    const wanted = locateText(plan.before, ask.text).length + 1
    if (!element.isConnected || locateText(composer.read(element), ask.text).length < wanted) {
      replyEditor(helpdeskPage, ask.ticketId)
      throw new PageRefusal({ code: "not-there" })
    }
  }
  const newerNote = ask.note !== undefined && newest.note !== undefined && newest.note !== ask.note
  return { ok: true, before: plan.before, ...(newerNote ? { newerNote } : {}) }
}

type InsertPlan = { before: string } & (
  | { kind: "insert" }
  | { kind: "nothing" }
  | { kind: "replace"; from: number; to: number }
)

/**
 * Decides what to do with the text in the editor. @throws Refused when our former text was changed, or when this text
 * is already there
 */
function planFor(standing: string, { text, former, below, at }: InsertRequest): InsertPlan {
  // The agent asked for this place, so what was inserted before stays.
  if (below || at || standing.trim() === "") return { kind: "insert", before: standing }
  if (former) {
    const [place, second] = locateVerbatim(standing, former)
    // After an undo, or in a page that was loaded anew, nothing of it is there that could have been changed.
    if (!place && !standsPartly(standing, former) && locateText(standing, text).length === 0)
      return { kind: "insert", before: standing }
    if (!place || second) throw new PageRefusal({ code: "already-inserted" })
    const before = standing.slice(0, place.from) + standing.slice(place.to)
    return former === text ? { kind: "nothing", before } : { kind: "replace", before, ...place }
  }
  // The background loses `former` when it stops between our answer and storing it, so the text itself is compared.
  if (locateText(standing, text).length > 0) throw new PageRefusal({ code: "already-inserted" })
  return { kind: "insert", before: standing }
}

async function newestNow(
  { adapter, page }: HelpdeskPage,
  ticketId: string,
  signal: AbortSignal
): Promise<{ version?: string; note?: string }> {
  try {
    return await adapter.newestPublic(page, ticketId, AbortSignal.any([signal, AbortSignal.timeout(REREAD_TIMEOUT_MS)]))
  } catch (error) {
    if (error instanceof LoggedOut) throw error
    const part = error instanceof PageChanged || error instanceof Unreadable ? error.part : "network"
    throw new PageRefusal({ code: "unreadable", part })
  }
}

export function isEditorInPlace(helpdeskPage: HelpdeskPage, ticketId: string, element: HTMLElement): boolean {
  try {
    return replyEditor(helpdeskPage, ticketId).element === element
  } catch {
    return false
  }
}
