/** What the bar says. The message file has the words for each code, and `data` fills their gaps. */
export interface Notice {
  code: NoticeCode
  data?: Record<string, string | number>
}
export type NoticeCode =
  | "relay-unreachable"
  | "relay-stopped"
  | "relay-other-version"
  | "policy"
  | "model-failed"
  | "model-cut"
  | "model-silent"
  | "model-empty"
  | "model-away"
  | "model-queue-full"
  | "budget-cost"
  | "budget-month"
  | "budget-prepared"
  | "relay-busy"
  | "relay-error"
  | "database-down"
  | "disk-full"
  | "signed-out-by-relay"
  | "logged-out"
  | "page-changed"
  | "page-unfit"
  | "other-ticket"
  | "newer-message"
  | "newer-note"
  | "not-public"
  | "copy-only"
  | "no-editor"
  | "no-shown-box"
  | "not-there"
  | "already-inserted"
  | "no-message"
  | "tone-kept"
  | "words-changed"
  | "no-selection"
  | "known-helpdesk"
  | "bad-recipe"
  | "tone-note"
  | "tone-fixed"
  | "macros-unreadable"
  | "macro-gone"
  | "macro-there"
  | "blank-open"
  | "guard-open"
  | "guard-failed"
  | "inserted"
  | "inserted-unchecked"
  | "message-sent"
  | "unreadable"
  | "token-wanted"
  | "several"
  | "mask-timeout"
  | "unmasked-data"
  | "too-long"
  | "too-large"
  | "too-many-drafts"
  | "older-left-out"
  | "framed-twice"
  | "empty-ticket"
  | "store-full"
  | "store-lost"
  | "erased"
  | "may-not-erase"
  | "outcome-taken"
  | "site-off"
  | "switched-off"
  | "model-off"

/** Who has switched something off for a ticket or a person, and by which condition. */
export interface OffReason {
  by: "policy" | "team"
  when: string
}

/** Why the panel is locked. */
export interface PanelLock {
  locked?: "relay-unreachable" | "revoked" | "policy"
  /** Why the relay ended the sign-in, if there is more to say than "revoked". */
  signedOut?: SignedOut
  /** What is wrong with the policy, if that is why. */
  policy?: PolicyFault
}

/**
 * reused: an earlier copy of its tokens was sent to the relay. outdated: it is from before sign-ins were renewed.
 * unused: it wasn't used for thirty days. over: its provider's sign-in is only good for some hours. key-gone: the browser deleted the key that renews it.
 */
export type SignedOut = "reused" | "outdated" | "unused" | "over" | "key-gone"

/**
 * The organisation's policy can't be understood, so nothing is read and nothing sent until it can. The sign-in and what
 * is kept stay. `unknown` are names in it that mean nothing, `missing` such as it has to set and doesn't; without them
 * one of its values can't be used.
 */
export interface PolicyFault {
  unknown?: string[]
  missing?: string[]
}
