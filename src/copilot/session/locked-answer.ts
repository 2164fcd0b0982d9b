import type { CommandAnswer, PanelState } from "../../protocol/panel.ts"

/** Answers a command that needs what is kept here while it is locked, with what it is locked by. */
export const lockedAnswer = ({ policy }: Pick<PanelState, "policy">): CommandAnswer =>
  policy
    ? { ok: false, code: "policy-broken", message: "Your organisation's policy can't be understood." }
    : { ok: false, code: "locked", message: "Your drafts are locked until the relay can be reached." }
