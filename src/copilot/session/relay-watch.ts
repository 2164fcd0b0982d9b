import type { Account } from "./account.ts"
import type { CopilotParts, Clock } from "../relay-client/copilot-parts.ts"

export const RELAY_ALARM = "relay"

export type RelayWatch = ReturnType<typeof watchRelay>

/**
 * Nothing reports when a relay comes back, so it is asked: less and less often while somebody has a panel open, and by
 * an alarm if the worker has died in the meantime.
 */
export function watchRelay(
  { browser, clock }: Pick<CopilotParts, "browser" | "clock">,
  account: Account,
  someoneLooks: () => boolean,
  back: () => Promise<void>
) {
  let wait = FIRST_MS
  let backAt = -Infinity
  let off: (() => void) | undefined

  const ask = async (): Promise<void> => {
    const { isAway: was, databaseDown } = account
    const reached = await account.check()
    if (reached && (was || account.isAway)) {
      // A relay that came back needs no waiting. But a database that has just come back and fails again must not be
      // asked every two seconds.
      if (!databaseDown || clock.now() - backAt > CALM_MS) wait = FIRST_MS
      backAt = clock.now()
      await account.unlock()
      await back()
    }
    look()
  }
  /** Makes sure that the relay is asked again if that is needed. */
  function look(): void {
    if (off || !account.isAway || !someoneLooks()) return
    off = clock.after(wait, () => {
      off = undefined
      wait = Math.min(MAX_WAIT_MS, wait * 2)
      void ask()
    })
    void browser.alarms.set(RELAY_ALARM, 1)
  }
  return { ask, look }
}

/** In milliseconds. */
const FIRST_MS = 2_000
const MAX_WAIT_MS = 20_000
const CALM_MS = 60_000

export type PipelineWatch = ReturnType<typeof watchPipeline>

/**
 * Watches which version of prompt, model, retrieval, voice and checks the relay drafts with now, and under which
 * masking rules. A draft of another version is marked as old; it isn't deleted.
 */
export function watchPipeline(account: Account, clock: Clock, changed: () => void) {
  let known: { version: string; at: number } | undefined
  const hear = (version: string) => {
    const before = known
    known = { version, at: clock.now() }
    if (before?.version === version) return
    changed()
    // Another version may be another model, which the panel names and by which it knows what can be asked for.
    if (before) void account.check()
  }
  return {
    /** Takes the version that each finished draft reports. */
    hear,
    /** Asks the relay if no version was reported for five minutes. Without an answer, no draft counts as old. */
    async ask(): Promise<void> {
      await account.rules.ready()
      if (known && Math.abs(clock.now() - known.at) < FRESH_MS) return
      try {
        hear((await account.relay.call("GET /v1/me", {}, new AbortController().signal)).pipelineVersion)
      } catch (error) {
        await account.heard(error)
      }
    },
    isOld: ({ pipelineVersion, rules }: { pipelineVersion: string; rules?: number }) =>
      pipelineVersion !== "" &&
      ((known !== undefined && pipelineVersion !== known.version) ||
        account.rules.isOther(rules === undefined ? {} : { rules })),
    forget: () => {
      known = undefined
    }
  }
}

/** In milliseconds. */
const FRESH_MS = 5 * 60_000
