import type { Hono } from "hono"
import { voicePreview, voiceRequest } from "../../protocol/operating/voices.ts"
import { runInLane } from "../../runtime/worker-thread/run-in-worker.ts"
import { createRoutes } from "../access/create-routes.ts"
import { clientGoneSignal, type RelayEnv } from "../http/context.ts"
import { answer, describeRoutes } from "../http/operation.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { wrongVoice } from "../voices/stored-voices.ts"
import { previewSource } from "./preview-voice.ts"

export const voicePreviewOperations = describeRoutes({
  "POST /v1/admin/voices/preview": {
    summary:
      "Shows how letters to sample tickets sound in a voice and without it, and what its check finds in them. They are written without a model, from the sample shop's pages. Nothing is stored. A voice with a mistake is refused as when it is stored.",
    who: "admin",
    body: voiceRequest,
    answers: { 200: answer("The letters", voicePreview) }
  }
})

/** Creates the route with which an admin sees how letters sound in a voice before it is stored. */
export function voicePreviewRoutes(parts: RouteParts): Hono<RelayEnv> {
  return createRoutes(parts, voicePreviewOperations, {
    "POST /v1/admin/voices/preview": async (context, read) => {
      const { source } = await read.body()
      const job = { ...PREVIEW, signal: clientGoneSignal(context) }
      // A dozen letters take a second or two, and more in a process that has just started: no stream may wait for them.
      const shown = await runInLane("large", job, source)
      if ("mistakes" in shown) throw wrongVoice(shown.mistakes)
      return context.json(shown.preview)
    }
  })
}

const PREVIEW = {
  module: new URL("preview-voice.ts", import.meta.url).href,
  run: previewSource,
  isFirst: true
}
