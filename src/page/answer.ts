import type {
  EditorAnswer,
  InsertAnswer,
  MacroAnswer,
  MacrosAnswer,
  PageProblem,
  ProbeAnswer,
  ShownAnswer,
  TicketAnswer,
  ToPage,
  VersionAnswer
} from "../protocol/page.ts"
import { replyEditor, type Desk } from "./desk.ts"
import { insertDraft } from "./insert.ts"
import { macroShelf, type MacroShelf } from "./macros.ts"
import { replaceWords } from "./replace.ts"
import { problemOf } from "./problem.ts"
import { showMessage } from "./show-message.ts"

export type Answer =
  | TicketAnswer
  | VersionAnswer
  | InsertAnswer
  | EditorAnswer
  | ShownAnswer
  | ProbeAnswer
  | MacrosAnswer
  | MacroAnswer

/** How long a whole ticket may take to be read, in ms. */
const READ_TICKET = 20_000

/** Answers the background. Never rejects: what can't be done is a `PageProblem`. */
export function answerer(desk: Desk, signal: AbortSignal): (message: ToPage) => Promise<Answer> {
  let inserting: Promise<unknown> = Promise.resolve()
  const shelf = macroShelf(desk)
  return (message) => {
    if (message.kind !== "draft-insert" && message.kind !== "editor-replace")
      return answer(desk, shelf, message, signal).catch(problemOf)
    // One after another: two quick presses must not both find the editor empty.
    const done: Promise<InsertAnswer | EditorAnswer | PageProblem> = inserting
      .then(
        (): Promise<InsertAnswer | EditorAnswer> =>
          message.kind === "draft-insert" ? insertDraft(desk, message, signal) : replaceWords(desk, message, signal)
      )
      .catch(problemOf)
    inserting = done
    return done
  }
}

async function answer(
  desk: Desk,
  shelf: MacroShelf,
  message: Exclude<ToPage, { kind: "draft-insert" | "editor-replace" }>,
  signal: AbortSignal
): Promise<Answer> {
  const { adapter, page } = desk
  const within = (ms: number) => AbortSignal.any([signal, AbortSignal.timeout(ms)])
  switch (message.kind) {
    case "ticket-read":
      return { ok: true, ticket: await adapter.readTicket(page, message.ticketId, within(READ_TICKET)) }
    case "newest-public": {
      const { version } = await adapter.newestPublic(page, message.ticketId, within(READ_TICKET))
      return { ok: true, version }
    }
    case "editor-read": {
      const { element, composer } = replyEditor(desk, message.ticketId)
      return { ok: true, text: composer.read(element) }
    }
    case "message-show":
      return showMessage(desk, message)
    case "macros-find":
      return shelf.find(message, within(READ_TICKET))
    case "macro-read":
      return shelf.read(message, within(READ_TICKET))
    case "page-probe": {
      const open = adapter.openTicket(page)
      return { ok: true, helpdesk: adapter.id, ...(open ? { ticketId: open.ticketId } : {}) }
    }
  }
}
