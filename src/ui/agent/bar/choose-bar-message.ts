import { ago, clauses, clock } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { holdingOf, isHolding, openBlanksText } from "../state/open-points.ts"
import { isWriting } from "../state/disabled-reasons.ts"
import type { PanelContextValue } from "../state/use-panel.ts"
import { splitSentence, toBarMessage, type BarMessage } from "../state/bar-message.ts"
import type { PanelNotice } from "../state/use-notice.ts"
import { dangerLine, statusLine } from "./status-line.ts"

/** Returns what the bar says: the newest notice, or else the state that matters most. */
export function barMessageOf(panel: PanelContextValue, now: number, still: number | undefined): BarMessage {
  const { notice, draft, view } = panel
  if (draft?.insertWaits) return plain(t("say.insert-waits"))
  const unfit = notice && "code" in notice && notice.code === "page-unfit" ? notice : undefined
  if (notice && !unfit && !isOver(panel)) return noticeMessage(panel, notice)
  // Esc stops a draft that is being written from every view except the palette.
  if (view === "palette" || (view !== "seat" && !isWriting(draft))) return plain(t("say.more"))
  return (
    progressMessage(panel, now, still) ??
    relayMessage(panel) ??
    // It stands as long as the page is as it is, so what happens to the draft comes first.
    (unfit && ({ ...toBarMessage(unfit, { part: tell("notice.something", {}) }), next: true } as const)) ??
    noLetterMessage(panel) ??
    sentMessage(panel) ??
    reviewMessage(panel)
  )
}

function noticeMessage({ draft, draftText, openPoints, toDo }: PanelContextValue, notice: PanelNotice): BarMessage {
  const message = toBarMessage(notice, {
    count: draftText.letter.claims.length,
    author: authorOf(draft),
    part: tell("notice.something", {}),
    blanks: openBlanksText(openPoints)
  })
  if (!("code" in notice) || !INSERTED.has(notice.code) || toDo.open.length === 0) return message
  // Insert names once what is still to do, and the notice goes with the next action.
  return { ...message, then: t("todo.still", { things: clauses(toDo.open.map(({ what }) => what)) }) }
}

const INSERTED: ReadonlySet<string> = new Set(["inserted", "inserted-unchecked"])

/** Who wrote the message that the draft doesn't know yet. */
const authorOf = (draft: PanelContextValue["draft"]) => draft?.stale?.author ?? tell("notice.somebody", {})

/** What happens to the draft: it is stale, broken off, or not finished. */
function progressMessage(
  { draft, draftText }: PanelContextValue,
  now: number,
  still: number | undefined
): BarMessage | undefined {
  if (draft?.stale) {
    const data = { author: authorOf(draft), ago: ago(draft.stale.at, now) }
    const text = draft.edited ? t("notice.stale.edited", data) : t("notice.stale", data)
    return { tone: "doubt", icon: "mail", ...splitSentence(text), alert: false }
  }
  if (draft?.state === "failed") {
    const text = t("notice.failed", { count: draftText.letter.claims.length })
    return { tone: "wrong", icon: "alert", ...splitSentence(text), alert: true }
  }
  if (draft?.state === "reading") return plain(t("say.reading"))
  if (draft?.waiting) return plain(t("say.waiting", draft.waiting))
  if (isWriting(draft)) return plain(still === undefined ? t("say.writing") : t("say.still", { count: still }))
  return undefined
}

/** Why there is no letter. */
function noLetterMessage({ state, draft, draftText, toDo }: PanelContextValue): BarMessage | undefined {
  const off = state.preparing?.off
  if (!draft) return off ? toBarMessage({ code: `preparing-${off}` }, {}) : plain(t("say.none"))
  if (draftText.letter.text !== "") return undefined
  if (draft.refusal?.reason === "danger" && toDo.open[0]?.kind === "hand-over") return dangerLine(t("line.danger.then"))
  if (draft.refusal) return plain(t("say.refused"))
  if (draft.answer?.tier === "unsure") return plain(t(draft.answer.suggestions.length > 0 ? "say.unsure" : "say.none"))
  return undefined
}

/** How far the letter has got: sent in part or whole, stopped, or in the agent's hands. */
function sentMessage({ draft, messages, editing }: PanelContextValue): BarMessage | undefined {
  const sentCount = messages?.all.filter(({ isSent }) => isSent).length ?? 0
  if (messages && messages.next !== undefined && sentCount > 0 && draft?.insert === "on")
    return plain(t("say.message-sent", { n: sentCount, of: messages.all.length }))
  if (draft?.settled) return { ...plain(""), ...splitSentence(t("say.sent")) }
  if (draft?.state === "stopped") return { ...plain(""), ...splitSentence(t("notice.stopped")) }
  return editing ? plain(t("say.editing")) : undefined
}

/** What there is to review. */
function reviewMessage(panel: PanelContextValue): BarMessage {
  const { draft, openPoints } = panel
  const holding = holdingOf(openPoints)
  if (holding.count > 0 && draft?.inserted)
    return {
      tone: "wrong",
      icon: "shield",
      ...splitSentence(t("say.holds.inserted", holding)),
      alert: true,
      next: true
    }
  if (holding.count === 0 && openPoints.length === 0 && !draft?.checking && draft?.insert === "unproven")
    return { tone: "info", icon: "copy", ...splitSentence(t("say.unproven")), alert: false }
  return statusLine(panel)
}

/**
 * What the notice says was so before: the customer wrote again, the reply was sent, or what held Insert is
 * settled. "Blanks are open" may be said of a macro, and passes with the next action.
 */
function isOver({ notice, draft, openPoints }: PanelContextValue): boolean {
  const code = notice && "code" in notice ? notice.code : undefined
  return (
    ((code === "guard-open" || code === "copied-open") && !openPoints.some(isHolding)) ||
    (code === "newer-message" && draft?.stale !== undefined) ||
    // The verifier's word has come since.
    ((code === "inserted-unchecked" || code === "copied-unchecked") && draft?.verification !== undefined) ||
    ((code === "inserted" || code === "inserted-unchecked") &&
      (draft?.settled === true || (draft?.sent !== undefined && !draft.inserted)))
  )
}

function relayMessage({ state, draft }: PanelContextValue): BarMessage | undefined {
  if (state.relay.state === "other-version") return toBarMessage({ code: "relay-other-version" }, {})
  if (state.relay.state !== "offline") return undefined
  const saved = draft?.savedAt ? clock(draft.savedAt) : ""
  const offline = !navigator.onLine
  const text =
    saved === ""
      ? offline
        ? t("notice.no-network")
        : t("notice.relay-unreachable")
      : offline
        ? t("notice.offline", { time: saved })
        : t("notice.no-relay", { time: saved })
  const { what, then } = splitSentence(text)
  const { outcomes, refused = [] } = state.kept
  const waits = outcomes - refused.length
  const waiting = waits > 0 ? ` ${t("notice.waiting", { count: waits })}` : ""
  return { tone: "info", icon: offline ? "cloud-off" : "unplug", what, then: then + waiting, alert: false }
}

const plain = (then: string): BarMessage => ({ tone: "plain", what: "", then, alert: false })
