import type { forgetTexts } from "../../text/memo/text-memory.ts"
import type { Log } from "../../runtime/log.ts"
import { runInEveryThread, type NamedJob } from "../../runtime/worker-thread/run-in-worker.ts"

/**
 * Lets go of what this relay's threads remember of texts, whichever ticket they are of. It is read anew when needed.
 */
export const forgetTextsEverywhere = (): Promise<void> => runInEveryThread(FORGET)

const FORGET: NamedJob<typeof forgetTexts> = {
  module: new URL("../../text/memo/text-memory.ts", import.meta.url).href,
  name: "forgetTexts"
}

/**
 * Does so every ten minutes, because another relay may have erased a ticket that this one has read.
 * @returns a function that stops it
 */
export function startForgetting(log: Log): () => void {
  const forget = () => forgetTextsEverywhere().catch((error: unknown) => log.error("forgetting-failed", error))
  const timer = setInterval(forget, TEN_MINUTES).unref()
  return () => clearInterval(timer)
}

const TEN_MINUTES = 600_000
