import type { Account } from "./account.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"

export type PipelineWatch = ReturnType<typeof watchPipeline>

/**
 * Watches which version of prompt, model, retrieval, voice and checks the relay drafts with now, and under which
 * masking rules. A draft of another version is marked as old; it isn't deleted.
 */
export function watchPipeline(account: Account, clock: Clock, changed: () => void) {
  let known: { version: string; at: number } | undefined
  const hear = (version: string) => {
    const isNew = known?.version !== version
    known = { version, at: clock.now() }
    if (isNew) changed()
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
