import { ensureRecord, setTicketContent } from "../draft/ticket-content.ts"
import { keepTicket } from "../draft/keep.ts"
import { isTranslation } from "../../ticket/rewrite.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { runAttachmentCommand } from "../prepare/read-attachment.ts"
import { keepFacts, choiceOf, choose } from "../prepare/draft-inputs.ts"
import { bringBack, edit, keepSentence } from "../draft/edit.ts"
import { findDeeds } from "../draft/deeds.ts"
import { findEvidence } from "../draft/evidence.ts"
import { recordCopy, insertDraft, waitForCheck } from "../reply/insert-draft.ts"
import { keepMark } from "../draft/guard.ts"
import { askQuestion } from "../prepare/ask-question.ts"
import { replies, search } from "../prepare/knowledge.ts"
import { insertMacro, readMacro, findMacros } from "../reply/macros.ts"
import { noticeOf } from "../ticket/notices.ts"
import { applyMaskingOverride } from "./masking-override.ts"
import { changeToken } from "../helpdesk-api/api-tokens.ts"
import { runLookupCommand } from "../lookups/lookup-commands.ts"
import { newRequest } from "../prepare/open-ticket.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { load } from "../ticket/load.ts"
import { prepare } from "../prepare/prepare.ts"
import { compareTranslated, textsToTranslate } from "../prepare/browser-translation.ts"
import { putRewrite, rewriteText } from "../prepare/rewrite-text.ts"
import { translateThread } from "../prepare/translate-thread.ts"
import { reject, shown, unreject } from "../outcome/reject.ts"
import { correctIntent } from "../prepare/correct-intent.ts"
import { eraseTicket, readUpstreamRequest, inspectRequests } from "./request-inspector.ts"
import { showMessage } from "../ticket/show-message.ts"
import { checkReply } from "../reply/check-reply.ts"
import { checkEditorTone, checkToneFully, fixTone } from "../reply/editor-tone.ts"
import { decideOnTone, showHiddenTone } from "../reply/tone-decisions.ts"
import { lockedAnswer, managedPolicy } from "../session/managed-policy.ts"
import { isSwitchedOff } from "../ticket/switched-off-fault.ts"
import { ticketOff } from "../ticket/ticket-off.ts"

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
    if (!(command.kind in LOOKING)) state.notice = undefined
    const isLocal = LOCAL.has(command.kind)
    if (!isLocal && (await ticketOff(services, state)).reading) return switchedOff(services, state)
    if (isTranslating(command) && (await managedPolicy(services.browser)).isOff("translation"))
      return { ok: false, code: "translation-off", message: "Your organisation has translation switched off." }
    const answer = await handle({ services, state, store }, command.kind, command)
    return state.off?.reading && !isLocal ? switchedOff(services, state) : answer
  } catch (error) {
    if (isSwitchedOff(error)) return switchedOff(services, state)
    state.notice = noticeOf(error)
    await services.reportError(error)
    services.show(state)
    return { ok: false, code: state.notice.code }
  }
}

/** The panel shows why. */
function switchedOff(services: Services, state: TicketState): CommandAnswer {
  services.show(state)
  return { ok: false, code: "switched-off" }
}

/** These work where reading is switched off: they end something, or take it away. */
const LOCAL: ReadonlySet<TicketCommand["kind"]> = new Set<TicketCommand["kind"]>(["panel-erase", "panel-stop"])

const isTranslating = (command: TicketCommand): boolean => "change" in command && isTranslation(command.change)

/** An open ticket, for which a command is carried out. */
interface OpenTicket {
  services: Services
  state: TicketState
  store: Store
}

type Commands = { [Kind in TicketCommand["kind"]]: Extract<TicketCommand, { kind: Kind }> }
type Handlers = { [Kind in keyof Commands]: (ticket: OpenTicket, command: Commands[Kind]) => Promise<CommandAnswer> }

const handle = <Kind extends keyof Commands>(ticket: OpenTicket, kind: Kind, command: Commands[Kind]) =>
  HANDLERS[kind](ticket, command)

/** These commands change nothing, so the message in the bar stays. */
const LOOKING = {
  "panel-inspect": ({ state, store }) => inspectRequests(state, store),
  "panel-evidence": ({ services, state }, command) => findEvidence(services, state, command),
  "panel-deeds": ({ services, state }, command) => findDeeds(services, state, command),
  "panel-insert-now": ({ state }) => {
    state.waitForCheck?.end()
    return Promise.resolve({ ok: true })
  },
  "panel-passed-on": ({ services, state }, { draftId }) => readUpstreamRequest(services, state, draftId),
  "panel-check-reply": ({ services, state, store }, { rested }) => checkReply(services, state, store, rested),
  "panel-tone": ({ services, state, store }) => checkToneFully(services, state, store),
  "panel-tone-fix": ({ services, state }, { start, quote }) => fixTone(services, state, start, quote),
  "panel-tone-decide": ({ services, state, store }, command) => decideOnTone(services, state, store, command),
  async "panel-tone-show-hidden"({ services, state, store }) {
    const answer = await showHiddenTone(services, state, store)
    await checkEditorTone(services, state, false)
    return answer
  },
  "panel-show-message": ({ services, state }, { messageId }) => showMessage(services, state, messageId),
  "panel-shown": async ({ services, state, store }, { draftId }) => done(await shown(services, state, store, draftId)),
  "panel-macros": ({ services, state }, { words }) => findMacros(services, state, words),
  "panel-macro": ({ services, state }, { macroId }) => readMacro(services, state, macroId),
  "panel-search": ({ services, state, store }, { words }) => search(services, state, store, words),
  "panel-ask": ({ services, state, store }, { question }) => askQuestion(services, state, store, question),
  "panel-rewrite": ({ services, state, store }, command) => rewriteText(services, state, store, command),
  "panel-translate": ({ services, state, store }, command) => translateThread(services, state, store, command),
  "panel-texts": ({ services, state, store }, command) => textsToTranslate(services, state, store, command),
  "panel-compare-translation": ({ services, state }, command) => compareTranslated(services, state, command),
  "panel-replies": ({ services, state, store }) => replies(services, state, store),
  "panel-intent": ({ services, state, store }, { intent }) => correctIntent(services, state, store, intent),
  "panel-tick": ({ services, state, store }, { ticked }) =>
    runInOrder(state, async () => {
      ensureRecord(services, state)
      setTicketContent(state, { ticked })
      services.show(state)
      await keepTicket(state, store)
      return { ok: true }
    }),
  "panel-look-up": ({ services, state }, command) => runLookupCommand(services, state, command),
  "panel-lookup-allow": ({ services, state }, command) => runLookupCommand(services, state, command),
  "panel-lookup-secret": ({ services, state }, command) => runLookupCommand(services, state, command),
  "panel-attachment-read": ({ services, state, store }, command) =>
    runAttachmentCommand(services, state, store, command),
  "panel-attachment-drop": ({ services, state, store }, command) =>
    runAttachmentCommand(services, state, store, command)
} satisfies Partial<Handlers>

/** What these commands do replaces the message in the bar. */
const CHANGING: Omit<Handlers, keyof typeof LOOKING> = {
  async "panel-insert"(ticket, command) {
    const { services, state, store } = ticket
    const order = await waitForCheck(services, state, store, command)
    if (!order) return { ok: false, code: "not-ready" }
    const answer = await runInOrder(state, () => insertDraft(services, state, store, order))
    if (answer.ok) readTone(ticket)
    return answer
  },
  "panel-copied": ({ services, state, store }, command) => recordCopy(services, state, store, command),
  "panel-edit": async ({ services, state, store }, command) => done(await edit(services, state, store, command)),
  "panel-keep": async ({ services, state, store }, command) =>
    done(await keepSentence(services, state, store, command)),
  "panel-keep-mark": async ({ services, state, store }, command) =>
    done(await keepMark(services, state, store, command)),
  "panel-reject": ({ services, state, store }, command) => reject(services, state, store, command),
  "panel-unreject": ({ services, state, store }, { draftId }) => unreject(services, state, store, draftId),
  "panel-former": async ({ services, state, store }, { draftId }) =>
    done(await bringBack(services, state, store, draftId)),
  "panel-macro-insert": ({ services, state, store }, command) =>
    runInOrder(state, () => insertMacro(services, state, store, command)),
  "panel-rewrite-put": ({ services, state }, command) => putRewrite(services, state, command),
  async "panel-override"(ticket, command) {
    const answer = await applyMaskingOverride(ticket.services, ticket.state, ticket.store, command)
    return answer.ok && command.again ? writeAgain(ticket) : answer
  },
  async "panel-choose"(ticket, command) {
    const choice = choiceOf(ticket.state, command)
    if ("refused" in choice) return choice.refused
    return writeAgain(ticket, { first: () => choose(ticket.services, ticket.state, command) })
  },
  "panel-token": ({ services, state }, { token }) => changeToken(services, state, token),
  "panel-erase": ({ services, state, store }) => runInOrder(state, () => eraseTicket(services, state, store)),
  "panel-stop": ({ state }) => {
    state.reading?.stop.abort()
    state.writing?.stop.abort()
    return Promise.resolve({ ok: true })
  },
  "panel-facts": (ticket, { facts, keep }) =>
    writeAgain(
      ticket,
      keep ? { wish: { facts: {} }, first: () => keepFacts(ticket.services, ticket.state, facts) } : { wish: { facts } }
    ),
  "panel-danger": (ticket, { decision }) => writeAgain(ticket, { wish: { danger: decision } }),
  "panel-regenerate": (ticket, { instruction }) =>
    writeAgain(ticket, { wish: instruction === undefined ? "again" : { instruction: instruction.trim() } })
}

const HANDLERS: Handlers = { ...LOOKING, ...CHANGING }

const done = (isChanged: boolean): CommandAnswer => (isChanged ? { ok: true } : { ok: false, code: "not-ready" })

/** Where the relay has a model for tone, it reads a letter once it stands in the editor. Nobody waits for that. */
function readTone({ services, state, store }: OpenTicket): void {
  if (services.account.state.relay.tone === undefined) return
  void checkToneFully(services, state, store).catch((error: unknown) => services.reportError(error))
}

/** Ends what is being written without waiting for it. @param first is kept together with the request for the draft */
function writeAgain(
  { services, state, store }: OpenTicket,
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
