import { createInterface } from "node:readline"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay } from "../../../demo/load-relay.ts"
import type { Emit } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { draftEnd, pipelineOf } from "../help/pipelines.ts"

/**
 * A relay as a process of its own, which a test holds in its hand. Each draft begins with the name of its relay. Each
 * line that the process reads is added to all drafts under way, and the line "end" ends them. It prints one line: where
 * the relay is.
 */
const name = process.env["RELAY_NAME"] ?? ""
const lines = createInterface({ input: process.stdin })
const relay = await startRelay(process.env, {
  log: silentLog,
  heartbeatSeconds: 0.5,
  pipeline: pipelineOf(async (emit: Emit, signal, { draftId }) => {
    let text = name
    emit({ type: "draft-delta", text })
    const ended = Promise.withResolvers<void>()
    const take = (line: string) => {
      if (line === "end") return ended.resolve()
      text += line
      emit({ type: "draft-delta", text: line })
    }
    lines.on("line", take)
    signal.addEventListener("abort", () => ended.resolve(), { once: true })
    await ended.promise
    lines.off("line", take)
    emit(draftEnd(draftId, text))
  })
})
console.log(JSON.stringify({ url: relay.url, admin: await relay.pair("admin", "Ada", []), port: relay.port }))
