import { restore } from "../../masking/restore.ts"
import { NO_PLACEHOLDERS, type MaskTable } from "../../masking/basis/placeholder-table.ts"
import { mayReview } from "../../protocol/lead.ts"
import type { PanelDraft, PanelState } from "../../protocol/panel.ts"
import type { PanelPlaces } from "../../protocol/picking/pick-commands.ts"
import type { Preparing } from "../../protocol/popup.ts"
import type { Notice, OffReason } from "../../protocol/notice.ts"
import { aboutAsSaid } from "../prepare/correct-intent.ts"
import type { DraftRecord, TicketRecord } from "../../store/records.ts"
import type { Account } from "../session/account.ts"
import { usedOf } from "../draft/keep.ts"
import { isInsertedSent, ofLetter } from "../outcome/reply-in-messages.ts"
import { draftTextOf, restoredVerification } from "../draft/draft-text.ts"
import type { PlaybookReason, PlaybookStanding } from "../../ticket/playbook-standing.ts"
import { shownAttachments } from "../ticket/ticket-attachments.ts"
import { shownLookups } from "../lookups/ticket-facts.ts"
import type { Answer, OpenCase, Suggestion } from "../../ticket/draft.ts"
import { SELECTED_TEXT } from "../../ticket/ticket-key.ts"
import { editorReplyOf } from "../reply/check-reply.ts"
import type { TicketState } from "../ticket/ticket-state.ts"

/** What panels show besides the account and the ticket. */
interface PanelExtras {
  kept: PanelState["kept"]
  preparing: Preparing
  isOld: (draft: DraftRecord) => boolean
  notice?: Notice | undefined
  key?: PanelState["key"]
  site?: PanelState["site"]
  shown?: PanelPlaces
}

/** Builds everything that a page shows, again at each change. Pages keep only what is being typed. */
export function buildPanelState(account: Account, state: TicketState | undefined, extras: PanelExtras): PanelState {
  const { signedIn, locked, signedOut, policy, person, relay, review, admin } = account.state
  const common = {
    relay,
    kept: extras.kept,
    ...(review ? { review } : {}),
    ...(admin ? { admin } : {}),
    ...(person ? { person } : {}),
    ...(extras.key ? { key: extras.key } : {}),
    ...extras.shown
  }
  if (!signedIn) return { phase: "unpaired", ...common }
  if (!account.store)
    return locked
      ? { phase: "locked", locked, ...(signedOut && { signedOut }), ...(policy && { policy }), ...common }
      : { phase: "empty", ...common }
  if (state?.off?.reading) return { phase: "empty", ...common, notice: switchedOffNotice(state.off.reading) }
  const message = extras.notice ?? noticeAbout(state)
  const notice = message ? { notice: message } : {}
  if (!state) return { phase: "empty", ...common, ...notice, ...(extras.site ? { site: extras.site } : {}) }
  return {
    phase: "ticket",
    ...common,
    ...notice,
    preparing: preparingOf(state, extras),
    ...ticketParts(account, state, extras)
  }
}

/** What the panel shows of a ticket. */
function ticketParts(account: Account, state: TicketState, { isOld }: PanelExtras): Partial<PanelState> {
  const table = state.table ?? NO_PLACEHOLDERS
  const draft = draftState(state, table, isOld)
  return {
    masking: {
      mode: account.rules.now().mode,
      ...(account.rules.agentsMayAdd || mayReview(account.state.person) ? { mayAdd: true } : {})
    },
    ticket: shownTicket(state),
    ...summaryOf(state.record, table),
    ...(draft ? { draft } : {}),
    ...lookupsOf(state),
    ...attachmentsOf(account, state),
    ...(state.tone ? { tone: state.tone } : {}),
    ...editorReplyOf(state)
  }
}

function shownTicket({ key, ticket, record, api }: TicketState): NonNullable<PanelState["ticket"]> {
  return {
    key,
    ...ticket,
    subject: record?.subject ?? "",
    language: record?.language ?? null,
    ...(record?.channel ? { channel: record.channel } : {}),
    messages: record?.messages ?? [],
    ...(api ? { api } : {}),
    ...(record?.chosen ? { chosen: record.chosen } : {}),
    ...(record?.given ? { given: record.given } : {}),
    ...(record?.ticked ? { ticked: record.ticked } : {})
  }
}

/** The summary, restored. */
function summaryOf(record: TicketRecord | undefined, table: MaskTable): Pick<PanelState, "summary"> {
  if (!record?.summary) return {}
  const { state, lines } = record.summary
  return {
    summary: {
      state,
      lines: lines.map((line) => ({
        ...line,
        text: restore(line.text, table).text,
        ...(line.until !== undefined && { until: restore(line.until, table).text })
      })),
      ...aboutOf(record, table),
      ...earlierOf(record, table)
    }
  }
}

/** What the ticket is about, restored. */
function aboutOf(
  { summary, intent }: TicketRecord,
  table: MaskTable
): Pick<NonNullable<PanelState["summary"]>, "about"> {
  if (!summary?.about) return {}
  const { urgent, escalate, ...about } = aboutAsSaid(summary.about, intent)
  const restored = <T extends { because: string }>(one: T): T => ({ ...one, because: restore(one.because, table).text })
  return {
    about: { ...about, ...(urgent && { urgent: restored(urgent) }), ...(escalate && { escalate: restored(escalate) }) }
  }
}

/** What was promised in earlier tickets, restored. */
function earlierOf({ earlier }: TicketRecord, table: MaskTable): Pick<NonNullable<PanelState["summary"]>, "earlier"> {
  if (!earlier) return {}
  const promises = earlier.promises.map((one) => ({ ...one, text: restore(one.text, table).text }))
  return { earlier: { ...earlier, promises } }
}

function attachmentsOf(account: Account, state: TicketState): Pick<PanelState, "attachments"> {
  const attachments = shownAttachments(state, account.attachments.isKnownOn)
  return attachments ? { attachments } : {}
}

function lookupsOf(state: TicketState): Pick<PanelState, "lookups"> {
  const lookups = shownLookups(state)
  return lookups ? { lookups } : {}
}

function insertOf({ unproven, copyOnly, ticket }: TicketState): PanelDraft["insert"] {
  return unproven ? "unproven" : copyOnly || ticket.helpdesk === SELECTED_TEXT ? "copy-only" : "on"
}

function draftState(
  state: TicketState,
  table: MaskTable,
  isOld: (draft: DraftRecord) => boolean
): PanelDraft | undefined {
  const { draft, record, reading } = state
  const formers = state.formers
    .filter(({ masked, edited = "" }) => masked !== "" || edited !== "")
    .slice(0, MAX_FORMERS)
    .map((former) => formerState(former, table))
  const common = {
    insert: insertOf(state),
    ...(formers.length > 0 ? { formers } : {})
  }
  if (reading) return { ...EMPTY_DRAFT, id: reading.draftId, ...common }
  if (!draft) return undefined
  const isWaiting = draft.state === "writing" && state.writing?.draftId === draft.id
  return {
    ...writtenParts(draft, table),
    ...(isWaiting && state.writing?.waiting ? { waiting: state.writing.waiting } : {}),
    ...(state.waitForCheck?.draftId === draft.id ? { insertWaits: true } : {}),
    ...(record?.newer ? { stale: { author: record.newer.author, at: record.newer.at } } : {}),
    ...useParts(state, draft),
    ...(record?.changed ? { old: "ticket" } : isOld(draft) ? { old: "rules" } : {}),
    ...common
  }
}

/** A draft whose ticket is being read. */
const EMPTY_DRAFT = {
  state: "reading" as const,
  text: "",
  edited: false,
  claims: [],
  kept: [],
  sources: [],
  questions: [],
  model: "",
  offline: false,
  language: null
}

/** What the relay wrote, and the agent's edits of it, restored. */
function writtenParts(draft: DraftRecord, table: MaskTable): Omit<PanelDraft, "insert"> {
  const restored = (text: string) => restore(text, table).text
  const { instead, refusal } = draft
  return {
    id: draft.id,
    state: draft.state,
    ...draftTextOf(draft, table),
    edited: draft.edited !== undefined,
    sources: draft.sources,
    ...(draft.guard ? { guard: draft.guard } : {}),
    questions: draft.questions.map((question) => ({ ...question, blank: restored(question.blank) })),
    ...(refusal ? { refusal: { ...refusal, searched: refusal.searched.map(restored) } } : {}),
    ...(draft.answer ? { answer: restoredAnswer(draft.answer, restored) } : {}),
    ...(draft.danger ? { danger: { ...draft.danger, because: restored(draft.danger.because) } } : {}),
    model: draft.model,
    offline: draft.model === "offline",
    language: draft.language,
    ...(draft.instruction ? { wishes: draft.instruction.split("\n") } : {}),
    ...(instead ? { instead: { of: instead.of, why: WHY[instead.code] ?? ("failed" as const) } } : {}),
    ...(draft.repair ? { repair: draft.repair } : {}),
    ...(draft.checking ? { checking: true as const } : {}),
    ...(draft.unverified ? { unverified: true as const } : {}),
    ...(draft.verification ? { verification: restoredVerification(draft.verification, restored) } : {}),
    ...(draft.ms ? { ms: draft.ms } : {}),
    savedAt: draft.savedAt
  }
}

/** What became of a draft: inserted, sent, found not useful, reported. */
function useParts(state: TicketState, draft: DraftRecord): Partial<PanelDraft> {
  const { rejected, sent: messages } = usedOf(state, draft.id) ?? {}
  const sentTexts = messages ? ofLetter(messages) : draft.sent
  return {
    ...(draft.inserted === undefined || isInsertedSent(draft.inserted, sentTexts ?? []) ? {} : { inserted: true }),
    ...(sentTexts ? { sent: sentTexts } : {}),
    ...(rejected ? { rejected: { reasons: rejected.reasons, note: rejected.note } } : {}),
    ...(state.record?.settled?.includes(draft.id) ? { settled: true } : {})
  }
}

function formerState(draft: DraftRecord, table: MaskTable): NonNullable<PanelDraft["formers"]>[number] {
  return {
    id: draft.id,
    text: draftTextOf(draft, table).text,
    edited: draft.edited !== undefined,
    savedAt: draft.savedAt
  }
}

const preparingOf = ({ off }: TicketState, { preparing }: PanelExtras): PanelState["preparing"] =>
  off?.preparing ? { ...preparing, off: "rule" } : preparing

const noticeAbout = (state: TicketState | undefined): Notice | undefined =>
  state?.notice ?? state?.draft?.notice ?? unfitNotice(state) ?? modelNotice(state?.off?.model)

const switchedOffNotice = (reason: OffReason): Notice => ({ code: "switched-off", data: { ...reason } })
const modelNotice = (reason: OffReason | undefined): Notice | undefined =>
  reason && { code: "model-off", data: { ...reason } }

/** It stands until the page fits again. One part is named; the others are likely to have changed with it. */
function unfitNotice(state: TicketState | undefined): Notice | undefined {
  const [part] = state?.unfit ?? []
  return part && { code: "page-unfit", data: { part } }
}

const WHY: Record<string, NonNullable<PanelDraft["instead"]>["why"]> = {
  "budget-cost": "budget",
  "budget-month": "month",
  "model-away": "away",
  "model-queue-full": "full"
}
const MAX_FORMERS = 10

function restoredAnswer(answer: Answer, back: (text: string) => string): Answer {
  const { suggestions, frame, askBack, notSaid, leftOut, notReused, openCases, notDone, playbook } = answer
  const restored = (one: Suggestion): Suggestion => ({
    ...one,
    text: back(one.text),
    ...(one.after === undefined ? {} : { after: back(one.after) })
  })
  return {
    ...answer,
    suggestions: suggestions.map(restored),
    ...(openCases ? { openCases: openCases.map((one) => restoredCase(one, restored, back)) } : {}),
    ...(frame ? { frame: { opening: back(frame.opening), closing: back(frame.closing) } } : {}),
    ...(askBack === undefined ? {} : { askBack: back(askBack) }),
    ...(notSaid ? { notSaid: notSaid.map(restored) } : {}),
    ...(notReused ? { notReused: notReused.map(back) } : {}),
    ...(leftOut
      ? {
          leftOut: leftOut.map((one) => ({
            ...one,
            text: back(one.text),
            because: back(one.because),
            ...(one.answered === undefined ? {} : { answered: back(one.answered) }),
            ...(one.applies === undefined ? {} : { applies: back(one.applies) })
          }))
        }
      : {}),
    ...(playbook ? { playbook: restoredStanding(playbook, back) } : {}),
    ...(notDone ? { notDone: notDone.map((one) => ({ ...one, part: back(one.part) })) } : {})
  }
}

function restoredCase(
  { ways, asked, ...rest }: OpenCase,
  restored: (one: Suggestion) => Suggestion,
  back: (text: string) => string
): OpenCase {
  return {
    ...rest,
    ways: ways.map(restored),
    ...(asked && { asked: { names: asked.names.map(back), question: back(asked.question) } })
  }
}

/** The values of a ticket in the reasons of a playbook. All else in it are the team's own words. */
function restoredStanding(standing: PlaybookStanding, back: (text: string) => string): PlaybookStanding {
  const reasons = (all: PlaybookReason[]) =>
    all.map((one) => ({ ...one, ...(one.value === undefined ? {} : { value: back(one.value) }) }))
  return {
    ...standing,
    because: reasons(standing.because),
    passed: standing.passed.map((step) => ({ ...step, because: reasons(step.because) }))
  }
}
