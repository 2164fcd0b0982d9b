import type { IconName } from "../../kit/icon.tsx"
import { pagePartWords } from "../../kit/page-part-words.ts"
import { unmaskedWords } from "../../messages/unmasked-words.ts"
import { relayProblem } from "../../messages/relay-problem.ts"
import { isMessage, t, tell, type MessageData } from "../../messages/t.ts"
import type { PanelNotice } from "./use-notice.ts"

/** One line of the bar: what happened in bold, then what is safe and what to do. */
export interface BarMessage {
  tone: "plain" | "info" | "doubt" | "wrong"
  icon?: IconName
  what: string
  then: string
  /** What was just asked for has failed, so it is announced at once. */
  alert: boolean
  /** Next leads to what it is about. */
  next?: true
}

/** Words a notice or an answer's code. `about` fills in arguments that the notice doesn't have. */
export function toBarMessage(spoken: PanelNotice, about: MessageData): BarMessage {
  if ("why" in spoken) return { tone: "plain", what: "", then: t("sentence", { text: spoken.why }), alert: false }
  const known = `notice.${spoken.code}`
  const key = isMessage(known) ? known : "notice.other"
  const { tone = "wrong", icon = "alert" } = looks[spoken.code] ?? {}
  const { kinds, part } = spoken.data ?? {}
  const data = {
    ...about,
    message: relayProblem(spoken.code, spoken.message),
    ...spoken.data,
    ...(part === undefined ? {} : { part: pagePartWords(String(part)) }),
    ...(kinds === undefined ? {} : { what: unmaskedWords(String(kinds).split(" ")) })
  }
  return { tone, ...(tone === "plain" ? {} : { icon }), ...splitSentence(tell(key, data)), alert: tone === "wrong" }
}

/** "What happened.|What to do." */
export function splitSentence(text: string): { what: string; then: string } {
  const [what = "", then = ""] = text.split("|")
  return { what, then }
}

const calm = { tone: "plain" } as const
const doubt = { tone: "doubt", icon: "alert" } as const
const info = { tone: "info", icon: "alert" } as const
const relay = { tone: "wrong", icon: "unplug" } as const
const looks: Record<string, { tone: BarMessage["tone"]; icon?: IconName }> = {
  inserted: { tone: "plain" },
  "inserted-unchecked": { tone: "info", icon: "eye" },
  "copied-unchecked": { tone: "info", icon: "eye" },
  "message-sent": calm,
  "tone-fixed": { tone: "plain" },
  "tone-kept": doubt,
  "words-changed": doubt,
  "no-selection": doubt,
  "known-helpdesk": info,
  "tone-note": doubt,
  copied: calm,
  "handed-over": calm,
  "sentence-added": calm,
  "sentence-removed": calm,
  "copied-sent": calm,
  "override-saved": calm,
  "override-word": doubt,
  "override-fixed": doubt,
  "override-many": doubt,
  "choose-many-use": doubt,
  "choose-many-not": doubt,
  erased: calm,
  rejected: calm,
  unrejected: calm,
  "reply-sent": doubt,
  "guard-open": { tone: "wrong", icon: "shield" },
  "guard-failed": doubt,
  "blank-open": { tone: "doubt", icon: "blank" },
  "copied-open": { tone: "doubt", icon: "alert" },
  "newer-note": { tone: "doubt", icon: "mail" },
  "newer-message": { tone: "doubt", icon: "mail" },
  "already-inserted": doubt,
  "macro-there": doubt,
  "macro-gone": doubt,
  "macros-unreadable": doubt,
  "not-ready": doubt,
  locked: info,
  "no-message": doubt,
  "other-ticket": doubt,
  "not-public": doubt,
  "copy-only": info,
  "page-unfit": doubt,
  "no-editor": doubt,
  "no-shown-box": doubt,
  "logged-out": doubt,
  unreadable: doubt,
  "token-wanted": info,
  several: info,
  "copy-failed": doubt,
  "relay-unreachable": { tone: "info", icon: "unplug" },
  "no-network": { tone: "info", icon: "cloud-off" },
  "relay-other-version": info,
  policy: info,
  "preparing-unused": info,
  "preparing-budget": info,
  "preparing-choice": calm,
  "preparing-policy": calm,
  "preparing-team": calm,
  "preparing-rule": calm,
  "switched-off": info,
  "model-off": calm,
  "budget-cost": info,
  "budget-month": info,
  "budget-prepared": info,
  "site-off": info,
  "empty-ticket": info,
  "too-long": info,
  "too-large": info,
  "too-many-drafts": info,
  "older-left-out": info,
  "framed-twice": info,
  "store-full": info,
  "relay-stopped": relay,
  "relay-busy": relay,
  "relay-error": relay,
  "database-down": relay,
  "disk-full": relay
}
