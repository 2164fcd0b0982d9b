import { isTranslation } from "../../ticket/rewrite.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { runAttachmentCommand } from "../prepare/read-attachment.ts"
import { keepFacts } from "../prepare/keep-facts.ts"
import { choiceOf, choose } from "../prepare/choose.ts"
import { bringBack, edit, keepSentence } from "../draft/edit.ts"
import { findEvidence } from "../draft/evidence.ts"
import { recordCopy, insertDraft } from "../reply/insert-draft.ts"
import { keepMark } from "../draft/guard.ts"
import { askQuestion } from "../prepare/ask-question.ts"
import { replies, search } from "../prepare/knowledge.ts"
import { insertMacro, readMacro, findMacros } from "../reply/macros.ts"
import { noticeOf } from "../ticket/notices.ts"
import { applyMaskingOverride } from "./masking-override.ts"
import { changeToken } from "../prepare/change-token.ts"
import { runLookupCommand } from "../lookups/lookup-commands.ts"
import { newRequest } from "../prepare/open-ticket.ts"
import { load } from "../ticket/load.ts"
import { prepare } from "../prepare/prepare.ts"
import { compareTranslated, textsToTranslate } from "../prepare/browser-translation.ts"
import { putRewrite, rewriteText } from "../prepare/rewrite-text.ts"
import { translateThread } from "../prepare/translate-thread.ts"
import { reject, shown, unreject } from "../outcome/reject.ts"
import { correctIntent } from "../prepare/correct-intent.ts"
import { eraseTicket, readUpstreamRequest, inspectRequests } from "./request-inspector.ts"
import { showMessage } from "../ticket/show-message.ts"
import { checkEditorTone, checkToneFully, fixTone } from "../reply/editor-tone.ts"
import { decideOnTone, showHiddenTone } from "../reply/tone-decisions.ts"
import { lockedAnswer } from "../session/locked-answer.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"

export type TicketCommand = Extract<PanelCommand, { key: string }>

/**
 * Carries out what the agent does with a ticket. Commands that change a page or ask the relay again wait for the
 * ticket's lock; what is typed is kept at once.
 */
export async function runPanelCommand(
  services: Services,
  state: TicketState,
  command: TicketCommand
): Promise<CommandAnswer> {
  const unlocked = await services.account.unlock()
  // The panel sends the last words when a policy that can't be understood has just locked it.
  const store = unlocked ?? (command.kind === "panel-edit" ? services.account.openStore : undefined)
  if (!store) return lockedAnswer(services.account.state)
  try {
    await load(state, store)
    if (!LOOKING.has(command.kind)) state.notice = undefined
    if (isTranslating(command) && (await managedPolicy(services.browser)).isOff("translation"))
      return { ok: false, code: "translation-off", message: "Your organisation has translation switched off." }
    switch (command.kind) {
      case "panel-insert":
        return withToneRead(
          services,
          state,
          store,
          await runInOrder(state, () => insertDraft(services, state, store, command))
        )
      case "panel-copied":
        return await recordCopy(services, state, store, command)
      case "panel-edit":
        return done(await edit(services, state, store, command))
      case "panel-keep":
        return done(await keepSentence(services, state, store, command))
      case "panel-keep-mark":
        return done(await keepMark(services, state, store, command))
      case "panel-shown":
        return done(await shown(services, state, store, command.draftId))
      case "panel-reject":
        return await reject(services, state, store, command)
      case "panel-unreject":
        return await unreject(services, state, store, command.draftId)
      case "panel-former":
        return done(await bringBack(services, state, store, command.draftId))
      case "panel-show-message":
        return await showMessage(services, state, command.messageId)
      case "panel-tone":
        return await checkToneFully(services, state, store)
      case "panel-tone-fix":
        return await fixTone(services, state, command.start, command.quote)
      case "panel-tone-decide":
        return await decideOnTone(services, state, store, command)
      case "panel-tone-show-hidden": {
        const shown = await showHiddenTone(services, state, store)
        await checkEditorTone(services, state, false)
        return shown
      }
      case "panel-macros":
        return await findMacros(services, state, command.words)
      case "panel-macro":
        return await readMacro(services, state, command.macroId)
      case "panel-macro-insert":
        return await runInOrder(state, () => insertMacro(services, state, store, command))
      case "panel-search":
        return await search(services, state, store, command.words)
      case "panel-ask":
        return await askQuestion(services, state, store, command.question)
      case "panel-rewrite":
        return await rewriteText(services, state, store, command)
      case "panel-translate":
        return await translateThread(services, state, store, command)
      case "panel-texts":
        return await textsToTranslate(services, state, store, command)
      case "panel-compare-translation":
        return await compareTranslated(services, state, command)
      case "panel-rewrite-put":
        return await putRewrite(services, state, command)
      case "panel-intent":
        return await correctIntent(services, state, store, command.intent)
      case "panel-replies":
        return await replies(services, state, store)
      case "panel-inspect":
        return await inspectRequests(state, store)
      case "panel-evidence":
        return await findEvidence(services, state, command)
      case "panel-passed-on":
        return await readUpstreamRequest(services, state, command.draftId)
      case "panel-override": {
        const said = await applyMaskingOverride(services, state, store, command)
        return said.ok && command.again ? await writeAgain(services, state, store) : said
      }
      case "panel-choose": {
        const choice = choiceOf(state, command)
        return "refused" in choice
          ? choice.refused
          : await writeAgain(services, state, store, { first: () => choose(services, state, command) })
      }
      case "panel-look-up":
      case "panel-lookup-allow":
      case "panel-lookup-secret":
        return await runLookupCommand(services, state, command)
      case "panel-token":
        return await changeToken(services, state, command.token)
      case "panel-attachment-read":
      case "panel-attachment-drop":
        return await runAttachmentCommand(services, state, store, command)
      case "panel-erase":
        return await runInOrder(state, () => eraseTicket(services, state, store))
      case "panel-stop":
        state.reading?.stop.abort()
        state.writing?.stop.abort()
        return { ok: true }
      case "panel-facts":
        return await writeAgain(
          services,
          state,
          store,
          command.keep
            ? { wish: { facts: {} }, first: () => keepFacts(services, state, command.facts) }
            : { wish: { facts: command.facts } }
        )
      case "panel-regenerate":
        return await writeAgain(services, state, store, {
          wish: command.instruction === undefined ? "again" : { instruction: command.instruction.trim() }
        })
    }
  } catch (error) {
    state.notice = noticeOf(error)
    await services.reportError(error)
    services.show(state)
    return { ok: false, code: state.notice.code }
  }
}

/** Where the relay has a model for tone, it reads a letter once it stands in the editor. Nobody waits for that. */
function withToneRead(services: Services, state: TicketState, store: Store, inserted: CommandAnswer): CommandAnswer {
  if (inserted.ok && services.account.state.relay.tone !== undefined)
    void checkToneFully(services, state, store).catch((error: unknown) => services.reportError(error))
  return inserted
}

/** Ends what is being written without waiting for it. @param first is kept together with the request for the draft */
function writeAgain(
  services: Services,
  state: TicketState,
  store: Store,
  { wish, first }: { wish?: Parameters<typeof newRequest>[1]; first?: () => void } = {}
): Promise<CommandAnswer> {
  state.writing?.stop.abort()
  return runInOrder(state, async () => {
    first?.()
    await services.erased.remove(state.key)
    await prepare(services, state, store, newRequest(services, wish))
    return { ok: true }
  })
}

/** These commands change nothing, so the message in the bar stays. */
const LOOKING = new Set<TicketCommand["kind"]>([
  "panel-inspect",
  "panel-evidence",
  "panel-passed-on",
  "panel-tone",
  "panel-tone-fix",
  "panel-tone-decide",
  "panel-tone-show-hidden",
  "panel-show-message",
  "panel-shown",
  "panel-macros",
  "panel-macro",
  "panel-search",
  "panel-ask",
  "panel-rewrite",
  "panel-translate",
  "panel-texts",
  "panel-compare-translation",
  "panel-replies",
  "panel-intent",
  "panel-look-up",
  "panel-lookup-allow",
  "panel-lookup-secret",
  "panel-attachment-read",
  "panel-attachment-drop"
])

const isTranslating = (command: TicketCommand): boolean => "change" in command && isTranslation(command.change)

const done = (changed: boolean): CommandAnswer => (changed ? { ok: true } : { ok: false, code: "not-ready" })
