import { parseCondition, type SwitchFacts } from "./condition.ts"

/**
 * What can be switched off for some tickets or people. "reading": the ticket isn't read, so nothing of it leaves the
 * page. "preparing": no draft is made before the agent asks for one. "model": nothing is asked of a model.
 */
export const SWITCHABLE = ["reading", "preparing", "model"] as const
export type Switchable = (typeof SWITCHABLE)[number]

/** One rule: what is off, and for which tickets or people. */
export interface OffSwitch {
  off: Switchable
  /** Such as `tag is vip` (condition.ts), or `always`. */
  when: string
}

/**
 * Returns the first switch that turns this off, or "unread" if that depends on what the ticket says, which isn't known
 * yet. What has no condition that can be read counts as always off, so that a mistake sends nothing.
 */
export function switchedOff(
  what: Switchable,
  switches: readonly OffSwitch[],
  facts: SwitchFacts
): OffSwitch | "unread" | undefined {
  let isUnread = false
  for (const one of switches) {
    if (one.off !== what) continue
    const holds = parseCondition(one.when)?.(facts) ?? "holds"
    if (holds === "holds") return one
    isUnread ||= holds === "unread"
  }
  return isUnread ? "unread" : undefined
}
