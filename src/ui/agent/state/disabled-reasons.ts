import type { PanelState } from "../../../protocol/panel.ts"
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
  const holding = holdingOf(pointsIn(openPoints, messages && nextMessage(messages)))
  const writing = isWriting(draft)
  const empty = text.trim() === ""
  const unreachable =
    relay.state === "offline"
      ? t("off.regenerate")
      : relay.state === "other-version"
        ? t("off.regenerate.version")
        : undefined
  return {
    insert: writing
      ? t("off.insert.waits")
      : empty
        ? t("off.no-draft")
        : draft?.stale
          ? t("off.insert.stale")
          : draft && draft.insert !== "on"
            ? t(`off.insert.${draft.insert}`)
            : messages && messages.next === undefined
              ? t("off.insert.sent")
              : holding.count > 0
                ? t("off.insert.holds", holding)
                : undefined,
    copy: empty ? t("off.no-copy") : undefined,
    regenerate: unreachable,
    ask: unreachable ? t("ask.off") : writing ? t("ask.waits") : undefined,
    edit: writing
      ? t("draft.edit.waits")
      : draft && (!draft.refusal || draft.answer?.frame)
        ? undefined
        : t("draft.edit.none"),
    reject: writing
      ? t("off.reject.waits")
      : empty || draft?.refusal
        ? t("off.reject.none")
        : draft?.settled || draft?.sent
          ? t("off.reject.sent")
          : undefined
  }
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
