import type { PanelState } from "../../../protocol/panel.ts"
import { holdsLetter } from "../../../ticket/danger.ts"
import { t } from "../../messages/t.ts"
import { nextMessage, pointsIn, type ChatMessages } from "./use-chat-messages.ts"
import { holdingOf, type OpenPoint } from "./open-points.ts"

/** Why each action can't be done now, in words; undefined if it can. */
export interface DisabledReasons {
  insert: string | undefined
  copy: string | undefined
  regenerate: string | undefined
  ask: string | undefined
  edit: string | undefined
  reject: string | undefined
}

export function disabledReasonsOf(
  { draft, relay }: PanelState,
  text: string,
  openPoints: OpenPoint[],
  messages: ChatMessages | undefined
): DisabledReasons {
  const regenerate = relayReason(relay)
  const isEmpty = text.trim() === ""
  return {
    insert: insertReason(draft, isEmpty, openPoints, messages),
    copy: isEmpty ? t("off.no-copy") : undefined,
    regenerate,
    ask: askReason(draft, regenerate !== undefined),
    edit: editReason(draft),
    reject: rejectReason(draft, isEmpty)
  }
}

function insertReason(
  draft: PanelState["draft"],
  isEmpty: boolean,
  openPoints: OpenPoint[],
  messages: ChatMessages | undefined
): string | undefined {
  if (isWriting(draft)) return t("off.insert.waits")
  if (isEmpty) return t("off.no-draft")
  if (draft?.stale) return t("off.insert.stale")
  if (draft && draft.insert !== "on") return t(`off.insert.${draft.insert}`)
  if (messages && messages.next === undefined) return t("off.insert.sent")
  const holding = holdingOf(pointsIn(openPoints, messages && nextMessage(messages)))
  return holding.count > 0 ? t("off.insert.holds", holding) : undefined
}

function askReason(draft: PanelState["draft"], isOff: boolean): string | undefined {
  if (isOff) return t("ask.off")
  if (isWriting(draft)) return t("ask.waits")
  return holdsLetter(draft?.danger) ? t("off.danger") : undefined
}

/** Why the relay can't be asked for a draft. */
function relayReason({ state }: PanelState["relay"]): string | undefined {
  if (state === "offline") return t("off.regenerate")
  return state === "other-version" ? t("off.regenerate.version") : undefined
}

function editReason(draft: PanelState["draft"]): string | undefined {
  if (isWriting(draft)) return t("draft.edit.waits")
  return draft && (!draft.refusal || draft.answer?.frame) ? undefined : t("draft.edit.none")
}

function rejectReason(draft: PanelState["draft"], isEmpty: boolean): string | undefined {
  if (isWriting(draft)) return t("off.reject.waits")
  if (isEmpty || draft?.refusal) return t("off.reject.none")
  return draft?.settled || draft?.sent ? t("off.reject.sent") : undefined
}

export function isWriting(draft: PanelState["draft"]): boolean {
  return draft?.state === "writing" || draft?.state === "reading"
}

/** The draft broke off by itself, with or without a first part that is kept. */
export function isBroken({ draft, notice }: PanelState): boolean {
  return draft?.state === "failed" || (draft?.state === "stopped" && notice !== undefined && BREAKS.test(notice.code))
}

const BREAKS = /^(relay|model)-|^(database-down|disk-full|signed-out-by-relay|mask-timeout)$/

/** The length of the finished sentences: the whole draft, unless it is being written. */
export function finishedLength(draft: PanelState["draft"], text: string): number {
  return draft?.state === "writing" ? draft.claims.reduce((end, claim) => Math.max(end, claim.end), 0) : text.length
}
