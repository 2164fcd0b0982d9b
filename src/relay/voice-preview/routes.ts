import type { Hono } from "hono"
import { voicePreviewOperations } from "../../protocol/routes/voices.ts"
import { runInLane } from "../../runtime/worker-thread/run-in-worker.ts"
import { createRoutes } from "../access/create-routes.ts"
import { clientGoneSignal, type RelayEnv, type RouteParts } from "../http/context.ts"
import { wrongVoice } from "../voices/stored-voices.ts"
import { previewSource } from "./preview-voice.ts"

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
