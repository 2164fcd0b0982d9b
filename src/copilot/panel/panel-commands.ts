import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { choiceOf, choose } from "../prepare/choose.ts"
import { bringBack, edit, keepSentence } from "../draft/edit.ts"
import { copied, insert } from "../reply/insert.ts"
import { keepMark } from "../draft/guard.ts"
import { replies, search } from "../prepare/knowledge.ts"
import { insertMacro, macro, macros } from "../reply/macros.ts"
import { noticeOf } from "../ticket/notices.ts"
import { mend } from "./mend.ts"
import { newWish } from "../prepare/open-ticket.ts"
import { load } from "../ticket/load.ts"
import { prepare } from "../prepare/prepare.ts"
import { reject, shown, unreject } from "../outcome/reject.ts"
import { erase, passedOn, saw } from "./saw.ts"
import { showMessage } from "../ticket/show-message.ts"
import { fixTone, lookAtTone } from "../reply/tone.ts"
import { inLine, type Desk, type Work } from "../ticket/work.ts"

export type TicketCommand = Extract<PanelCommand, { key: string }>

/**
 * What the agent does with a ticket. What changes a page or asks anew waits its turn; what is typed is kept at once.
 */
export async function panelCommand(desk: Desk, work: Work, command: TicketCommand): Promise<CommandAnswer> {
  const store = await desk.account.unlock()
  if (!store) return { ok: false, code: "locked", message: "Your drafts are locked until the relay can be reached." }
  try {
    await load(work, store)
    if (!LOOKING.has(command.kind)) work.notice = undefined
    switch (command.kind) {
      case "panel-insert":
        return await inLine(work, () => insert(desk, work, store, command))
      case "panel-copied":
        return await copied(desk, work, store, command)
      case "panel-edit":
        return done(await edit(desk, work, store, command))
      case "panel-keep":
        return done(await keepSentence(desk, work, store, command))
      case "panel-keep-mark":
        return done(await keepMark(desk, work, store, command))
      case "panel-shown":
        return done(await shown(desk, work, store, command.draftId))
      case "panel-reject":
        return await reject(desk, work, store, command)
      case "panel-unreject":
        return await unreject(desk, work, store, command.draftId)
      case "panel-former":
        return done(await bringBack(desk, work, store, command.draftId))
      case "panel-show-message":
        return await showMessage(desk, work, command.messageId)
      case "panel-tone":
        return await lookAtTone(desk, work, true)
      case "panel-tone-fix":
        return await fixTone(desk, work, command.start, command.quote)
      case "panel-macros":
        return await macros(desk, work, command.words)
      case "panel-macro":
        return await macro(desk, work, command.macroId)
      case "panel-macro-insert":
        return await inLine(work, () => insertMacro(desk, work, store, command))
      case "panel-search":
        return await search(desk, work, store, command.words)
      case "panel-replies":
        return await replies(desk, work, store)
      case "panel-saw":
        return await saw(work, store)
      case "panel-passed-on":
        return await passedOn(desk, work, command.draftId)
      case "panel-mend": {
        const said = await mend(desk, work, store, command)
        return said.ok && command.again ? await writeAgain(desk, work, store) : said
      }
      case "panel-choose": {
        const choice = choiceOf(desk, work, command)
        return "refused" in choice
          ? choice.refused
          : await writeAgain(desk, work, store, { first: () => choose(desk, work, command) })
      }
      case "panel-erase":
        return await inLine(work, () => erase(desk, work, store))
      case "panel-stop":
        work.reading?.stop.abort()
        work.writing?.stop.abort()
        return { ok: true }
      case "panel-regenerate":
        return await writeAgain(desk, work, store, { instruction: command.instruction })
    }
  } catch (error) {
    work.notice = noticeOf(error)
    await desk.trouble(error)
    desk.show(work)
    return { ok: false, code: work.notice.code }
  }
}

/** What is being written is ended first, not waited for. `first`: kept together with the wish for the draft. */
function writeAgain(
  desk: Desk,
  work: Work,
  store: Store,
  { instruction, first }: { instruction?: string | undefined; first?: () => void } = {}
): Promise<CommandAnswer> {
  work.writing?.stop.abort()
  return inLine(work, async () => {
    first?.()
    await desk.erased.remove(work.key)
    await prepare(desk, work, store, newWish(desk, instruction))
    return { ok: true }
  })
}

/** Commands that change nothing: what the bar says still holds. */
const LOOKING = new Set<TicketCommand["kind"]>([
  "panel-saw",
  "panel-passed-on",
  "panel-tone",
  "panel-tone-fix",
  "panel-show-message",
  "panel-shown",
  "panel-macros",
  "panel-macro",
  "panel-search",
  "panel-replies"
])

const done = (changed: boolean): CommandAnswer => (changed ? { ok: true } : { ok: false, code: "not-ready" })
