import type { Account } from "./account.ts"
import type { Clock } from "../relay-client/copilot-parts.ts"

export type PipelineWatch = ReturnType<typeof watchPipeline>

/**
 * Which version of prompt, model, retrieval, voice and checks the relay drafts with now, and under which masking rules:
 * what another one made is old, not gone.
 */
export function watchPipeline(account: Account, clock: Clock, changed: () => void) {
  let known: { version: string; at: number } | undefined
  const hear = (version: string) => {
    const isNew = known?.version !== version
    known = { version, at: clock.now() }
    if (isNew) changed()
  }
  return {
    /** Each draft that ends tells it. */
    hear,
    /** Asks where nobody has told it for five minutes. Without an answer nothing is old. */
    async ask(): Promise<void> {
      await account.rules.ready()
      if (known && Math.abs(clock.now() - known.at) < FRESH_MS) return
      try {
        hear((await account.relay.me(new AbortController().signal)).pipelineVersion)
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

/** Milliseconds. */
const FRESH_MS = 5 * 60_000
